package org.otklik.report.request;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.TimeZoneName;

/** A report to be made about the creative whose address it is sent to. */
@Schema(name = "NewReport")
public record CreativeReportRequest(
    @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        @Schema(description = "Language; your own if left out.")
        String locale,
    @Schema(description = "PDF if left out; CSV is a ZIP of tables.", defaultValue = "PDF")
        ReportFormat format,
    @TimeZoneName
        @Schema(
            description = "Time zone its times are printed in; the server's if left out.",
            examples = "Europe/Moscow")
        String timeZone,
    @Schema(
            description =
                "Chapters of PDF, PPTX and XLSX; if left out, those of the client's template. CSV"
                    + " has all tables.")
        List<Chapter> chapters) {
  /** The same, with what it is about. */
  public ReportRequest about(UUID creative) {
    return new ReportRequest(locale, format, timeZone, creative, null, chapters);
  }
}
