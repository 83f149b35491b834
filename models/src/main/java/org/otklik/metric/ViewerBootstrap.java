package org.otklik.metric;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The bootstrap over viewers: B. Efron, "Bootstrap methods: another look at the jackknife", Annals
 * of Statistics 7 (1979), 1–26, with the percentile interval. Viewers are resampled, not contacts,
 * because the contacts of one viewer are not independent. The seed is fixed, and {@link Random}'s
 * algorithm is part of its contract, so the same contacts give the same interval everywhere.
 */
final class ViewerBootstrap {

  static final int RESAMPLES = 2000;

  static final double LOW = 0.025;
  static final double HIGH = 0.975;

  private static final long SEED = 20261121;

  /** Per resample, the sums of the viewers' counts. */
  private final double[][] resampledSums;

  /**
   * @param counts one row a viewer, the same columns in each; the order of rows must not depend on
   *     the order in which contacts came
   */
  ViewerBootstrap(int[][] counts) {
    Random random = new OwnThreadRandom(SEED);
    resampledSums = new double[RESAMPLES][];
    for (int r = 0; r < RESAMPLES; r++) {
      double[] sums = new double[counts[0].length];
      for (int draw = 0; draw < counts.length; draw++) {
        int[] viewer = counts[random.nextInt(counts.length)];
        for (int column = 0; column < sums.length; column++) {
          sums[column] += viewer[column];
        }
      }
      resampledSums[r] = sums;
    }
  }

  double low(ToDoubleFunction<double[]> statistic) {
    return percentile(statistic, LOW);
  }

  double high(ToDoubleFunction<double[]> statistic) {
    return percentile(statistic, HIGH);
  }

  private double percentile(ToDoubleFunction<double[]> statistic, double part) {
    return percentile(Arrays.stream(resampledSums).mapToDouble(statistic).sorted().toArray(), part);
  }

  /**
   * Linear between the two nearest ranks.
   *
   * @param sorted ascending, not empty
   */
  static double percentile(double[] sorted, double part) {
    double rank = part * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
