package org.otklik.web.api;

import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestReader;
import org.otklik.request.RequestValidator;
import org.otklik.spreadsheet.CsvRecords;

/** For whom a CSV is. */
@Schema(name = "CsvQuery")
public record CsvQuery(
    @Schema(
            description =
                "Language (en or ru) of a spreadsheet program that is to open it as a table: with a byte"
                    + " order mark; in Russian with semicolons and decimal commas. Without it, RFC 4180.")
        @Pattern(regexp = "en|ru")
        String spreadsheet) {

  /**
   * @throws ProblemException FIELD_UNKNOWN, FIELD_INVALID
   */
  public static CsvQuery of(Map<String, List<String>> query) {
    return RequestValidator.valid(RequestReader.query(CsvQuery.class, query));
  }

  public CsvRecords records(Appendable to) throws IOException {
    return spreadsheet == null
        ? CsvRecords.forPrograms(to)
        : CsvRecords.forSpreadsheet(to, Locale.forLanguageTag(spreadsheet));
  }
}
