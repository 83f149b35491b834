package org.otklik.trailer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.ViewerSecond;

/**
 * Viewers whose surprise in each second is a script's, each with a level and noise of their own.
 */
final class ScriptedViewers {
  private static final double NOISE = 0.08;

  private ScriptedViewers() {}

  static List<List<List<ViewerSecond>>> viewers(
      int count, int seconds, int seed, IntToDoubleFunction surprise) {
    Random random = new Random(seed);
    List<List<List<ViewerSecond>>> viewers = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      double level = 0.1 + 0.2 * random.nextDouble();
      List<ViewerSecond> viewing = new ArrayList<>();
      for (int second = 0; second < seconds; second++) {
        double own = level + surprise.applyAsDouble(second) + NOISE * random.nextGaussian();
        viewing.add(second(second, Math.max(0.01, Math.min(0.95, own))));
      }
      viewers.add(List.of(viewing));
    }
    return viewers;
  }

  static ViewerSecond second(int second, double surprise) {
    EmotionScores scores = EmotionScores.of(0, 0, 0, 0, 0, surprise, 1 - surprise);
    return new ViewerSecond(second, 1, 1, scores, EmotionGroup.NEUTRAL);
  }

  static ViewerSecond unobserved(int second) {
    return new ViewerSecond(second, 0, 0, null, null);
  }
}
