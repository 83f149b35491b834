package org.otklik.web.creative;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;

/** Figures of the movements of the face by name. */
public final class MovementMap {
  private MovementMap() {}

  /** Strengths, 0..1; null where they are not known. */
  public static Map<String, Double> of(EmotionScores scores) {
    return scores == null || scores.movements() == null
        ? null
        : each(movement -> EmotionMap.rounded(scores.movements().strength(movement)));
  }

  static <T> Map<String, T> each(Function<FaceMovement, T> figure) {
    Map<String, T> named = new LinkedHashMap<>();
    for (FaceMovement movement : FaceMovement.values()) {
      named.put(movement.name(), figure.apply(movement));
    }
    return named;
  }
}
