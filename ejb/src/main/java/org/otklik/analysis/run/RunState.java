package org.otklik.analysis.run;

/** Life of an analysis run. */
public enum RunState {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED;

  public boolean isEnded() {
    return this == COMPLETED || this == FAILED;
  }
}
