package org.otklik.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The 95 % intervals of scores of the same viewers, found in one way for all: of one viewer, who
 * says nothing of how viewers differ, the whole range; of few viewers, or where all are alike,
 * {@linkplain AdjustedWaldInterval adjusted}; else by {@linkplain ViewerBootstrap bootstrap}.
 * Thread-safe.
 */
public final class ViewerIntervals {
  private final int[][] counts;

  /** Made when it is asked for: it takes much longer than all else. */
  private ViewerBootstrap bootstrap;

  /** Where a score lies, with its ends. */
  public record Interval(double low, double high) {}

  /**
   * @param counts one row a viewer, at least one, the same columns in each; the order of rows must
   *     not depend on the order in which contacts came
   */
  public ViewerIntervals(int[][] counts) {
    this.counts = counts;
  }

  /**
   * @param score of a viewer's counts, and of sums of them
   * @param worst of all scores of a viewer; best likewise; middle of who is neither
   */
  public Interval of(ToDoubleFunction<double[]> score, double worst, double middle, double best) {
    if (counts.length == 1) {
      return new Interval(worst, best);
    }
    double[] scores = Arrays.stream(counts).mapToDouble(row -> value(score, row)).toArray();
    if (AdjustedWaldInterval.isNeeded(scores)) {
      AdjustedWaldInterval interval = AdjustedWaldInterval.of(scores, worst, middle, best);
      // A viewer with several contacts counts once there, and with each of them in the score.
      double all = score.applyAsDouble(sums());
      return new Interval(Math.min(all, interval.low()), Math.max(all, interval.high()));
    }
    ViewerBootstrap resamples = bootstrap();
    return new Interval(resamples.low(score), resamples.high(score));
  }

  private static double value(ToDoubleFunction<double[]> score, int[] row) {
    return score.applyAsDouble(Arrays.stream(row).asDoubleStream().toArray());
  }

  private double[] sums() {
    double[] sums = new double[counts[0].length];
    for (int[] row : counts) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += row[column];
      }
    }
    return sums;
  }

  private synchronized ViewerBootstrap bootstrap() {
    if (bootstrap == null) {
      bootstrap = new ViewerBootstrap(counts);
    }
    return bootstrap;
  }
}
