package org.otklik.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.emotion.EmotionGroup.NEGATIVE;
import static org.otklik.emotion.EmotionGroup.NEUTRAL;
import static org.otklik.emotion.EmotionGroup.POSITIVE;
import static org.otklik.timeline.ScoresFixture.second;
import static org.otklik.timeline.ScoresFixture.unseen;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.Emotion;
import org.otklik.metric.WilsonInterval;

class SecondSpreadTest {

  private static final List<List<ViewerSecond>> VIEWINGS =
      List.of(
          List.of(second(0, POSITIVE), second(1, NEUTRAL)),
          List.of(second(0, POSITIVE), unseen(1)),
          List.of(second(0, NEGATIVE), second(1, NEUTRAL), second(2, POSITIVE)),
          List.of(second(-1, POSITIVE), unseen(0), unseen(1)));

  @Test
  void meansAreThoseOfTheCurve() {
    List<SecondSpread> spreads = SecondSpread.of(VIEWINGS, 2);
    List<CreativeSecond> curve = CreativeCurve.of(VIEWINGS, 2);
    assertEquals(2, spreads.size());
    for (int i = 0; i < 2; i++) {
      assertEquals(curve.get(i).n(), spreads.get(i).eei().n());
      assertEquals(curve.get(i).eei(), spreads.get(i).eei().mean(), 1e-9);
      assertEquals(curve.get(i).meanValence(), spreads.get(i).valence().mean(), 1e-9);
      assertEquals(curve.get(i).meanArousal(), spreads.get(i).arousal().mean(), 1e-9);
      assertEquals(
          curve.get(i).meanScores().probability(Emotion.HAPPINESS),
          spreads.get(i).emotions().get(Emotion.HAPPINESS).mean(),
          1e-9);
    }
  }

  @Test
  void attentionCountsEveryoneRecordedAlsoThoseNotObserved() {
    SecondSpread first = SecondSpread.of(VIEWINGS, 3).get(0);
    assertEquals(WilsonInterval.of(3, 4), first.attention());
    assertEquals(WilsonInterval.of(1, 1), SecondSpread.of(VIEWINGS, 3).get(2).attention());
  }

  @Test
  void secondWithoutViewersHasNothing() {
    SecondSpread none = SecondSpread.of(List.of(), 1).get(0);
    assertNull(none.attention());
    assertNull(none.eei());
    assertTrue(none.emotions().isEmpty());
    SecondSpread unseen = SecondSpread.of(List.of(List.of(unseen(0))), 1).get(0);
    assertEquals(WilsonInterval.of(0, 1), unseen.attention());
    assertNull(unseen.valence());
  }
}
