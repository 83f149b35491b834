package org.otklik.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over viewers with its 95 % interval by Student's t ("The probable error of a mean",
 * Biometrika 6 (1908), 1–25), within the limits that the values have.
 *
 * @param low null where there are fewer than {@link #MIN_VALUES} values: two tell next to nothing
 *     of how viewers differ
 * @param high null with {@code low}
 * @param n of how many
 */
public record MeanInterval(double mean, Double low, Double high, int n) {

  public static final int MIN_VALUES = 3;

  /** Found by search, and a curve asks for the same few a thousand times. */
  private static final Map<Integer, Double> STUDENT = new ConcurrentHashMap<>();

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
    if (n < MIN_VALUES) {
      return new MeanInterval(mean, null, null, n);
    }
    double half = student(n - 1) * Math.sqrt(Variance.of(values).getAsDouble() / n);
    return new MeanInterval(mean, Math.max(least, mean - half), Math.min(greatest, mean + half), n);
  }

  /** The 97.5 % point of Student's t. */
  static double student(int degrees) {
    return STUDENT.computeIfAbsent(
        degrees, known -> TDistribution.of(known).inverseCumulativeProbability(0.975));
  }
}
