package org.otklik.curve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.otklik.emotion.Emotion;
import org.otklik.timeline.ViewerSecond;

/**
 * In which seconds viewers show more of an emotion than they do on the whole, and more than chance
 * gives. A viewer's value is taken against the mean of this viewer's own seconds; their mean over
 * viewers is held against zero by Student's t, one-sided, at 5 % for all seconds of the creative
 * together (Bonferroni). Two viewers tell next to nothing of how viewers differ, so that they rise
 * nowhere.
 */
public final class EmotionRises {
  private static final double CHANCE = 0.05;
  private static final int MIN_VIEWERS = 3;

  /** Least t by degrees of freedom and number of seconds; found by search, asked for often. */
  private static final Map<List<Integer>, Double> CRITICAL = new ConcurrentHashMap<>();

  private final double[][] sums;
  private final double[][] squares;
  private final int[] viewers;

  private EmotionRises(int seconds) {
    this.sums = new double[seconds][Emotion.values().length];
    this.squares = new double[seconds][Emotion.values().length];
    this.viewers = new int[seconds];
  }

  /**
   * @param viewers as for {@link CreativeCurve#of}
   */
  public static EmotionRises of(Collection<List<List<ViewerSecond>>> viewers, int creativeSeconds) {
    EmotionRises rises = new EmotionRises(creativeSeconds);
    for (List<List<ViewerSecond>> viewings : viewers) {
      rises.add(ViewerVote.bySecond(List.of(viewings), creativeSeconds));
    }
    return rises;
  }

  /** One viewer, with a vote or none in each second. */
  private void add(List<List<ViewerVote>> votes) {
    double[] means = new double[Emotion.values().length];
    int observed = 0;
    for (List<ViewerVote> second : votes) {
      if (isObserved(second)) {
        observed++;
        for (Emotion emotion : Emotion.values()) {
          means[emotion.ordinal()] += second.get(0).scores().probability(emotion);
        }
      }
    }
    for (int second = 0; second < votes.size(); second++) {
      if (isObserved(votes.get(second))) {
        viewers[second]++;
        for (Emotion emotion : Emotion.values()) {
          int which = emotion.ordinal();
          double rise =
              votes.get(second).get(0).scores().probability(emotion) - means[which] / observed;
          sums[second][which] += rise;
          squares[second][which] += rise * rise;
        }
      }
    }
  }

  private static boolean isObserved(List<ViewerVote> second) {
    return !second.isEmpty() && second.get(0).isObserved();
  }

  /** Whether viewers show more of it in a second than chance gives. */
  public boolean isAboveChance(Emotion emotion, int second) {
    int n = viewers[second];
    if (n < MIN_VIEWERS) {
      return false;
    }
    double mean = sums[second][emotion.ordinal()] / n;
    double variance =
        Math.max(0, squares[second][emotion.ordinal()] / n - mean * mean) * n / (n - 1);
    return mean > 0 && mean >= critical(n - 1) * Math.sqrt(variance / n);
  }

  private double critical(int degrees) {
    return CRITICAL.computeIfAbsent(
        List.of(degrees, viewers.length),
        any -> TDistribution.of(degrees).inverseSurvivalProbability(CHANCE / viewers.length));
  }
}
