package org.otklik.emotion;

/** What an emotion counts as in the metrics; which emotion is in which is a {@link Polarity}. */
public enum EmotionGroup {
  POSITIVE,
  NEGATIVE,
  NEUTRAL
}
