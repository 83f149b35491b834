package org.otklik.web.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Values as people write them into the fields of a form; null where nothing is written. */
public final class FormText {
  private static final BigDecimal MS = BigDecimal.valueOf(1000);
  private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(4 * 3600);

  /** What could have been written. */
  private static final String SECONDS = "12.5";

  private FormText() {}

  /**
   * @throws ProblemException FIELD_INVALID
   */
  public static Integer wholeNumber(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw invalid(field, text, "1, 2, 3, …");
    }
  }

  /**
   * Milliseconds of seconds with a point or a comma, up to four hours.
   *
   * @throws ProblemException FIELD_INVALID
   */
  public static Integer milliseconds(String field, String seconds) {
    Integer ms = signedMilliseconds(field, seconds);
    if (ms != null && ms < 0) {
      throw invalid(field, seconds, SECONDS);
    }
    return ms;
  }

  /**
   * As {@link #milliseconds}, also with a minus before them.
   *
   * @throws ProblemException FIELD_INVALID
   */
  public static Integer signedMilliseconds(String field, String seconds) {
    if (seconds == null || seconds.isBlank()) {
      return null;
    }
    try {
      String number = seconds.strip().replace(',', '.').replace('−', '-');
      BigDecimal value = new BigDecimal(number);
      if (value.abs().compareTo(MAX_SECONDS) <= 0) {
        return value.multiply(MS).setScale(0, RoundingMode.HALF_UP).intValue();
      }
    } catch (NumberFormatException e) {
      throw invalid(field, seconds, SECONDS);
    }
    throw invalid(field, seconds, SECONDS);
  }

  /**
   * A local time as browsers send it.
   *
   * @throws ProblemException FIELD_INVALID
   */
  public static LocalDateTime time(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDateTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw invalid(field, text, "2026-12-01T09:30");
    }
  }

  /**
   * @throws ProblemException FIELD_INVALID
   */
  public static UUID id(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw invalid(field, text, "3f0c4c1e-5a0e-4d8e-9a57-…");
    }
  }

  private static ProblemException invalid(String field, String text, String possible) {
    return new ProblemException(ProblemCode.FIELD_INVALID, field, Fields.shortened(text), possible);
  }
}
