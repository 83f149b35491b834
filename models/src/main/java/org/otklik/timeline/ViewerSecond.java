package org.otklik.timeline;

import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;

/**
 * One second of one viewer.
 *
 * @param second seconds since the creative began; negative before it, and may lie beyond its end
 * @param observedShare part of the second in which the viewer was observed, 0..1
 * @param attentiveShare part of the second in which the viewer's face was there and turned to the
 *     screen, 0..1
 * @param scores time-weighted mean over the observed part; null when too little was observed
 * @param state null exactly when scores are
 */
public record ViewerSecond(
    int second,
    double observedShare,
    double attentiveShare,
    EmotionScores scores,
    EmotionGroup state) {

  private static final double MIN_ATTENTIVE_SHARE = 0.5;

  /** Forgives what adding up parts of a second in binary fractions loses. */
  static final double ROUNDING = 1e-9;

  public ViewerSecond {
    if ((scores == null) != (state == null)) {
      throw new IllegalArgumentException("Scores and state are there together or not at all");
    }
  }

  /** Whether enough of the second was observed for it to count. */
  public boolean isObserved() {
    return state != null;
  }

  /** Whether the viewer looked at the screen for at least half of the second. */
  public boolean isAttentive() {
    return attentiveShare >= MIN_ATTENTIVE_SHARE - ROUNDING;
  }

  /** Whether surprise was the most probable emotion, whatever group it counts as. */
  public boolean isSurprised() {
    return isObserved() && scores.dominant() == Emotion.SURPRISE;
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
