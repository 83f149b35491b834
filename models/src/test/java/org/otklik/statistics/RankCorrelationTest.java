package org.otklik.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  /** By hand: ranks 1..10 against 2 1 4 3 6 5 8 7 10 9; Σd² = 10, ρ = 1 − 6 · 10 / 990. */
  @Test
  void isThatOfTheRanks() {
    List<double[]> pairs =
        IntStream.range(0, 10)
            .mapToObj(i -> new double[] {Math.exp(i), i % 2 == 0 ? i + 2 : i})
            .toList();
    RankCorrelation found = RankCorrelation.of(pairs).orElseThrow();
    assertEquals(1 - 6 * 10 / 990.0, found.rho(), 1e-9);
    assertTrue(found.low() > 0.6 && found.low() < found.rho() && found.high() <= 1, "" + found);
    assertEquals(10, found.n());
    assertEquals(found, RankCorrelation.of(pairs).orElseThrow(), "the same each time");
  }

  @Test
  void equalValuesShareTheirRank() {
    List<double[]> pairs =
        IntStream.range(0, 12).mapToObj(i -> new double[] {i / 4, i / 4 * 10}).toList();
    assertEquals(1, RankCorrelation.of(pairs).orElseThrow().rho(), 1e-9);
  }

  @Test
  void tooFewOrAllAlikeSayNothing() {
    List<double[]> alike = IntStream.range(0, 20).mapToObj(i -> new double[] {5, i}).toList();
    assertTrue(RankCorrelation.of(alike).isEmpty());
    assertTrue(
        RankCorrelation.of(IntStream.range(0, 9).mapToObj(i -> new double[] {i, i}).toList())
            .isEmpty());
  }

  /** Of 200 groups of 15 that have nothing in common about 5 % have an interval without zero. */
  @Test
  void intervalHoldsZeroWhereThereIsNothing() {
    Random random = new Random(7);
    long wrong =
        IntStream.range(0, 200)
            .mapToObj(
                group ->
                    RankCorrelation.of(
                            IntStream.range(0, 15)
                                .mapToObj(
                                    i -> new double[] {random.nextDouble(), random.nextDouble()})
                                .toList())
                        .orElseThrow())
            .filter(found -> found.low() > 0 || found.high() < 0)
            .count();
    assertTrue(wrong <= 22, wrong + " of 200");
  }
}
