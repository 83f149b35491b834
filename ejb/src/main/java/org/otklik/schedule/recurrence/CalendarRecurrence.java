package org.otklik.schedule.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * At minutes of hours of certain days, as in a crontab. A day of the month that a month has not is
 * left out there.
 *
 * @param minutes 0..59, not empty, ascending
 * @param hours 0..23, not empty, ascending
 * @param daysOfMonth 1..31; empty for any
 * @param months 1..12; empty for any
 * @param weekdays empty for any; days of the month and of the week together are refused, because
 *     half of the world reads "and" and the other half "or"
 * @param start no time is before it; null for no start
 * @param end no time is after it; null for no end
 */
public record CalendarRecurrence(
    List<Integer> minutes,
    List<Integer> hours,
    List<Integer> daysOfMonth,
    List<Integer> months,
    List<DayOfWeek> weekdays,
    LocalDateTime start,
    LocalDateTime end)
    implements Recurrence {
  /** From one 29 February to the next, also around 2100, which has none. */
  private static final int MAX_DAYS = 3000;

  public CalendarRecurrence {
    minutes = ascending(minutes);
    hours = ascending(hours);
    daysOfMonth = ascending(daysOfMonth);
    months = ascending(months);
    weekdays = ascending(weekdays);
    require("recurrence.minutes", minutes);
    require("recurrence.hours", hours);
    if (!daysOfMonth.isEmpty() && !weekdays.isEmpty()) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "recurrence.weekdays", weekdays, "[], daysOfMonth = []");
    }
    Recurrence.check("recurrence.start", start);
    Recurrence.check("recurrence.end", end);
    Recurrence.checkOrder(start, end);
  }

  private static <T extends Comparable<T>> List<T> ascending(Collection<T> values) {
    return values.stream().sorted().distinct().toList();
  }

  private static void require(String field, List<Integer> values) {
    if (values.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    LocalDate first =
        LocalDate.ofInstant(after, zone).minusDays(1); // a gap may shift over midnight
    if (start != null && start.toLocalDate().isAfter(first)) {
      first = start.toLocalDate();
    }
    for (LocalDate day = first; !isOver(day, first); day = day.plusDays(1)) {
      Optional<Instant> time = isMeant(day) ? firstOf(day, after, zone) : Optional.empty();
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private boolean isOver(LocalDate day, LocalDate first) {
    return end != null && day.isAfter(end.toLocalDate()) || day.isAfter(first.plusDays(MAX_DAYS));
  }

  private boolean isMeant(LocalDate day) {
    return (months.isEmpty() || months.contains(day.getMonthValue()))
        && (daysOfMonth.isEmpty() || daysOfMonth.contains(day.getDayOfMonth()))
        && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
  }

  private Optional<Instant> firstOf(LocalDate day, Instant after, ZoneId zone) {
    return hours.stream()
        .flatMap(hour -> minutes.stream().map(minute -> day.atTime(hour, minute)))
        .filter(time -> start == null || !time.isBefore(start))
        .filter(time -> end == null || !time.isAfter(end))
        .map(time -> LocalTimes.instant(time, zone))
        .filter(time -> time.isAfter(after))
        .findFirst();
  }
}
