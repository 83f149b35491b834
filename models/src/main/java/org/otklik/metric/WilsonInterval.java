package org.otklik.metric;

/**
 * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927), 209–212; without
 * correction for continuity.
 */
public final class WilsonInterval {

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  private WilsonInterval() {}

  /**
   * The 95% confidence interval of successes / n.
   *
   * @throws IllegalArgumentException if n is not positive: there is no share of nobody
   */
  public static ShareInterval of(int successes, int n) {
    if (n <= 0 || successes < 0 || successes > n) {
      throw new IllegalArgumentException("No share: " + successes + " of " + n);
    }
    double share = (double) successes / n;
    double z2 = Z * Z;
    double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == n ? 1 : Math.min(1, centre + half);
    return new ShareInterval(share, low, high, n);
  }
}
