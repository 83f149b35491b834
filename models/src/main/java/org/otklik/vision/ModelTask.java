package org.otklik.vision;

/** What a model is for; stands in its card in lower case with hyphens. */
public enum ModelTask {
  FACE_DETECTION,
  EMOTION_CLASSIFICATION
}
