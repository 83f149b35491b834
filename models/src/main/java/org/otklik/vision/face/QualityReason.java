package org.otklik.vision.face;

/** Why a face cannot be judged. */
public enum QualityReason {
  TOO_SMALL,
  TOO_DARK,
  TOO_BRIGHT,
  BLURRED,
  /** To a side, up or down. */
  TURNED_AWAY,
  /** Lying on its side or upside down. */
  NOT_UPRIGHT
}
