package org.otklik.analysis.course;

/** Whether face and voice of a call are known together, and if not, why. */
public enum FusionState {
  FUSED,
  /** No analysis has completed yet. */
  NOT_ANALYSED,
  /** The campaign did not ask for voices. */
  VOICE_OFF,
  /** The voice was listened for, and is not known. */
  VOICE_MISSING,
  /** Both are known, but never in the same second. */
  APART
}
