package org.otklik.schedule.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** At which times something is due; told in local times, which a zone makes instants. */
public sealed interface Recurrence permits OnceRecurrence, SimpleRecurrence, CalendarRecurrence {

  /** The first time strictly after the given one; empty when there is none. */
  Optional<Instant> next(Instant after, ZoneId zone);

  /** Far enough for any plan, and far from where arithmetic overflows. */
  int MIN_YEAR = 2000;

  int MAX_YEAR = 2100;

  /**
   * @throws ProblemException when the time is given and its year is out of range
   */
  static void check(String field, LocalDateTime time) {
    if (time != null && (time.getYear() < MIN_YEAR || time.getYear() >= MAX_YEAR)) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          field,
          Fields.shortened(time.toString()),
          MIN_YEAR + "-01-01T00:00 … " + (MAX_YEAR - 1) + "-12-31T23:59");
    }
  }

  /**
   * @throws ProblemException when there is a start and an end, and the end is not after it
   */
  static void checkOrder(LocalDateTime start, LocalDateTime end) {
    if (start != null && end != null && end.isBefore(start)) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "recurrence.end", end.toString(), "≥ " + start);
    }
  }
}
