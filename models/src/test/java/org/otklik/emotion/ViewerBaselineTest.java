package org.otklik.emotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.emotion.Emotion.ANGER;
import static org.otklik.emotion.Emotion.HAPPINESS;
import static org.otklik.emotion.Emotion.NEUTRAL;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewerBaselineTest {

  /** Nobody has angered this viewer: the face is like that. */
  private static final EmotionScores ANGRY_AT_REST =
      EmotionScores.of(0.6, 0.05, 0.02, 0.01, 0.1, 0.02, 0.2);

  private static ViewerBaseline level(EmotionScores scores) {
    return ViewerBaseline.mean(List.of(scores), 1);
  }

  private static EmotionScores random(Random random) {
    double[] seven = random.doubles(7, 0, 1).map(p -> Math.pow(p, 4)).toArray();
    double sum = Arrays.stream(seven).sum();
    return EmotionScores.of(Arrays.stream(seven).map(p -> p / sum).toArray());
  }

  @Test
  void faceAtItsOwnRestIsNeutral() {
    EmotionScores left = level(ANGRY_AT_REST).takenOutOf(ANGRY_AT_REST);
    assertEquals(EmotionScores.of(0, 0, 0, 0, 0, 0, 1), left);
  }

  @Test
  void whatLiesBeyondRestIsThePartOfTheWayToCertainty() {
    EmotionScores angrier = EmotionScores.of(0.9, 0.02, 0.02, 0.01, 0.02, 0.01, 0.02);
    EmotionScores left = level(ANGRY_AT_REST).takenOutOf(angrier);
    assertEquals((0.9 - 0.6) / (1 - 0.6), left.probability(ANGER), 1e-12);
    assertEquals(0.25, left.probability(NEUTRAL), 1e-12);
  }

  @Test
  void smileOfAnAngryLookingFaceStaysASmile() {
    EmotionScores smile = EmotionScores.of(0.1, 0, 0, 0.85, 0, 0, 0.05);
    EmotionScores left = level(ANGRY_AT_REST).takenOutOf(smile);
    assertEquals(HAPPINESS, left.dominant());
    assertEquals((0.85 - 0.01) / 0.99, left.probability(HAPPINESS), 1e-12);
  }

  @Test
  void viewerNeutralAtRestStaysAsObserved() {
    EmotionScores neutral = EmotionScores.of(0, 0, 0, 0, 0, 0, 1);
    double[] left = level(neutral).takenOutOf(ANGRY_AT_REST).toArray();
    for (Emotion emotion : Emotion.values()) {
      assertEquals(ANGRY_AT_REST.probability(emotion), left[emotion.ordinal()], 1e-12);
    }
  }

  @Test
  void emotionCertainAtRestIsNeverFoundAndOneCertainNowStaysSo() {
    EmotionScores angry = EmotionScores.of(1, 0, 0, 0, 0, 0, 0);
    assertEquals(NEUTRAL, level(angry).takenOutOf(angry).dominant());
    EmotionScores happy = EmotionScores.of(0, 0, 0, 1, 0, 0, 0);
    assertEquals(1, level(angry).takenOutOf(happy).probability(HAPPINESS), 1e-12);
    assertEquals(1, level(ANGRY_AT_REST).takenOutOf(angry).probability(ANGER), 1e-12);
  }

  @Test
  void noEmotionIsEverFoundThatWasNotThereAndAllSumToOne() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      EmotionScores raw = random(random);
      List<EmotionScores> rest = List.of(random(random), random(random), random(random));
      ViewerBaseline level =
          i % 2 == 0 ? ViewerBaseline.mean(rest, 1, 2, 3) : ViewerBaseline.median(rest, 1, 2, 3);
      EmotionScores left = level.takenOutOf(raw);
      assertEquals(1, Arrays.stream(left.toArray()).sum(), 1e-12);
      for (Emotion emotion : Emotion.values()) {
        double now = left.probability(emotion);
        assertTrue(now >= 0 && now <= 1, left.toString());
        assertTrue(emotion == NEUTRAL || now <= raw.probability(emotion) + 1e-12, left.toString());
      }
    }
  }

  @Test
  void medianIsOfTheWeightAndNotOfTheCount() {
    EmotionScores low = EmotionScores.of(0.1, 0, 0, 0, 0, 0, 0.9);
    EmotionScores middle = EmotionScores.of(0.3, 0, 0, 0, 0, 0, 0.7);
    EmotionScores high = EmotionScores.of(0.8, 0, 0, 0, 0, 0, 0.2);
    List<EmotionScores> shuffled = List.of(high, low, middle);
    assertEquals(0.3, ViewerBaseline.median(shuffled, 1, 1, 1).of(ANGER), 1e-12);
    assertEquals(0.8, ViewerBaseline.median(shuffled, 5, 1, 1).of(ANGER), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> ViewerBaseline.median(shuffled, 0, 0, 0));
  }
}
