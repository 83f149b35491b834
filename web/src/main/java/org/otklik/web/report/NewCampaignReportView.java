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
            description = "Language; your own if left out.")
        String locale,
    @Schema(description = "PDF if left out; CSV is a ZIP of tables.") ReportFormat format,
    @Schema(
            description = "Time zone its times are printed in; the server's if left out.",
            examples = "Europe/Moscow")
        String timeZone,
    @Schema(description = "Two groups to be put side by side; left out: the whole campaign.")
        Compared compared) {

  /** Two groups. */
  @Schema(name = "ComparedGroups")
  public record Compared(Group first, Group second) {}

  /** A group of viewings. */
  @Schema(name = "GroupOfViewings")
  public record Group(
      @Schema(description = "Of one creative; left out: of all.") UUID creative,
      @Schema(description = "Of viewers with these attributes; left out: of all.")
          Map<String, String> segment) {}
}
