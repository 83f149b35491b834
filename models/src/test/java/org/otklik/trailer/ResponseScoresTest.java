package org.otklik.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.timeline.ViewerSecond;

class ResponseScoresTest {
  private static final int SECONDS = 60;
  private static final ScoreSettings SURPRISE =
      new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 3, 0, 5);

  @Test
  void peakOfTheScriptHasTheHighestScore() {
    ResponseScores scores = scores(20, SURPRISE, second -> second / 3 == 10 ? 0.4 : 0);
    assertEquals(31, highest(scores), "the middle of seconds 30 to 32");
    assertTrue(scores.isAnythingOutstanding(), "p " + scores.pValue());
    assertTrue(scores.seconds().get(31).low() > scores.chanceLevel());
    assertEquals(20, scores.seconds().get(31).viewers());
  }

  /** Nineteen of twenty creatives without any common response must say so. */
  @Test
  void noiseAloneHardlyEverStandsOut() {
    long outstanding =
        IntStream.range(0, 40)
            .filter(
                seed ->
                    ResponseScores.of(
                            ScriptedViewers.viewers(12, SECONDS, seed, second -> 0),
                            SECONDS,
                            SURPRISE)
                        .isAnythingOutstanding())
            .count();
    assertTrue(outstanding <= 6, outstanding + " of 40, where 2 are expected");
  }

  @Test
  void whoIsSurprisedThroughoutCountsNoMore() {
    List<List<List<ViewerSecond>>> viewers =
        new ArrayList<>(ScriptedViewers.viewers(8, SECONDS, 1, second -> second == 20 ? 0.5 : 0));
    viewers.addAll(ScriptedViewers.viewers(2, SECONDS, 2, second -> 0.6));
    assertEquals(20, highest(ResponseScores.of(viewers, SECONDS, SURPRISE)), 1);
  }

  @Test
  void facesFollowTheCreative() {
    ScoreSettings late = new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 1, 2000, 5);
    assertEquals(18, highest(scores(20, late, second -> second == 20 ? 0.5 : 0)));
  }

  @Test
  void tooFewViewersHaveNoScore() {
    List<List<List<ViewerSecond>>> viewers = new ArrayList<>();
    for (List<List<ViewerSecond>> viewer : ScriptedViewers.viewers(6, SECONDS, 1, second -> 0)) {
      viewers.add(
          List.of(
              viewer.get(0).stream()
                  .map(one -> one.second() < 30 ? one : ScriptedViewers.unobserved(one.second()))
                  .toList()));
    }
    viewers.addAll(ScriptedViewers.viewers(4, SECONDS, 2, second -> second > 40 ? 0.5 : 0));
    ResponseScores scores = ResponseScores.of(viewers, SECONDS, SURPRISE);
    assertNotNull(scores.seconds().get(29).score());
    assertNull(scores.seconds().get(45).score());
    assertEquals(4, scores.seconds().get(45).viewers());
  }

  @Test
  void nobodyGivesNothing() {
    ResponseScores scores = ResponseScores.of(List.of(), SECONDS, SURPRISE);
    assertNull(scores.pValue());
    assertFalse(scores.isAnythingOutstanding());
    assertEquals(SECONDS, scores.seconds().size());
  }

  private static ResponseScores scores(
      int viewers, ScoreSettings settings, java.util.function.IntToDoubleFunction script) {
    return ResponseScores.of(
        ScriptedViewers.viewers(viewers, SECONDS, 7, script), SECONDS, settings);
  }

  private static int highest(ResponseScores scores) {
    return scores.seconds().stream()
        .filter(second -> second.score() != null)
        .max(Comparator.comparingDouble(SecondScore::score))
        .orElseThrow()
        .second();
  }
}
