package org.otklik.vision.model;

/** What a model is for; stands in its card in lower case with hyphens. */
public enum ModelTask {
  FACE_DETECTION,
  EMOTION_CLASSIFICATION,
  /** In which steps of a sound somebody speaks. */
  VOICE_ACTIVITY,
  /** What is read from a piece of speech, for the classifier that follows. */
  VOICE_FEATURES,
  VOICE_EMOTION;

  /**
   * Whether it works on pictures, whose tensors a card describes; those of sound are the task's.
   */
  public boolean isOfPictures() {
    return this == FACE_DETECTION || this == EMOTION_CLASSIFICATION;
  }
}
