package org.otklik.schedule.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** One time only. */
public record OnceRecurrence(LocalDateTime at) implements Recurrence {
  public OnceRecurrence {
    Recurrence.check("recurrence.start", at);
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    return Optional.of(LocalTimes.instant(at, zone)).filter(time -> time.isAfter(after));
  }
}
