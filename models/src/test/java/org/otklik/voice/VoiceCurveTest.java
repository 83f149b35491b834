package org.otklik.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.EmotionGroup;

class VoiceCurveTest {

  @Test
  void countsPersonsAndNotTheirViewings() {
    List<VoiceCurve.Second> curve =
        VoiceCurve.of(
            List.of(
                new VoiceVote(1, 4, EmotionGroup.POSITIVE, 0.2),
                new VoiceVote(1, 4, EmotionGroup.NEUTRAL, 0.4),
                new VoiceVote(2, 4, EmotionGroup.POSITIVE, 0.1),
                new VoiceVote(3, 4, EmotionGroup.NEGATIVE, 0.2),
                new VoiceVote(2, 6, EmotionGroup.NEUTRAL, null)));
    assertEquals(List.of(4, 6), curve.stream().map(VoiceCurve.Second::second).toList());
    VoiceCurve.Second second = curve.get(0);
    assertEquals(3, second.n());
    assertEquals(0.5, second.positive().share(), 1e-9);
    assertEquals(1 / 3.0, second.negative().share(), 1e-9);
    assertTrue(second.positive().low() < 0.2 && second.positive().high() > 0.8);
    assertEquals(0.2, second.agitation().mean(), 1e-9);
    assertEquals(3, second.agitation().n());
    assertNull(curve.get(1).agitation());
  }

  @Test
  void onTheWholeEveryViewerCountsOnceHoweverMuchTheySay() {
    assertTrue(VoiceSummary.of(List.of()).isEmpty());
    VoiceSummary summary =
        VoiceSummary.of(
                List.of(
                    new VoiceVote(1, 1, EmotionGroup.POSITIVE, null),
                    new VoiceVote(1, 2, EmotionGroup.NEUTRAL, null),
                    new VoiceVote(1, 2, EmotionGroup.NEUTRAL, null),
                    new VoiceVote(1, 3, EmotionGroup.NEUTRAL, null),
                    new VoiceVote(2, 1, EmotionGroup.NEGATIVE, null),
                    new VoiceVote(3, 1, EmotionGroup.POSITIVE, null)))
            .orElseThrow();
    assertEquals(3, summary.viewers());
    assertEquals(5 / 3.0, summary.seconds(), 1e-9);
    assertEquals((0.25 + 0 + 1) / 3, summary.positive().mean(), 1e-9);
    assertEquals(1 / 3.0, summary.negative().mean(), 1e-9);
    assertEquals(3, summary.positive().n());
  }

  @Test
  void theStateIsTheLikeliestOfThree() {
    assertEquals(EmotionGroup.NEGATIVE, new VoiceScores(0.2, 0.2, 0.35, 0.25, 0).state());
    assertEquals(EmotionGroup.NEUTRAL, new VoiceScores(0.1, 0.2, 0.4, 0.3, 0).state());
    assertEquals(EmotionGroup.POSITIVE, new VoiceScores(0.1, 0.2, 0.3, 0.4, 0).state());
  }
}
