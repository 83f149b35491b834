package org.otklik.web.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.access.AuditEntry;

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
    return Stream.of(
                entry.id(),
                entry.happenedAt(),
                entry.login(),
                entry.address(),
                entry.kind(),
                entry.outcome(),
                entry.subject() == null ? null : entry.subject().kind(),
                entry.subject() == null ? null : entry.subject().id(),
                entry.detail())
            .map(value -> cell(Objects.toString(value, "")))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /**
   * What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
   * Injection): a login or a name may have been chosen by somebody hostile.
   */
  private static String cell(String value) {
    String harmless = value.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + value : value;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
