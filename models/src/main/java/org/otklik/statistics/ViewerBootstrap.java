package org.otklik.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The bootstrap over viewers: B. Efron, "Bootstrap methods: another look at the jackknife", Annals
 * of Statistics 7 (1979), 1–26, with the percentile interval. Viewers are resampled, not contacts,
 * because the contacts of one viewer are not independent. Generator and seed are fixed, so the same
 * contacts give the same interval everywhere.
 */
public final class ViewerBootstrap {

  static final int RESAMPLES = 2000;

  static final double LOW = 0.025;
  static final double HIGH = 0.975;

  private static final long SEED = 20261121;

  /** Linear between the two nearest ranks: type 7 of Hyndman and Fan (1996). */
  static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);

  /** Per resample, the sums of the viewers' counts. */
  private final double[][] resampledSums;

  /**
   * @param counts one row a viewer, the same columns in each; the order of rows must not depend on
   *     the order in which contacts came
   */
  public ViewerBootstrap(int[][] counts) {
    UniformRandomProvider random = generator(SEED);
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

  /** Xoroshiro128++ of D. Blackman and S. Vigna, for one thread. */
  static UniformRandomProvider generator(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  public double low(ToDoubleFunction<double[]> statistic) {
    return percentile(statistic, LOW);
  }

  public double high(ToDoubleFunction<double[]> statistic) {
    return percentile(statistic, HIGH);
  }

  private double percentile(ToDoubleFunction<double[]> statistic, double part) {
    return QUANTILE.evaluate(Arrays.stream(resampledSums).mapToDouble(statistic).toArray(), part);
  }
}
