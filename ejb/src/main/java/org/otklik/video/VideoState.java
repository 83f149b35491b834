package org.otklik.video;

/** Whether browsers can play a video. */
public enum VideoState {
  /** A copy for browsers is being made. */
  PREPARING,
  READY,
  /** No copy can be made. */
  NONE,
  /** Retention has deleted it. */
  DELETED,
  /** There never was one: of a live showing only scores are kept. */
  NEVER
}
