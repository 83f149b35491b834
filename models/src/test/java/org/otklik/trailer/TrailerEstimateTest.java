package org.otklik.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrailerEstimateTest {
  private static final int VIEWERS = 12;
  private static final ResponseScores SCORES =
      ResponseScores.of(
          ScriptedViewers.viewers(VIEWERS, 20, 3, s -> s >= 8 && s < 12 ? 0.5 : 0),
          20,
          new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 1, 0, 5));

  @Test
  void wholeSecondsAreThoseOfTheCreativeInTheTrailersOrder() {
    List<SecondScore> estimate =
        TrailerEstimate.of(List.of(new Shot(9_000, 11_000), new Shot(2_000, 3_000)), SCORES);
    assertEquals(3, estimate.size());
    for (int i = 0; i < 3; i++) {
      SecondScore seen = SCORES.seconds().get(List.of(9, 10, 2).get(i));
      assertEquals(i, estimate.get(i).second());
      assertEquals(seen.score(), estimate.get(i).score(), 1e-9);
      assertEquals(seen.low(), estimate.get(i).low(), 1e-9);
      assertEquals(seen.high(), estimate.get(i).high(), 1e-9);
      assertEquals(VIEWERS, estimate.get(i).viewers());
    }
  }

  /** Half a second of each of two shots, and half a one at the end. */
  @Test
  void aSecondOfTwoShotsIsTheirMean() {
    List<SecondScore> estimate =
        TrailerEstimate.of(List.of(new Shot(9_500, 10_000), new Shot(2_000, 3_000)), SCORES);
    assertEquals(2, estimate.size());
    double mean = (SCORES.seconds().get(9).score() + SCORES.seconds().get(2).score()) / 2;
    assertEquals(mean, estimate.get(0).score(), 1e-9);
    assertEquals(SCORES.seconds().get(2).score(), estimate.get(1).score(), 1e-9);
  }

  @Test
  void whatTooFewHaveSeenHasNoEstimate() {
    ResponseScores few =
        ResponseScores.of(
            ScriptedViewers.viewers(3, 20, 3, s -> 0),
            20,
            new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 1, 0, 5));
    SecondScore second = TrailerEstimate.of(List.of(new Shot(0, 1_000)), few).get(0);
    assertNull(second.score());
    assertEquals(3, second.viewers());
    assertNotNull(TrailerEstimate.of(List.of(new Shot(0, 1_000)), SCORES).get(0).score());
    assertTrue(TrailerEstimate.of(List.of(), SCORES).isEmpty());
  }
}
