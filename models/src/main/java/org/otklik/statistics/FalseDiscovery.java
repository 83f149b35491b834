package org.otklik.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities corrected for having looked many times: Y. Benjamini and Y. Hochberg, "Controlling
 * the false discovery rate", Journal of the Royal Statistical Society B 57 (1995), 289–300.
 */
public final class FalseDiscovery {

  /** What is called different: at most one such finding in twenty is expected to be none. */
  public static final double RATE = 0.05;

  private FalseDiscovery() {}

  /**
   * The least rate of false discoveries at which each hypothesis is rejected, in the order given.
   *
   * @param p probabilities, 0..1
   */
  public static double[] corrected(double[] p) {
    int[] descending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = new double[p.length];
    double least = 1;
    for (int i = 0; i < descending.length; i++) {
      int rank = p.length - i;
      least = Math.min(least, p[descending[i]] * p.length / rank);
      corrected[descending[i]] = least;
    }
    return corrected;
  }
}
