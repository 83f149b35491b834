package org.otklik.statistics;

import java.util.Arrays;

/**
 * The 95 % interval of a mean of scores that are best, middle or worst, such as +1, 0 and −1: two
 * imagined viewers are added, half of one best, half of one worst and one in the middle, and the
 * normal interval is taken of all. Its coverage is near 95 % also of few viewers, and of viewers
 * who all do the same it is not a point (A. Agresti and Y. Min, "Simple improved confidence
 * intervals for comparing matched proportions", Statistics in Medicine 24 (2005), 729–740).
 */
public record AdjustedWaldInterval(double low, double high) {
  /** From so many viewers on the bootstrap may be asked, if they are not all alike. */
  static final int ENOUGH_FOR_BOOTSTRAP = 10;

  /** Of the normal distribution. */
  private static final double Z = 1.959964;

  private static final double IMAGINED = 2;

  /**
   * @param scores one a viewer, from the worst to the best; at least one
   * @return within worst and best, and around the mean of the scores
   */
  public static AdjustedWaldInterval of(double[] scores, double worst, double middle, double best) {
    double mean = Arrays.stream(scores).average().orElseThrow();
    double n = scores.length + IMAGINED;
    double sum = Arrays.stream(scores).sum() + best / 2 + worst / 2 + middle;
    double squares =
        Arrays.stream(scores).map(score -> score * score).sum()
            + best * best / 2
            + worst * worst / 2
            + middle * middle;
    double centre = sum / n;
    double half = Z * Math.sqrt(Math.max(0, squares / n - centre * centre) / n);
    return new AdjustedWaldInterval(
        Math.min(mean, Math.max(worst, centre - half)),
        Math.max(mean, Math.min(best, centre + half)));
  }

  /** Whether a bootstrap of them would claim too much: they are few, or all alike. */
  static boolean isNeeded(double[] scores) {
    return scores.length < ENOUGH_FOR_BOOTSTRAP
        || Arrays.stream(scores).allMatch(score -> score == scores[0]);
  }
}
