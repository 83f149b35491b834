package org.otklik.showing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.EmotionGroup;

class ShowingCurveTest {
  private final ShowingCurve curve = new ShowingCurve();

  @Test
  void eachParticipantHasOneVoiceASecondHoweverManyImagesCome() {
    curve.add(1, 100, EmotionGroup.POSITIVE);
    curve.add(1, 300, EmotionGroup.POSITIVE);
    curve.add(1, 900, EmotionGroup.NEUTRAL);
    curve.add(2, 500, EmotionGroup.NEGATIVE);
    assertEquals(List.of(new ShowingCurve.Point(0, 1, 1, 0)), curve.points());
  }

  @Test
  void secondsWithoutAnybodyAreGapsAndNotNeutral() {
    curve.add(1, 999, EmotionGroup.NEUTRAL);
    curve.add(1, 3000, EmotionGroup.POSITIVE);
    assertEquals(
        List.of(new ShowingCurve.Point(0, 0, 0, 1), new ShowingCurve.Point(3, 1, 0, 0)),
        curve.points());
  }

  @Test
  void whoWithdrawsIsInNoSecondAnyMore() {
    curve.add(1, 0, EmotionGroup.POSITIVE);
    curve.add(2, 0, EmotionGroup.NEGATIVE);
    curve.add(1, 1000, EmotionGroup.POSITIVE);
    curve.remove(1);
    assertEquals(List.of(new ShowingCurve.Point(0, 0, 1, 0)), curve.points());
  }
}
