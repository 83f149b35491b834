package org.otklik.web.report;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.report.ReportFormat;

/** What is sent to ask for a report about a campaign or a comparison. */
@Schema(name = "NewCampaignReport")
public record NewCampaignReportView(
    @Schema(
            enumeration = {"en", "ru"},
            description = "Language; your own if omitted.")
        String locale,
    @Schema(description = "PDF if omitted; CSV is a ZIP of tables.") ReportFormat format,
    @Schema(
            description = "Time zone of its times; the server's if omitted.",
            examples = "Europe/Moscow")
        String timeZone,
    @Schema(description = "Two groups to compare; the whole campaign if omitted.")
        Compared compared) {

  /** Two groups. */
  @Schema(name = "ComparedGroups")
  public record Compared(Group first, Group second) {}

  /** A group of viewings. */
  @Schema(name = "GroupOfViewings")
  public record Group(
      @Schema(description = "Of one creative; of all if omitted.") UUID creative,
      @Schema(description = "Of viewers with these attributes; of all if omitted.")
          Map<String, String> segment) {}
}
