package org.otklik.emotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmotionScoresTest {

  private static final EmotionScores HAPPY =
      EmotionScores.of(0.05, 0.05, 0.05, 0.5, 0.05, 0.2, 0.1);

  @Test
  void singlePrecisionSumsAreRenormalised() {
    EmotionScores scores = EmotionScores.of(0.1f, 0.1f, 0.1f, 0.4f, 0.1f, 0.1f, 0.1f);
    assertEquals(1, Arrays.stream(scores.toArray()).sum(), 1e-12);
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> EmotionScores.of(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> EmotionScores.of(1, 1, 0, 0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> EmotionScores.of(-1, 1, 1, 0, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> EmotionScores.of(Double.NaN, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void dominantAndMarginTellTheFirstFromTheSecond() {
    assertEquals(Emotion.HAPPINESS, HAPPY.dominant());
    assertEquals(0.3, HAPPY.margin(), 1e-12);
  }

  @Test
  void groupsAddUpTheirEmotions() {
    assertEquals(0.7, HAPPY.groupProbability(EmotionGroup.POSITIVE, Polarity.STANDARD), 1e-12);
    assertEquals(0.2, HAPPY.groupProbability(EmotionGroup.NEGATIVE, Polarity.STANDARD), 1e-12);
    assertEquals(0.1, HAPPY.groupProbability(EmotionGroup.NEUTRAL, Polarity.STANDARD), 1e-12);
  }

  @Test
  void weightedMeanFollowsTheWeightsWhateverTheirUnit() {
    EmotionScores neutral = EmotionScores.of(0, 0, 0, 0, 0, 0, 1);
    EmotionScores sad = EmotionScores.of(0, 0, 0, 0, 1, 0, 0);
    EmotionScores mean = EmotionScores.weightedMean(List.of(neutral, sad), 300, 100);
    assertEquals(0.75, mean.probability(Emotion.NEUTRAL), 1e-12);
    assertEquals(0.25, mean.probability(Emotion.SADNESS), 1e-12);
  }

  @Test
  void meanOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> EmotionScores.mean(List.of()));
  }

  @Test
  void neutralFaceIsTheOriginOfTheCircumplex() {
    EmotionScores neutral = EmotionScores.of(0, 0, 0, 0, 0, 0, 1);
    assertEquals(0, Circumplex.valence(neutral), 1e-12);
    assertEquals(0, Circumplex.arousal(neutral), 1e-12);
  }

  @Test
  void circumplexIsTheExpectationOfItsPoints() {
    EmotionScores half = EmotionScores.of(0, 0, 0, 0.5, 0.5, 0, 0);
    assertEquals((0.81 - 0.63) / 2, Circumplex.valence(half), 1e-12);
    assertEquals((0.51 - 0.27) / 2, Circumplex.arousal(half), 1e-12);
  }

  @Test
  void modelsOwnAffectReplacesTheCircumplexAndIsAveraged() {
    EmotionScores own = HAPPY.withAffect(-0.5, 1);
    assertEquals(-0.5, own.valence());
    assertEquals(1, own.arousal());
    assertEquals(Circumplex.valence(HAPPY), HAPPY.valence());
    EmotionScores mean = EmotionScores.weightedMean(List.of(own, HAPPY.withAffect(0.5, 0.2)), 3, 1);
    assertEquals(-0.25, mean.valence(), 1e-12);
    assertEquals(0.8, mean.arousal(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> HAPPY.withAffect(1.01, 0));
    assertThrows(IllegalArgumentException.class, () -> HAPPY.withAffect(0, Double.NaN));
  }

  @Test
  void movementsAreAveragedAndNeverTakenForNothingWhereOneIsNotKnown() {
    FaceMovements still = FaceMovements.of(0, 0.2, 0, 0.4, 0);
    FaceMovements smiling = FaceMovements.of(1, 0.4, 0, 0, 0);
    EmotionScores mean =
        EmotionScores.weightedMean(
            List.of(HAPPY.withMovements(still), HAPPY.withMovements(smiling)), 3, 1);
    assertEquals(0.25, mean.movements().strength(FaceMovement.SMILE), 1e-12);
    assertEquals(0.25, mean.movements().strength(FaceMovement.MOUTH_OPEN), 1e-12);
    assertEquals(0.3, mean.movements().strength(FaceMovement.BROWS_LOWERED), 1e-12);
    assertNull(EmotionScores.mean(List.of(HAPPY.withMovements(still), HAPPY)).movements());
    assertEquals(still, HAPPY.withMovements(still).withAffect(0, 0).movements());
  }

  @Test
  void movementBeyondItsRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> FaceMovements.of(0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> FaceMovements.of(0, 0, 0, 0, 1.01));
    assertThrows(IllegalArgumentException.class, () -> FaceMovements.of(Double.NaN, 0, 0, 0, 0));
  }

  @Test
  void baselineCorrectionLeavesMovementsAsTheyWereSeen() {
    EmotionScores smiling = HAPPY.withMovements(FaceMovements.of(0.8, 0, 0, 0, 0));
    ViewerBaseline rest = ViewerBaseline.mean(List.of(smiling), 1);
    assertEquals(smiling.movements(), rest.takenOutOf(smiling).movements());
  }
}
