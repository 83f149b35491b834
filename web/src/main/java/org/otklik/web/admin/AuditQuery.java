package org.otklik.web.admin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.audit.AuditFilter;
import org.otklik.audit.AuditKind;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestReader;
import org.otklik.request.RequestText;
import org.otklik.request.RequestValidator;
import org.otklik.request.SingleLine;
import org.otklik.web.api.CsvQuery;

/** A filter of the audit log as it is written in addresses; days are by UTC. */
@Schema(name = "AuditQuery")
public record AuditQuery(
    @Size(max = 64) @SingleLine String user,
    AuditKind kind,
    LocalDate from,
    @Schema(description = "The last day.") LocalDate to,
    @Min(0) @Schema(description = "How many lines to skip.", defaultValue = "0") Integer offset,
    @Min(1) @Max(500) @Schema(defaultValue = "50") Integer limit,
    @Schema(description = "Of the file only: see CsvQuery.") @Pattern(regexp = "en|ru")
        String spreadsheet) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  public AuditQuery {
    user = RequestText.strippedOrNull(user);
    offset = offset == null ? 0 : offset;
    limit = limit == null ? 50 : limit;
  }

  /** Of a page's address; what is empty leaves open. */
  static AuditFilter of(String user, String kind, String from, String to) {
    Map<String, List<String>> query = new HashMap<>();
    put(query, "user", user);
    put(query, "kind", kind);
    put(query, "from", from);
    put(query, "to", to);
    return of(query).filter();
  }

  private static void put(Map<String, List<String>> query, String name, String value) {
    if (value != null) {
      query.put(name, List.of(value));
    }
  }

  /**
   * @throws ProblemException FIELD_UNKNOWN, FIELD_INVALID
   */
  static AuditQuery of(Map<String, List<String>> query) {
    return RequestValidator.valid(RequestReader.query(AuditQuery.class, query));
  }

  CsvQuery csv() {
    return new CsvQuery(spreadsheet);
  }

  AuditFilter filter() {
    return new AuditFilter(user, kind, begin("from", from, 0), begin("to", to, 1));
  }

  private static Instant begin(String field, LocalDate day, int daysLater) {
    if (day == null) {
      return null;
    }
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, field, day.toString(), "2026-01-31");
    }
    return day.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
