package org.otklik.timeline;

import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;

/**
 * One second of one viewer.
 *
 * @param second seconds since the creative began; negative before it, and may lie beyond its end
 * @param observedShare part of the second in which the viewer was observed, 0..1
 * @param scores time-weighted mean over the observed part; null when too little was observed
 * @param state null exactly when scores are
 */
public record ViewerSecond(
    int second, double observedShare, EmotionScores scores, EmotionGroup state) {

  public ViewerSecond {
    if ((scores == null) != (state == null)) {
      throw new IllegalArgumentException("Scores and state are there together or not at all");
    }
  }

  /** Whether enough of the second was observed for it to count. */
  public boolean isObserved() {
    return state != null;
  }

  /** -1..1; null when too little was observed. */
  public Double valence() {
    return scores == null ? null : scores.valence();
  }

  /** -1..1; null when too little was observed. */
  public Double arousal() {
    return scores == null ? null : scores.arousal();
  }
}
