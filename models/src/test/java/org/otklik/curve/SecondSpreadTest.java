package org.otklik.curve;

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
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.FaceMovements;
import org.otklik.statistics.MeanInterval;
import org.otklik.statistics.WilsonInterval;
import org.otklik.timeline.ScoresFixture;
import org.otklik.timeline.ViewerSecond;

class SecondSpreadTest {

  /** Four viewers who watched once. */
  private static final List<List<List<ViewerSecond>>> VIEWERS =
      List.of(
          List.of(List.of(second(0, POSITIVE), second(1, NEUTRAL))),
          List.of(List.of(second(0, POSITIVE), unseen(1))),
          List.of(List.of(second(0, NEGATIVE), second(1, NEUTRAL), second(2, POSITIVE))),
          List.of(List.of(second(-1, POSITIVE), unseen(0), unseen(1))));

  @Test
  void meansAreThoseOfTheCurve() {
    List<SecondSpread> spreads = SecondSpread.of(VIEWERS, 2);
    List<CreativeSecond> curve = CreativeCurve.of(VIEWERS, 2);
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
    SecondSpread first = SecondSpread.of(VIEWERS, 3).get(0);
    assertEquals(WilsonInterval.of(3, 4), first.attention());
    assertEquals(WilsonInterval.of(1, 1), SecondSpread.of(VIEWERS, 3).get(2).attention());
  }

  @Test
  void twoRecordingsOfOneViewerNarrowNothing() {
    List<List<List<ViewerSecond>>> twice =
        VIEWERS.stream().map(one -> List.of(one.get(0), one.get(0))).toList();
    assertEquals(SecondSpread.of(VIEWERS, 3), SecondSpread.of(twice, 3));
  }

  @Test
  void viewerWhoLookedAwayInOneOfTwoViewingsCountsHalf() {
    ViewerSecond looks = second(0, NEUTRAL);
    ViewerSecond away = new ViewerSecond(0, 1, 0, looks.scores(), NEUTRAL);
    List<List<List<ViewerSecond>>> viewers =
        List.of(List.of(List.of(looks), List.of(away)), List.of(List.of(looks)));
    assertEquals(WilsonInterval.of(1.5, 2), SecondSpread.of(viewers, 1).get(0).attention());
  }

  @Test
  void secondWithoutViewersHasNothing() {
    SecondSpread none = SecondSpread.of(List.of(), 1).get(0);
    assertNull(none.attention());
    assertNull(none.eei());
    assertTrue(none.emotions().isEmpty());
    SecondSpread unseen = SecondSpread.of(List.of(List.of(List.of(unseen(0)))), 1).get(0);
    assertEquals(WilsonInterval.of(0, 1), unseen.attention());
    assertNull(unseen.valence());
  }

  private static List<List<ViewerSecond>> smiling(double strength) {
    EmotionScores scores =
        ScoresFixture.mostly(Emotion.HAPPINESS)
            .withMovements(FaceMovements.of(strength, 0, 0, 0.1, 0));
    return List.of(List.of(new ViewerSecond(0, 1, 1, scores, POSITIVE)));
  }

  @Test
  void movementsAreMeansOverViewersWithTheirInterval() {
    SecondSpread spread = SecondSpread.of(List.of(smiling(0.2), smiling(0.6)), 1).get(0);
    MeanInterval smile = spread.movements().get(FaceMovement.SMILE);
    assertEquals(0.4, smile.mean(), 1e-12);
    assertEquals(2, smile.n());
    assertEquals(
        0.4,
        CreativeCurve.of(List.of(smiling(0.2), smiling(0.6)), 1)
            .get(0)
            .meanScores()
            .movements()
            .strength(FaceMovement.SMILE),
        1e-12);
  }

  @Test
  void movementsAreUnknownWhereThoseOfOneViewerAre() {
    List<List<List<ViewerSecond>>> viewers =
        List.of(smiling(0.5), List.of(List.of(second(0, POSITIVE))));
    assertTrue(SecondSpread.of(viewers, 1).get(0).movements().isEmpty());
    assertNull(CreativeCurve.of(viewers, 1).get(0).meanScores().movements());
    assertEquals(2, SecondSpread.of(viewers, 1).get(0).valence().n());
  }
}
