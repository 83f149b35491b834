package org.otklik.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.statistics.ViewerIntervals;

/**
 * EmoNPS = % engaged − % critical − K · % silent. The unit of count is the viewer, over all of
 * their contacts with the campaign, judged by the contacts' rule with their seconds added up.
 * Viewers all of whose contacts are excluded are in no denominator. No norm for K is published, so
 * the value is there for its whole range.
 */
public final class EmotionalNps {

  public static final double MIN_K = 0.2;
  public static final double MAX_K = 1;
  public static final double STANDARD_K = 0.5;

  private static final double ROUNDING = 1e-9;

  private final int engaged;
  private final int critical;
  private final int silent;
  private final int excluded;
  private final ViewerIntervals intervals;

  private EmotionalNps(int[][] perViewer, int excluded) {
    int[] sums = new int[3];
    for (int[] viewer : perViewer) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += viewer[column];
      }
    }
    this.engaged = sums[0];
    this.critical = sums[1];
    this.silent = sums[2];
    this.excluded = excluded;
    this.intervals = new ViewerIntervals(perViewer);
  }

  /** Empty when no viewer counts. */
  public static Optional<EmotionalNps> of(List<Viewing> contacts, ResponseSettings settings) {
    Map<String, List<Viewing>> byViewer = EmotionalExperienceIndex.byViewer(contacts);
    int[][] perViewer =
        byViewer.values().stream()
            .map(ofOne -> Viewings.viewerOutcome(ofOne, settings))
            .filter(outcome -> outcome != ResponseType.EXCLUDED)
            .map(EmotionalNps::row)
            .toArray(int[][]::new);
    return perViewer.length == 0
        ? Optional.empty()
        : Optional.of(new EmotionalNps(perViewer, byViewer.size() - perViewer.length));
  }

  /** 1 for engaged, critical or silent. */
  static int[] row(ResponseType outcome) {
    return switch (outcome) {
      case POSITIVE -> new int[] {1, 0, 0};
      case NEGATIVE -> new int[] {0, 1, 0};
      case NEUTRAL -> new int[] {0, 0, 1};
      case EXCLUDED -> throw new IllegalArgumentException("An excluded viewer is not counted");
    };
  }

  /**
   * The value, -100..100.
   *
   * @throws IllegalArgumentException if K is outside 0.2..1
   */
  public double value(double k) {
    return score(new double[] {engaged, critical, silent}, checked(k));
  }

  /** Lower end of the 95% confidence interval, found as that of the EEI. */
  public double low(double k) {
    return interval(checked(k)).low();
  }

  /** Upper end of the 95% confidence interval, found as that of the EEI. */
  public double high(double k) {
    return interval(checked(k)).high();
  }

  private ViewerIntervals.Interval interval(double k) {
    return intervals.of(counts -> score(counts, k), -100, -100 * k, 100);
  }

  /** Viewers with a positive trace. */
  public int engaged() {
    return engaged;
  }

  /** Viewers with a negative trace. */
  public int critical() {
    return critical;
  }

  /** Viewers without a trace (молчуны). */
  public int silent() {
    return silent;
  }

  /** Viewers counted. */
  public int n() {
    return engaged + critical + silent;
  }

  /** Viewers none of whose contacts counts. */
  public int excluded() {
    return excluded;
  }

  static double score(double[] counts, double k) {
    double n = counts[0] + counts[1] + counts[2];
    return 100 * (counts[0] - counts[1] - k * counts[2]) / n;
  }

  private static double checked(double k) {
    if (!(k >= MIN_K - ROUNDING && k <= MAX_K + ROUNDING)) {
      throw new IllegalArgumentException("K must be in 0.2..1: " + k);
    }
    return k;
  }
}
