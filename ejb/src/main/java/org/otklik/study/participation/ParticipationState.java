package org.otklik.study.participation;

/** How far a viewer has come in a study. */
public enum ParticipationState {
  /** The link was followed. */
  OPENED,
  DECLINED,
  TOO_YOUNG,
  AGREED,
  NO_CAMERA,
  /** At least one recording is taken in. */
  RECORDED,
  COMPLETED,
  WITHDRAWN,
  /** All places for viewers who answer so are taken. */
  FULL;

  /** Whether a personal link that led here lets nobody in any more. */
  boolean usesUpLink() {
    return this == RECORDED
        || this == COMPLETED
        || this == TOO_YOUNG
        || this == FULL
        || this == WITHDRAWN;
  }

  /** Whether the viewer may go on. */
  boolean isOnTheWay() {
    return this == OPENED || this == AGREED || this == NO_CAMERA || this == RECORDED;
  }
}
