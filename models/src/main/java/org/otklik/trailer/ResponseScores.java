package org.otklik.trailer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.otklik.statistics.MeanInterval;
import org.otklik.timeline.ViewerSecond;

/**
 * The score of each second of a creative, and whether the strongest of them stands out at all.
 *
 * <p>A viewer's value of a measure in a second is taken against the mean of this viewer's own
 * seconds, so that somebody who smiles throughout counts no more than anybody else, and divided by
 * the standard deviation of all such differences, so that measures can be added. Each viewer's
 * seconds are smoothed before the mean over viewers is taken, so that the interval is that of the
 * smoothed score.
 *
 * <p>Chance is what is left when every viewer's seconds are turned round the creative by an amount
 * of the viewer's own: each keeps a curve as smooth as it was, and nobody responds at the same time
 * as anybody else but by chance. The highest score of each of {@value #TURNS} such tries gives the
 * level that chance alone exceeds in one creative of twenty (Westfall and Young, 1993, max-T).
 */
public final class ResponseScores {
  static final int TURNS = 400;
  private static final double CHANCE = 0.05;
  private static final double UNLIMITED = 1e9;

  private final List<SecondScore> seconds;
  private final Double chanceLevel;
  private final Double pValue;

  private ResponseScores(List<SecondScore> seconds, Double chanceLevel, Double pValue) {
    this.seconds = List.copyOf(seconds);
    this.chanceLevel = chanceLevel;
    this.pValue = pValue;
  }

  /**
   * The scores of a creative.
   *
   * @param viewers each viewer's viewings, each with its seconds
   * @param durationSeconds of the creative
   */
  public static ResponseScores of(
      Collection<List<List<ViewerSecond>>> viewers, int durationSeconds, ScoreSettings settings) {
    double[][] scores = scores(viewers, durationSeconds, settings);
    List<SecondScore> seconds = new ArrayList<>();
    for (int second = 0; second < durationSeconds; second++) {
      seconds.add(score(scores, second, settings.minViewers()));
    }
    double highest = highest(scores, new int[scores.length], durationSeconds, settings);
    if (Double.isNaN(highest)) {
      return new ResponseScores(seconds, null, null);
    }
    double[] byChance = byChance(scores, durationSeconds, settings);
    double p = (1 + Arrays.stream(byChance).filter(one -> one >= highest).count()) / (1.0 + TURNS);
    return new ResponseScores(seconds, byChance[(int) Math.ceil((1 - CHANCE) * TURNS) - 1], p);
  }

  /** Smoothed scores by viewer and second; NaN where a viewer was not observed. */
  private static double[][] scores(
      Collection<List<List<ViewerSecond>>> viewers, int durationSeconds, ScoreSettings settings) {
    double[][] sums = new double[viewers.size()][durationSeconds];
    double weightSum = settings.weights().values().stream().mapToDouble(Math::abs).sum();
    for (Map.Entry<TrailerMeasure, Double> weighed : settings.weights().entrySet()) {
      if (weighed.getValue() == 0) {
        continue;
      }
      double[][] values = new double[viewers.size()][];
      int viewer = 0;
      for (List<List<ViewerSecond>> viewings : viewers) {
        values[viewer++] = centred(values(viewings, durationSeconds, weighed.getKey(), settings));
      }
      double deviation = deviation(values);
      for (int v = 0; v < values.length; v++) {
        for (int second = 0; second < durationSeconds; second++) {
          double standard = deviation == 0 ? values[v][second] : values[v][second] / deviation;
          sums[v][second] += weighed.getValue() / weightSum * standard;
        }
      }
    }
    for (int v = 0; v < sums.length; v++) {
      sums[v] = smoothed(sums[v], settings.smoothingSeconds());
    }
    return sums;
  }

  /** The viewer's mean over viewings, at the time of the creative that is responded to. */
  private static double[] values(
      List<List<ViewerSecond>> viewings,
      int durationSeconds,
      TrailerMeasure measure,
      ScoreSettings settings) {
    double[] sums = new double[durationSeconds];
    int[] counts = new int[durationSeconds];
    int delay = Math.round(settings.delayMs() / 1000f);
    for (List<ViewerSecond> viewing : viewings) {
      for (ViewerSecond second : viewing) {
        int shown = second.second() - delay;
        if (shown >= 0 && shown < durationSeconds && measure.isKnown(second)) {
          sums[shown] += measure.of(second);
          counts[shown]++;
        }
      }
    }
    for (int i = 0; i < durationSeconds; i++) {
      sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
    }
    return sums;
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double deviation(double[][] centred) {
    return Math.sqrt(
        Arrays.stream(centred)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .map(value -> value * value)
            .average()
            .orElse(0));
  }

  /** A second that was not observed stays so; at the ends and beside gaps fewer are averaged. */
  private static double[] smoothed(double[] values, int window) {
    double[] smoothed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      int count = 0;
      for (int j = Math.max(0, i - window / 2);
          j <= Math.min(values.length - 1, i + window / 2);
          j++) {
        if (!Double.isNaN(values[j])) {
          sum += values[j];
          count++;
        }
      }
      smoothed[i] = Double.isNaN(values[i]) ? Double.NaN : sum / count;
    }
    return smoothed;
  }

  private static SecondScore score(double[][] scores, int second, int minViewers) {
    double[] observed =
        Arrays.stream(scores).mapToDouble(v -> v[second]).filter(v -> !Double.isNaN(v)).toArray();
    if (observed.length < minViewers) {
      return new SecondScore(second, null, null, null, observed.length);
    }
    MeanInterval mean = MeanInterval.of(observed, -UNLIMITED, UNLIMITED);
    return new SecondScore(second, mean.mean(), mean.low(), mean.high(), mean.n());
  }

  private static double[] byChance(double[][] scores, int durationSeconds, ScoreSettings settings) {
    Random random = new Random(1); // the same viewers give the same answer
    double[] highest = new double[TURNS];
    int[] turns = new int[scores.length];
    for (int i = 0; i < TURNS; i++) {
      for (int v = 0; v < turns.length; v++) {
        turns[v] = random.nextInt(durationSeconds);
      }
      double one = highest(scores, turns, durationSeconds, settings);
      highest[i] = Double.isNaN(one) ? Double.NEGATIVE_INFINITY : one;
    }
    Arrays.sort(highest);
    return highest;
  }

  /** The highest mean of all seconds with enough viewers; NaN if there is none. */
  private static double highest(
      double[][] scores, int[] turns, int durationSeconds, ScoreSettings settings) {
    double highest = Double.NaN;
    for (int second = 0; second < durationSeconds; second++) {
      double sum = 0;
      int count = 0;
      for (int v = 0; v < scores.length; v++) {
        double one = scores[v][(second + turns[v]) % durationSeconds];
        if (!Double.isNaN(one)) {
          sum += one;
          count++;
        }
      }
      if (count >= settings.minViewers() && !(highest >= sum / count)) {
        highest = sum / count;
      }
    }
    return highest;
  }

  /** One a second of the creative, in order. */
  public List<SecondScore> seconds() {
    return seconds;
  }

  /** What chance alone exceeds in one creative of twenty; null where no second has a score. */
  public Double chanceLevel() {
    return chanceLevel;
  }

  /** How often chance alone gives a score as high as the highest; null with the level. */
  public Double pValue() {
    return pValue;
  }

  /** Whether the highest score is more than chance gives. */
  public boolean isAnythingOutstanding() {
    return pValue != null && pValue <= CHANCE;
  }
}
