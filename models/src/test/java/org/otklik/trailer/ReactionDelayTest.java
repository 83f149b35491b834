package org.otklik.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.ViewerSecond;

class ReactionDelayTest {
  private static final int SECONDS = 90;
  private static final List<Integer> CUTS =
      List.of(4_300, 9_800, 17_100, 25_600, 31_400, 40_900, 52_200, 60_700, 71_500, 80_000);

  private final Random random = new Random(3);

  /** Changes expression for two seconds, that much after each cut; a little restless besides. */
  private List<List<ViewerSecond>> viewer(int delayMs, double strength) {
    List<ViewerSecond> seconds = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      double shown = 0.15 + 0.1 * random.nextDouble();
      for (int cut : CUTS) {
        double from = Math.max(second, (cut + delayMs) / 1000.0);
        double until = Math.min(second + 1, (cut + delayMs) / 1000.0 + 2);
        shown += strength * Math.max(0, until - from);
      }
      seconds.add(
          new ViewerSecond(
              second,
              1,
              1,
              EmotionScores.of(0, 0, 0, shown, 0, 0, 1 - shown),
              EmotionGroup.NEUTRAL));
    }
    return List.of(seconds);
  }

  private List<List<List<ViewerSecond>>> viewers(int delayMs, double strength) {
    List<List<List<ViewerSecond>>> viewers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      viewers.add(viewer(delayMs, strength));
    }
    return viewers;
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 800, 1_200, 2_000})
  void responsesToCutsTellIt(int delayMs) {
    ReactionDelay delay = ReactionDelay.estimate(viewers(delayMs, 0.5), SECONDS, CUTS);
    assertTrue(Math.abs(delay.ms() - delayMs) <= 300, delay.toString());
    assertEquals(CUTS.size(), delay.cuts());
  }

  @Test
  void viewersWhoDoNotRespondToCutsTellNothing() {
    int told = 0;
    for (int i = 0; i < 40; i++) {
      told += ReactionDelay.estimate(viewers(0, 0), SECONDS, CUTS) == null ? 0 : 1;
    }
    assertTrue(told <= 6, told + " of 40, where 2 are expected");
  }

  @Test
  void fewCutsTellNothing() {
    assertNull(ReactionDelay.estimate(viewers(1_000, 0.5), SECONDS, CUTS.subList(0, 4)));
    assertNull(ReactionDelay.estimate(List.of(), SECONDS, CUTS));
  }
}
