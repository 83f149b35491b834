package org.otklik.curve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.ViewerSecond;

class EmotionRisesTest {
  private static final int SECONDS = 30;
  private final Random random = new Random(7);

  /** Each viewer's own level with noise; anger rises by so much in second 12. */
  private EmotionRises rises(int viewers, double rise) {
    List<List<List<ViewerSecond>>> all = new ArrayList<>();
    for (int viewer = 0; viewer < viewers; viewer++) {
      double level = 0.3 * random.nextDouble();
      List<ViewerSecond> seconds = new ArrayList<>();
      for (int second = 0; second < SECONDS; second++) {
        double anger = level + 0.1 * random.nextDouble() + (second == 12 ? rise : 0);
        seconds.add(
            new ViewerSecond(
                second,
                1,
                1,
                EmotionScores.of(anger, 0, 0, 0, 0, 0, 1 - anger),
                EmotionGroup.NEUTRAL));
      }
      all.add(List.of(seconds));
    }
    return EmotionRises.of(all, SECONDS);
  }

  @Test
  void secondThatMostRespondToStandsOutOfTheirOwnLevels() {
    EmotionRises rises = rises(12, 0.15);
    assertTrue(rises.isAboveChance(Emotion.ANGER, 12));
    assertFalse(rises.isAboveChance(Emotion.NEUTRAL, 12), "it falls");
    assertFalse(rises.isAboveChance(Emotion.FEAR, 12), "nobody shows any");
  }

  @Test
  void chanceSeldomStandsOut() {
    int creatives = 0;
    for (int i = 0; i < 100; i++) {
      EmotionRises rises = rises(12, 0);
      boolean any = false;
      for (int second = 0; second < SECONDS; second++) {
        any |= rises.isAboveChance(Emotion.ANGER, second);
      }
      creatives += any ? 1 : 0;
    }
    assertTrue(creatives <= 12, creatives + " of 100, where 5 are expected");
  }

  @Test
  void twoViewersTellNothing() {
    assertFalse(rises(2, 0.5).isAboveChance(Emotion.ANGER, 12));
    assertTrue(rises(3, 0.5).isAboveChance(Emotion.ANGER, 12));
  }
}
