package org.otklik.web.overview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.overview.CreativeFilter;
import org.otklik.overview.CreativeOrder;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestReader;
import org.otklik.request.RequestText;
import org.otklik.request.RequestValidator;
import org.otklik.request.SingleLine;

/** Which creatives an address asks for, and in which order; days are by UTC. */
@Schema(name = "CreativeListQuery")
public record CreativeListQuery(
    @Size(max = 200)
        @SingleLine
        @Schema(description = "Part of the creative's or its campaign's name.")
        String text,
    @Size(max = 64) @SingleLine @Schema(description = "Code of a client.") String client,
    @Min(0) @Schema(description = "Shortest length in seconds.", defaultValue = "0")
        Integer fromSeconds,
    @Min(0) @Schema(description = "Longest length in seconds.") Integer untilSeconds,
    @Schema(description = "First day of upload.") LocalDate from,
    @Schema(description = "Last day of upload.") LocalDate to,
    @Schema(defaultValue = "UPLOADED") CreativeOrder sort,
    @Schema(defaultValue = "true") Boolean descending,
    @Min(1) @Max(1_000_000) @Schema(defaultValue = "1") Integer page,
    @Min(1) @Max(500) @Schema(defaultValue = "50") Integer pageSize) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  public CreativeListQuery {
    text = RequestText.strippedOrNull(text);
    client = RequestText.strippedOrNull(client);
    fromSeconds = fromSeconds == null ? 0 : fromSeconds;
    untilSeconds = untilSeconds == null ? Integer.MAX_VALUE : untilSeconds;
    sort = sort == null ? CreativeOrder.UPLOADED : sort;
    descending = descending == null || descending;
    page = page == null ? 1 : page;
    pageSize = pageSize == null ? 50 : pageSize;
  }

  /**
   * @throws ProblemException FIELD_UNKNOWN, FIELD_INVALID
   */
  static CreativeListQuery of(Map<String, List<String>> query) {
    return RequestValidator.valid(RequestReader.query(CreativeListQuery.class, query));
  }

  CreativeFilter filter() {
    return new CreativeFilter(
        text, client, fromSeconds, untilSeconds, begin("from", from, 0), begin("to", to, 1));
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
