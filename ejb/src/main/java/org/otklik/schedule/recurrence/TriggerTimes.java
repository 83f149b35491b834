package org.otklik.schedule.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recurrence in a time zone, without the excluded days.
 *
 * @param excludedDates local dates
 * @param excludesWeekends Saturdays and Sundays, too
 */
public record TriggerTimes(
    Recurrence recurrence, ZoneId zone, Set<LocalDate> excludedDates, boolean excludesWeekends) {

  /** A plan that falls on excluded days only, for years, is over. */
  private static final int MAX_EXCLUDED = 4000;

  public TriggerTimes {
    excludedDates = Set.copyOf(excludedDates);
  }

  /** The first fire strictly after the given time; empty when there is none. */
  public Optional<Instant> next(Instant after) {
    Instant from = after;
    for (int passed = 0; passed < MAX_EXCLUDED; passed++) {
      Optional<Instant> time = recurrence.next(from, zone);
      if (time.isEmpty() || !isExcluded(LocalDate.ofInstant(time.get(), zone))) {
        return time;
      }
      LocalDate day = LocalDate.ofInstant(time.get(), zone);
      from = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }
    return Optional.empty();
  }

  /** The next fires, the earliest first; fewer than asked for when the plan ends. */
  public List<Instant> next(Instant after, int most) {
    List<Instant> fires = new ArrayList<>();
    Optional<Instant> fire = next(after);
    while (fire.isPresent() && fires.size() < most) {
      fires.add(fire.get());
      fire = next(fire.get());
    }
    return fires;
  }

  private boolean isExcluded(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return excludedDates.contains(day) || excludesWeekends && weekend;
  }
}
