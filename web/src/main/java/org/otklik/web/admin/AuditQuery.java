package org.otklik.web.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.otklik.access.AuditFilter;
import org.otklik.access.AuditKind;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** A filter of the audit log as it is written in addresses; days are by UTC. */
final class AuditQuery {
  private static final int LONGEST_LOGIN = 64;

  private AuditQuery() {}

  /**
   * @param to the last day
   * @throws ProblemException FIELD_INVALID
   */
  static AuditFilter of(String user, String kind, String from, String to) {
    return new AuditFilter(
        given(user) ? Fields.text("user", user, LONGEST_LOGIN) : null,
        given(kind) ? kind(kind) : null,
        given(from) ? begin("from", from, 0) : null,
        given(to) ? begin("to", to, 1) : null);
  }

  private static AuditKind kind(String text) {
    return Arrays.stream(AuditKind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    "kind",
                    Fields.shortened(text),
                    Arrays.toString(AuditKind.values())));
  }

  private static Instant begin(String field, String day, int daysLater) {
    try {
      LocalDate date = LocalDate.parse(day.strip());
      if (date.getYear() >= 1970 && date.getYear() <= 9999) {
        return date.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
    } catch (DateTimeParseException e) {
      throw invalid(field, day);
    }
    throw invalid(field, day);
  }

  private static ProblemException invalid(String field, String day) {
    return new ProblemException(
        ProblemCode.FIELD_INVALID, field, Fields.shortened(day), "2026-01-31");
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }
}
