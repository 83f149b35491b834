package org.otklik.emotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolarityTest {
  private final Map<Emotion, EmotionGroup> groups = new EnumMap<>(Polarity.STANDARD.groups());

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void everyEmotionHasAGroup(Emotion emotion) {
    groups.remove(emotion);
    assertThrows(IllegalArgumentException.class, () -> new Polarity(groups));
  }

  @ParameterizedTest
  @EnumSource(
      value = EmotionGroup.class,
      names = {"POSITIVE", "NEGATIVE"})
  void neutralExpressionIsNeitherPositiveNorNegative(EmotionGroup group) {
    groups.put(Emotion.NEUTRAL, group);
    assertThrows(IllegalArgumentException.class, () -> new Polarity(groups));
  }

  @Test
  void whatIsLeftOutOfAGroupDoesNotAddToIt() {
    groups.put(Emotion.FEAR, EmotionGroup.NEUTRAL);
    groups.put(Emotion.SADNESS, EmotionGroup.NEUTRAL);
    Polarity polarity = new Polarity(groups);
    assertEquals(
        List.of(Emotion.ANGER, Emotion.DISGUST), polarity.emotionsOf(EmotionGroup.NEGATIVE));
    EmotionScores scores = EmotionScores.of(0.1, 0.1, 0.2, 0.1, 0.3, 0.1, 0.1);
    assertEquals(0.7, scores.groupProbability(EmotionGroup.NEGATIVE, Polarity.STANDARD), 1e-12);
    assertEquals(0.2, scores.groupProbability(EmotionGroup.NEGATIVE, polarity), 1e-12);
    assertEquals(0.6, scores.groupProbability(EmotionGroup.NEUTRAL, polarity), 1e-12);
  }
}
