package org.otklik.report.request;

import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Actor;
import org.otklik.request.RequestText;
import org.otklik.request.TimeZoneName;

/** A report to be made about a campaign, one of its creatives, or a comparison. */
@Schema(name = "NewCampaignReport")
public record ReportRequest(
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
    @Schema(description = "About this creative; if left out, about the campaign.") UUID creative,
    @Schema(description = "Two groups to be put side by side; left out: no comparison.")
        ComparedGroups compared,
    @Schema(
            description =
                "Chapters of PDF, PPTX and XLSX; if left out, those of the client's template. CSV"
                    + " has all tables.")
        List<Chapter> chapters) {
  public ReportRequest {
    format = format == null ? ReportFormat.PDF : format;
  }

  public ReportOrder order(ReportSubject subject, Actor actor) {
    return new ReportOrder(
        subject,
        format,
        locale == null ? actor.locale() : Locale.forLanguageTag(locale),
        timeZone == null ? ZoneId.systemDefault() : ZoneId.of(timeZone),
        chapters);
  }
}
