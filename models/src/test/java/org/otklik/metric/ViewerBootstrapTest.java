package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures in old reports stay: the numbers drawn are those of {@link Random}. */
class ViewerBootstrapTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 64, 501})
  void drawsWhatRandomDraws(int viewers) {
    int[][] counts = new int[viewers][];
    Arrays.setAll(counts, viewer -> new int[] {viewer % 5, 1});
    Random random = new Random(20261121);
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
    assertEquals(
        ViewerBootstrap.percentile(means, ViewerBootstrap.LOW),
        bootstrap.low(sums -> sums[0] / sums[1]));
    assertEquals(
        ViewerBootstrap.percentile(means, ViewerBootstrap.HIGH),
        bootstrap.high(sums -> sums[0] / sums[1]));
  }
}
