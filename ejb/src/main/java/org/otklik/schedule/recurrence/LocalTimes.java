package org.otklik.schedule.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What a local time means on the days when clocks are changed. */
final class LocalTimes {
  private LocalTimes() {}

  /**
   * A time that is left out when clocks go forward means the first instant after the gap; one that
   * comes twice when they go back means the earlier one. Later local times are never earlier
   * instants.
   */
  static Instant instant(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(zone).toInstant();
    }
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
  }
}
