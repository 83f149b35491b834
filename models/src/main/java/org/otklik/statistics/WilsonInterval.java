package org.otklik.statistics;

/**
 * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927), 209–212; without
 * correction for continuity.
 */
public final class WilsonInterval {

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Forgives what adding up parts in binary fractions gains. */
  private static final double ROUNDING = 1e-9;

  private WilsonInterval() {}

  /**
   * The 95% confidence interval of successes / n.
   *
   * @param successes of n; where one of the n is a success in part, such as a viewer of two
   *     viewings in one of them, the sum of the parts. The interval is then rather too wide than
   *     too narrow: what lies in 0..1 with mean p varies by p (1 − p) at most (R. Bhatia and C.
   *     Davis, "A better bound on the variance", American Mathematical Monthly 107 (2000),
   *     353–357).
   * @throws IllegalArgumentException if n is not positive: there is no share of nobody
   */
  public static ShareInterval of(double successes, int n) {
    if (n <= 0 || !(successes >= 0 && successes <= n + ROUNDING)) {
      throw new IllegalArgumentException("No share: " + successes + " of " + n);
    }
    double share = Math.min(1, successes / n);
    double z2 = Z * Z;
    double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
    double low = share == 0 ? 0 : Math.max(0, centre - half);
    double high = share == 1 ? 1 : Math.min(1, centre + half);
    return new ShareInterval(share, low, high, n);
  }
}
