package org.otklik.web.creative;

import java.util.LinkedHashMap;
import java.util.Map;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;

/** The seven probabilities by name. */
public final class EmotionMap {
  private static final double FOUR_PLACES = 1e4;

  private EmotionMap() {}

  /** Null when there are none. */
  public static Map<String, Double> of(EmotionScores scores) {
    if (scores == null) {
      return null;
    }
    Map<String, Double> named = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      named.put(emotion.name(), rounded(scores.probability(emotion)));
    }
    return named;
  }

  /** Four places: more is noise, and fills the line. Null stays null. */
  public static Double rounded(Double value) {
    return value == null ? null : Math.round(value * FOUR_PLACES) / FOUR_PLACES;
  }
}
