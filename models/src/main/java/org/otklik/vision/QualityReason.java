package org.otklik.vision;

/** Why a face cannot be judged. */
public enum QualityReason {
  TOO_SMALL,
  TOO_DARK,
  BLURRED,
  TURNED_AWAY
}
