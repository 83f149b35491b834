package org.otklik.metric;

import java.util.Arrays;

/**
 * A mean over viewers with its 95% confidence interval by Student's t ("The probable error of a
 * mean", Biometrika 6 (1908), 1–25), within the limits that the values have.
 *
 * @param low null where there are fewer than {@link #LEAST_VALUES} values: two tell next to nothing
 *     of how viewers differ
 * @param high null with {@code low}
 * @param n of how many
 */
public record MeanInterval(double mean, Double low, Double high, int n) {

  public static final int LEAST_VALUES = 3;

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The mean of values that all lie between two limits.
   *
   * @throws IllegalArgumentException if there are none: there is no mean of nothing
   */
  public static MeanInterval of(double[] values, double least, double greatest) {
    int n = values.length;
    double mean =
        Arrays.stream(values)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("No mean of nothing"));
    if (n < LEAST_VALUES) {
      return new MeanInterval(mean, null, null, n);
    }
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double half = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new MeanInterval(mean, Math.max(least, mean - half), Math.min(greatest, mean + half), n);
  }

  /**
   * The 97.5 % point of Student's t: M. Abramowitz and I. Stegun, "Handbook of Mathematical
   * Functions" (1964), 26.7.5; 0.8 % too small with 2 degrees of freedom, below 0.05 % from 4.
   */
  static double student(int degrees) {
    double z2 = Z * Z;
    double first = Z * (z2 + 1) / 4;
    double second = Z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return Z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
  }
}
