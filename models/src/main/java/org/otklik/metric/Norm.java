package org.otklik.metric;

import java.util.Collection;

/**
 * Where a figure stands among those of comparable creatives.
 *
 * @param percentile part of the others that it exceeds, half of the equal ones among them, 0..100
 * @param n others
 */
public record Norm(double percentile, int n) {
  /** Of fewer nobody can say what is usual. */
  public static final int MIN_OTHERS = 10;

  /**
   * Ranks a figure.
   *
   * @param others figures of the other creatives, not empty
   */
  public static Norm of(double figure, Collection<Double> others) {
    if (others.isEmpty()) {
      throw new IllegalArgumentException("There is no norm without others");
    }
    double below = others.stream().filter(other -> other < figure).count();
    double equal = others.stream().filter(other -> other == figure).count();
    return new Norm(100 * (below + equal / 2) / others.size(), others.size());
  }
}
