package org.otklik.timeline;

import java.util.Arrays;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;

/** Scores and seconds whose meaning is plain. */
public final class ScoresFixture {

  private ScoresFixture() {}

  /** The emotion with probability 0.88, each of the others with 0.02. */
  public static EmotionScores mostly(Emotion emotion) {
    double[] seven = new double[Emotion.values().length];
    Arrays.fill(seven, 0.02);
    seven[emotion.ordinal()] = 0.88;
    return EmotionScores.of(seven);
  }

  public static FrameSample observed(int mediaTimeMs, Emotion emotion) {
    return new FrameSample(mediaTimeMs, FrameOutcome.OBSERVED, mostly(emotion), true);
  }

  public static FrameSample missing(int mediaTimeMs) {
    return new FrameSample(mediaTimeMs, FrameOutcome.NO_FACE, null, false);
  }

  public static ViewerSecond second(int second, EmotionGroup state) {
    return switch (state) {
      case POSITIVE -> new ViewerSecond(second, 1, 1, mostly(Emotion.HAPPINESS), state);
      case NEGATIVE -> new ViewerSecond(second, 1, 1, mostly(Emotion.SADNESS), state);
      case NEUTRAL -> new ViewerSecond(second, 1, 1, mostly(Emotion.NEUTRAL), state);
    };
  }

  public static ViewerSecond unseen(int second) {
    return new ViewerSecond(second, 0, 0, null, null);
  }
}
