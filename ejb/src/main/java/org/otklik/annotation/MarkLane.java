package org.otklik.annotation;

/** What is seen or heard in a marked stretch. */
public enum MarkLane {
  BRAND,
  PACKSHOT,
  VOICE_OVER,
  CLAIM,
  /** What the mark's name tells. */
  OTHER
}
