package org.otklik.schedule.recurrence;

import java.time.Duration;

/** What lies between two fires of a simple recurrence. */
public enum IntervalUnit {
  MINUTES(Duration.ofMinutes(1), 0),
  HOURS(Duration.ofHours(1), 0),
  DAYS(null, 1),
  WEEKS(null, 7);

  private final Duration elapsed;
  private final int days;

  IntervalUnit(Duration elapsed, int days) {
    this.elapsed = elapsed;
    this.days = days;
  }

  /** Minutes and hours go by evenly; a day may have 23 or 25 of them and keeps its local time. */
  boolean isElapsed() {
    return elapsed != null;
  }

  /** Length of an elapsed unit. */
  Duration elapsed() {
    return elapsed;
  }

  /** Length of a local unit. */
  int days() {
    return days;
  }
}
