package org.otklik.vision.face;

/**
 * How faces are looked for.
 *
 * @param scoreThreshold least score of a face, 0..1; null: as the model's card says
 * @param intraOpThreads threads of one call of the model
 * @param framesPerCall most frames in one call of the model; bounds the memory, and a few are
 *     faster than many, whose tensors no longer fit the caches
 */
public record DetectionSettings(Double scoreThreshold, int intraOpThreads, int framesPerCall) {

  public static final DetectionSettings STANDARD = new DetectionSettings(null, 1, 4);

  public DetectionSettings {
    if (scoreThreshold != null && !(scoreThreshold > 0 && scoreThreshold < 1)) {
      throw new IllegalArgumentException("scoreThreshold must be in 0..1: " + scoreThreshold);
    }
    if (intraOpThreads < 1 || framesPerCall < 1) {
      throw new IllegalArgumentException("Threads and frames a call must be positive");
    }
  }
}
