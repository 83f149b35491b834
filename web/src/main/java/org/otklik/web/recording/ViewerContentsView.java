package org.otklik.web.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.removal.ListedReport;
import org.otklik.removal.ViewerContents;
import org.otklik.report.request.ReportFormat;

/** What there is of a viewer. */
@Schema(name = "ViewerContents")
public record ViewerContentsView(
    int recordings,
    @Schema(description = "Whether it has answered the survey.") boolean hasAnswered,
    @Schema(description = "Whether it came by a study's link.") boolean isOfStudy,
    @Schema(description = "Reports that list the viewer, newest first.")
        List<ListedReportView> reports,
    @Schema(
            description =
                "Whether these are created again without the viewer, as the client has it; else"
                    + " they are deleted.")
        boolean remakesReports) {

  static ViewerContentsView of(ViewerContents contents) {
    return new ViewerContentsView(
        contents.recordings(),
        contents.hasAnswered(),
        contents.isOfStudy(),
        contents.reports().stream().map(ListedReportView::of).toList(),
        contents.remakesReports());
  }

  /** A report that lists a viewer. */
  @Schema(name = "ListedReport")
  public record ListedReportView(
      UUID id,
      @Schema(description = "Name of the creative or campaign.") String subject,
      ReportFormat format,
      Instant requestedAt,
      @Schema(description = "Links that open it without a sign-in.") int links) {

    static ListedReportView of(ListedReport listed) {
      return new ListedReportView(
          listed.id(),
          listed.report().subject().name(),
          listed.report().format(),
          listed.report().requestedAt(),
          listed.links());
    }
  }
}
