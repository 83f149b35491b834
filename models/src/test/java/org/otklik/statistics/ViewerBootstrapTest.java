package org.otklik.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures in old reports stay: generator, seed, draws and percentiles are what they are. */
class ViewerBootstrapTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 64, 501})
  void drawsViewersAndTakesThePercentilesOfTheirFigures(int viewers) {
    int[][] counts = counts(viewers);
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20261121L);
    double[] means = new double[ViewerBootstrap.RESAMPLES];
    for (int resample = 0; resample < means.length; resample++) {
      double sum = 0;
      for (int draw = 0; draw < viewers; draw++) {
        sum += counts[random.nextInt(viewers)][0];
      }
      means[resample] = sum / viewers;
    }
    Arrays.sort(means);
    ViewerBootstrap bootstrap = new ViewerBootstrap(counts);
    assertEquals(percentile(means, 0.025), bootstrap.low(ViewerBootstrapTest::mean), 1e-12);
    assertEquals(percentile(means, 0.975), bootstrap.high(ViewerBootstrapTest::mean), 1e-12);
  }

  /** A newer library must not move what older reports say. */
  @Test
  void intervalIsTheSameForEver() {
    ViewerBootstrap bootstrap = new ViewerBootstrap(counts(64));
    assertEquals(1.609375, bootstrap.low(ViewerBootstrapTest::mean), 1e-12);
    assertEquals(2.296875, bootstrap.high(ViewerBootstrapTest::mean), 1e-12);
  }

  private static double mean(double[] sums) {
    return sums[0] / sums[1];
  }

  private static int[][] counts(int viewers) {
    int[][] counts = new int[viewers][];
    Arrays.setAll(counts, viewer -> new int[] {viewer % 5, 1});
    return counts;
  }

  private static double percentile(double[] sorted, double part) {
    double rank = part * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
  }
}
