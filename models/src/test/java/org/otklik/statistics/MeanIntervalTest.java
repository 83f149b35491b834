package org.otklik.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanIntervalTest {

  /** The 97.5 % points of printed tables. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2,   4.3027
          3,   3.1824
          4,   2.7764
          9,   2.2622
          30,  2.0423
          499, 1.9647
          """)
  void studentsPointsAreThoseOfTheTables(int degrees, double point) {
    assertEquals(point, MeanInterval.student(degrees), 0.00005);
  }

  @Test
  void intervalIsTheMeanPlusMinusStudentsPointTimesItsError() {
    MeanInterval interval = MeanInterval.of(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, 0, 1);
    assertEquals(0.3, interval.mean(), 1e-9);
    // s = 0.15811, s / √5 = 0.070711, × 2.7764
    assertEquals(0.3 - 0.19632, interval.low(), 1e-4);
    assertEquals(0.3 + 0.19632, interval.high(), 1e-4);
    assertEquals(5, interval.n());
  }

  /** Three viewers: a 0.8 % smaller interval would not hold what it promises. */
  @Test
  void threeValuesHaveTheWholeInterval() {
    MeanInterval interval = MeanInterval.of(new double[] {0.4, 0.5, 0.6}, 0, 1);
    // s = 0.1, s / √3 = 0.0577350, × 4.302653
    assertEquals(0.5 - 0.2484138, interval.low(), 1e-6);
    assertEquals(0.5 + 0.2484138, interval.high(), 1e-6);
  }

  @Test
  void intervalStaysWithinWhatTheValuesMayBe() {
    MeanInterval interval = MeanInterval.of(new double[] {0, 0, 1}, 0, 1);
    assertEquals(0, interval.low());
    assertEquals(1, interval.high());
  }

  @Test
  void twoValuesHaveAMeanButNoInterval() {
    MeanInterval interval = MeanInterval.of(new double[] {0.2, 0.4}, 0, 1);
    assertEquals(0.3, interval.mean(), 1e-9);
    assertNull(interval.low());
    assertNull(interval.high());
  }

  @Test
  void nothingHasNoMean() {
    assertThrows(IllegalArgumentException.class, () -> MeanInterval.of(new double[0], 0, 1));
  }
}
