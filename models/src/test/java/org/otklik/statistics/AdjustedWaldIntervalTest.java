package org.otklik.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few viewers, or viewers all alike, are not claimed to be certain. */
class AdjustedWaldIntervalTest {
  @Test
  void sixOfSixAreNoCertainty() {
    double[] scores = new double[6];
    Arrays.fill(scores, 100);
    AdjustedWaldInterval interval = AdjustedWaldInterval.of(scores, -100, 0, 100);
    // By hand: mean 600/8, mean square 70000/8, half 1.96 sqrt((8750 − 5625) / 8).
    assertEquals(75 - 1.959964 * Math.sqrt(3125 / 8.0), interval.low(), 1e-9);
    assertEquals(100, interval.high());
    assertTrue(AdjustedWaldInterval.isNeeded(scores));
  }

  @Test
  void twoLookLessSureThanTwelve() {
    AdjustedWaldInterval two = AdjustedWaldInterval.of(new double[] {1, 1}, -1, 0, 1);
    double[] twelve = new double[12];
    Arrays.fill(twelve, 1);
    AdjustedWaldInterval many = AdjustedWaldInterval.of(twelve, -1, 0, 1);
    assertTrue(two.low() < 0, two.toString());
    assertTrue(many.low() > 0.6, many.toString());
  }

  @Test
  void holdsTheMeanAndKeepsToTheScale() {
    AdjustedWaldInterval silent = AdjustedWaldInterval.of(new double[] {-50, -50}, -100, -50, 100);
    assertTrue(silent.low() >= -100 && silent.low() < -50 && silent.high() > -50, "" + silent);
  }

  @Test
  void enoughViewersWhoDifferNeedNone() {
    assertFalse(AdjustedWaldInterval.isNeeded(new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    assertTrue(AdjustedWaldInterval.isNeeded(new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0}));
    assertTrue(AdjustedWaldInterval.isNeeded(new double[10]));
  }

  /** Of every way in which so many viewers can fall into three kinds, with its probability. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 9, 20})
  void coversTheTruthAboutAsOftenAsItSays(int n) {
    double sum = 0;
    int truths = 0;
    for (double positive = 0.1; positive < 0.95; positive += 0.1) {
      for (double negative = 0.1; positive + negative < 0.95; negative += 0.1) {
        double covered = coverage(n, positive, negative);
        assertTrue(covered > 0.86, n + ": " + positive + ", " + negative + ": " + covered);
        sum += covered;
        truths++;
      }
    }
    assertTrue(sum / truths > 0.94, "in the mean " + sum / truths);
  }

  private static double coverage(int n, double positive, double negative) {
    double covered = 0;
    for (int best = 0; best <= n; best++) {
      for (int worst = 0; best + worst <= n; worst++) {
        double[] scores = new double[n];
        Arrays.fill(scores, 0, best, 1);
        Arrays.fill(scores, best, best + worst, -1);
        AdjustedWaldInterval interval = AdjustedWaldInterval.of(scores, -1, 0, 1);
        double truth = positive - negative;
        if (interval.low() <= truth + 1e-9 && truth - 1e-9 <= interval.high()) {
          int neutral = n - best - worst;
          covered +=
              ways(n, best)
                  * ways(n - best, worst)
                  * Math.pow(positive, best)
                  * Math.pow(negative, worst)
                  * Math.pow(1 - positive - negative, neutral);
        }
      }
    }
    return covered;
  }

  private static double ways(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways *= (n - k + i) / (double) i;
    }
    return ways;
  }
}
