package org.otklik.schedule;

/** How far a run of a schedule is. */
public enum ScheduleRunState {
  DUE,
  /** Its reports are being made. */
  REPORTING,
  /** From before the first attempt to send the mail. */
  MAILING,
  COMPLETED,
  /** There was nothing new to report. */
  SKIPPED,
  FAILED,
  /** No server was running when it was due. */
  MISSED;

  public boolean isEnded() {
    return this == COMPLETED || this == SKIPPED || this == FAILED || this == MISSED;
  }
}
