package org.otklik.web.admin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.otklik.export.ProcessingLine;
import org.otklik.spreadsheet.CsvRecords;

/** The record of processing as CSV. */
final class ProcessingCsv {
  private static final List<String> COLUMNS =
      List.of(
          "campaign_id",
          "client",
          "campaign",
          "purpose",
          "is_synthetic",
          "viewers",
          "roles",
          "recordings",
          "first_recorded_at",
          "last_recorded_at",
          "consents",
          "withdrawals",
          "recordings_without_consent_reference",
          "viewers_with_answers",
          "reports_listing_viewers",
          "open_links",
          "mail_recipients",
          "videos",
          "recordings_with_frames",
          "deleted_for_good_at");

  private ProcessingCsv() {}

  static void write(List<ProcessingLine> lines, CsvRecords to) throws IOException {
    to.write(COLUMNS);
    for (ProcessingLine line : lines) {
      to.write(
          Arrays.asList(
              line.campaign(),
              line.client(),
              line.name(),
              line.kind(),
              line.isSynthetic(),
              line.viewers(),
              line.roles(),
              line.recordings(),
              line.firstRecordedAt(),
              line.lastRecordedAt(),
              line.consents(),
              line.withdrawals(),
              line.withoutConsent(),
              line.answers(),
              line.reports(),
              line.openLinks(),
              line.recipients(),
              line.videos(),
              line.withFrames(),
              line.removeAt()));
    }
  }
}
