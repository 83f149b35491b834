package org.otklik.timeline;

import org.otklik.emotion.EmotionScores;

/**
 * What one sampled frame of a recording says of its viewer.
 *
 * @param mediaTimeMs time in the recording
 * @param scores null unless the outcome is OBSERVED
 * @param isAttentive whether a face is there and turned to the screen, however well it can be
 *     judged
 */
public record FrameSample(
    int mediaTimeMs, FrameOutcome outcome, EmotionScores scores, boolean isAttentive) {

  public FrameSample {
    if ((outcome == FrameOutcome.OBSERVED) != (scores != null)) {
      throw new IllegalArgumentException(
          "Scores belong to observed frames, and only to them: " + outcome + ", " + scores);
    }
  }

  /** The same frame of a camera that stands still: nothing is known of it. */
  public FrameSample frozen() {
    return new FrameSample(mediaTimeMs, FrameOutcome.FROZEN, null, false);
  }

  /** The same frame with its scores corrected. */
  FrameSample withScores(EmotionScores corrected) {
    return new FrameSample(mediaTimeMs, outcome, corrected, isAttentive);
  }
}
