package org.otklik.schedule.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Every so many minutes, hours, days or weeks.
 *
 * @param start the first time
 * @param every so many units lie between two times
 * @param end no time is after it; null for no end
 * @param times how many there are; null for no limit
 */
public record SimpleRecurrence(
    LocalDateTime start, int every, IntervalUnit unit, LocalDateTime end, Integer times)
    implements Recurrence {
  public static final int MAX_EVERY = 1000;
  public static final int MAX_TIMES = 1_000_000;

  public SimpleRecurrence {
    Recurrence.check("recurrence.start", start);
    Recurrence.check("recurrence.end", end);
    Recurrence.checkOrder(start, end);
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    long number = Math.max(0, numberNotAfter(after, zone));
    while (times == null || number < times) {
      Instant time = time(number, zone);
      if (end != null && time.isAfter(LocalTimes.instant(end, zone))) {
        return Optional.empty();
      }
      if (time.isAfter(after)) {
        return Optional.of(time);
      }
      number++;
    }
    return Optional.empty();
  }

  private Instant time(long number, ZoneId zone) {
    if (unit.isElapsed()) {
      return LocalTimes.instant(start, zone).plus(step().multipliedBy(number));
    }
    return LocalTimes.instant(start.plusDays(number * every * unit.days()), zone);
  }

  /** A number whose time is not after the given one, and close to it. */
  private long numberNotAfter(Instant after, ZoneId zone) {
    if (unit.isElapsed()) {
      Duration gone = Duration.between(LocalTimes.instant(start, zone), after);
      return Math.floorDiv(gone.toSeconds(), step().toSeconds());
    }
    LocalDate day = LocalDate.ofInstant(after, zone);
    // One less: later on the same day, and shifted by a gap to the next one.
    return ChronoUnit.DAYS.between(start.toLocalDate(), day) / ((long) every * unit.days()) - 1;
  }

  private Duration step() {
    return unit.elapsed().multipliedBy(every);
  }
}
