package org.otklik.schedule;

/** Whether a schedule fires. */
public enum ScheduleState {
  ACTIVE,
  PAUSED,
  /** No fire is to come. */
  ENDED
}
