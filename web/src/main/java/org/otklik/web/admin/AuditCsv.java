package org.otklik.web.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.otklik.audit.AuditEntry;
import org.otklik.audit.AuditSubject;
import org.otklik.text.SpreadsheetText;

/** The audit log as CSV (RFC 4180), for people and for spreadsheets. */
final class AuditCsv {
  private static final String HEADER =
      "id,happened_at,user,address,kind,outcome,subject_kind,subject,detail\r\n";

  private final Writer to;

  AuditCsv(Writer to) {
    this.to = to;
  }

  void begin() throws IOException {
    to.write(HEADER);
  }

  void line(AuditEntry entry) {
    try {
      to.write(text(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("The caller has gone.", e);
    }
  }

  static String text(AuditEntry entry) {
    AuditSubject subject = entry.subject();
    return CSVFormat.RFC4180.format(
            entry.id(),
            entry.happenedAt(),
            guarded(entry.login()),
            entry.address(),
            entry.kind(),
            entry.outcome(),
            subject == null ? null : subject.kind(),
            subject == null ? null : guarded(subject.id()),
            guarded(entry.detail()))
        + "\r\n";
  }

  /** A login or a name may have been chosen by somebody hostile. */
  private static String guarded(String chosen) {
    return chosen == null ? null : SpreadsheetText.guarded(chosen);
  }
}
