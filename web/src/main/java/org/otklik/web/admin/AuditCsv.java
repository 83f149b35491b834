package org.otklik.web.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.otklik.audit.AuditEntry;
import org.otklik.audit.AuditSubject;
import org.otklik.spreadsheet.CsvRecords;

/** The audit log as CSV. */
final class AuditCsv {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "happened_at",
          "user",
          "address",
          "kind",
          "outcome",
          "subject_kind",
          "subject",
          "detail");

  private final CsvRecords to;

  AuditCsv(CsvRecords to) {
    this.to = to;
  }

  void begin() throws IOException {
    to.write(COLUMNS);
  }

  void line(AuditEntry entry) {
    AuditSubject subject = entry.subject();
    try {
      to.write(
          Arrays.asList(
              entry.id(),
              entry.happenedAt(),
              entry.login(),
              entry.address(),
              entry.kind(),
              entry.outcome(),
              subject == null ? null : subject.kind(),
              subject == null ? null : subject.id(),
              entry.detail()));
    } catch (IOException e) {
      throw new UncheckedIOException("The caller has gone.", e);
    }
  }
}
