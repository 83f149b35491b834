package org.otklik.emotion;

/** The seven emotions a face is asked for, in the order of the model's outputs. */
public enum Emotion {
  ANGER,
  DISGUST,
  FEAR,
  HAPPINESS,
  SADNESS,
  SURPRISE,
  NEUTRAL
}
