package org.otklik.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.audit.AuditEntry;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditOutcome;
import org.otklik.audit.AuditSubject;
import org.otklik.spreadsheet.CsvRecords;

class AuditCsvTest {
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

  private static String text(AuditEntry entry) throws IOException {
    StringBuilder text = new StringBuilder();
    new AuditCsv(CsvRecords.forPrograms(text)).line(entry);
    return text.toString();
  }

  @Test
  void writesALineWithItsPartsInOrder() throws IOException {
    AuditSubject subject = new AuditSubject(AuditSubject.Kind.USER, "boris");
    assertEquals(
        "7,2026-11-22T08:00:00Z,anna,192.0.2.1,USER_CHANGED,DONE,USER,boris,"
            + "\"READER (a, b) → ANALYST (a)\"\r\n",
        text(
            new AuditEntry(
                7,
                AT,
                "anna",
                "192.0.2.1",
                AuditKind.USER_CHANGED,
                AuditOutcome.DONE,
                subject,
                "READER (a, b) → ANALYST (a)")));
  }

  @Test
  void leavesEmptyWhatIsNotThere() throws IOException {
    assertEquals(
        "8,2026-11-22T08:00:00Z,,,SIGN_IN,REFUSED,,,\r\n",
        text(
            new AuditEntry(
                8, AT, null, null, AuditKind.SIGN_IN, AuditOutcome.REFUSED, null, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void noCellIsAFormula(String hostile) throws IOException {
    String line =
        text(
            new AuditEntry(9, AT, null, null, AuditKind.SIGN_IN, AuditOutcome.DONE, null, hostile));
    String cell = line.substring(line.indexOf("DONE,,,") + 7).replace("\"", "");
    assertEquals("'" + hostile + "\r\n", cell);
  }

  @Test
  void quotesAreDoubled() throws IOException {
    String line =
        text(
            new AuditEntry(
                9, AT, null, null, AuditKind.SIGN_IN, AuditOutcome.DONE, null, "say \"hi\""));
    assertEquals("9,2026-11-22T08:00:00Z,,,SIGN_IN,DONE,,,\"say \"\"hi\"\"\"\r\n", line);
  }
}
