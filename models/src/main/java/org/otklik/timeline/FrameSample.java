package org.otklik.timeline;

import org.otklik.emotion.EmotionScores;

/**
 * What one sampled frame of a recording says of its viewer.
 *
 * @param mediaTimeMs time in the recording
 * @param scores null unless the outcome is OBSERVED
 */
public record FrameSample(int mediaTimeMs, FrameOutcome outcome, EmotionScores scores) {

  public FrameSample {
    if ((outcome == FrameOutcome.OBSERVED) != (scores != null)) {
      throw new IllegalArgumentException(
          "Scores belong to observed frames, and only to them: " + outcome + ", " + scores);
    }
  }
}
