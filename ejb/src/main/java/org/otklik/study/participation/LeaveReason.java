package org.otklik.study.participation;

/** Why a viewer does not take part. */
public enum LeaveReason {
  DECLINED(ParticipationState.DECLINED),
  TOO_YOUNG(ParticipationState.TOO_YOUNG);

  private final ParticipationState state;

  LeaveReason(ParticipationState state) {
    this.state = state;
  }

  ParticipationState state() {
    return state;
  }
}
