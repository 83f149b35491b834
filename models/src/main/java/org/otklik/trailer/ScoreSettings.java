package org.otklik.trailer;

import java.util.Map;

/**
 * How seconds are scored.
 *
 * @param weights of the measures, not all 0; a measure that is not named does not count
 * @param smoothingSeconds odd; each viewer's score of a second is the mean over so many
 * @param delayMs by which a face follows the creative: what is shown at a time is seen in the faces
 *     that much later
 * @param minViewers with fewer, a second has no score
 */
public record ScoreSettings(
    Map<TrailerMeasure, Double> weights, int smoothingSeconds, int delayMs, int minViewers) {
  public ScoreSettings {
    weights = Map.copyOf(weights);
    if (weights.values().stream().noneMatch(weight -> weight != 0)) {
      throw new IllegalArgumentException("No measure has a weight");
    }
    if (smoothingSeconds < 1 || smoothingSeconds % 2 == 0) {
      throw new IllegalArgumentException("smoothingSeconds must be odd: " + smoothingSeconds);
    }
    if (delayMs < 0 || minViewers < 1) {
      throw new IllegalArgumentException("delayMs and minViewers must not be negative");
    }
  }
}
