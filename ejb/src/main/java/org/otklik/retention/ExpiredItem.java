package org.otklik.retention;

/**
 * One thing whose period is over.
 *
 * @param id its key
 */
public record ExpiredItem(DataClass dataClass, Subject subject, long id) {
  /** What the key is of. */
  public enum Subject {
    RECORDING,
    VIEWER,
    PARTICIPATION,
    REPORT
  }
}
