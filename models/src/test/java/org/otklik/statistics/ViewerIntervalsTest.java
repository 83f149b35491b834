package org.otklik.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewerIntervalsTest {
  private static final int[] UP = {1, 0, 1};
  private static final int[] DOWN = {0, 1, 1};

  private static double score(double[] counts) {
    return (counts[0] - counts[1]) / counts[2];
  }

  private static ViewerIntervals.Interval interval(int[]... counts) {
    return new ViewerIntervals(counts).of(ViewerIntervalsTest::score, -1, 0, 1);
  }

  @Test
  void oneViewerSaysNothingOfOthers() {
    assertEquals(new ViewerIntervals.Interval(-1, 1), interval(UP));
  }

  @Test
  void fewViewersAndThoseWhoAreAllAlikeAreAdjusted() {
    AdjustedWaldInterval few = AdjustedWaldInterval.of(new double[] {1, 1, -1}, -1, 0, 1);
    assertEquals(new ViewerIntervals.Interval(few.low(), few.high()), interval(UP, UP, DOWN));
    int[][] alike = IntStream.range(0, 30).mapToObj(i -> UP).toArray(int[][]::new);
    assertTrue(interval(alike).low() < 0.99);
    assertEquals(1, interval(alike).high());
  }

  @Test
  void adjustedOneReachesToTheScoreOfAllContacts() {
    int[] oftenUp = {30, 0, 30};
    ViewerIntervals.Interval interval = interval(oftenUp, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN);
    assertEquals((30.0 - 6) / 36, interval.high(), 1e-12);
  }

  @Test
  void manyWhoDifferAreResampled() {
    int[][] counts =
        IntStream.range(0, 20).mapToObj(i -> i % 3 == 0 ? DOWN : UP).toArray(int[][]::new);
    ViewerBootstrap bootstrap = new ViewerBootstrap(counts);
    assertEquals(
        new ViewerIntervals.Interval(
            bootstrap.low(ViewerIntervalsTest::score), bootstrap.high(ViewerIntervalsTest::score)),
        interval(counts));
  }
}
