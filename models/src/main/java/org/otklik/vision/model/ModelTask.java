package org.otklik.vision.model;

/** What a model is for; stands in its card in lower case with hyphens. */
public enum ModelTask {
  FACE_DETECTION,
  EMOTION_CLASSIFICATION
}
