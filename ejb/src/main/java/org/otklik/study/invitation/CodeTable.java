package org.otklik.study.invitation;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.spreadsheet.CellText;
import org.otklik.spreadsheet.Table;
import org.otklik.spreadsheet.TableColumn;
import org.otklik.spreadsheet.TableForm;
import org.otklik.spreadsheet.TableLine;
import org.otklik.text.PlainText;

/**
 * Codes from a table, CSV or XLSX, whose heading names the column viewer; others are left aside.
 */
final class CodeTable {
  private static final int MAX_BYTES = 1 << 20;

  private CodeTable() {}

  /**
   * In their order, each once.
   *
   * @throws ProblemException when it is no such table, or one of the codes cannot be one
   */
  static Set<String> read(InputStream content) {
    Set<String> codes = new LinkedHashSet<>();
    Table table = Table.read(bytes(content), TableForm.CODES);
    for (TableLine line : table.lines()) {
      codes.add(code(table, line));
    }
    return codes;
  }

  private static String code(Table table, TableLine line) {
    try {
      return Fields.text(
          "viewer",
          PlainText.code(CellText.name(table.cell(line, TableColumn.VIEWER))),
          RecordingRequest.MAX_VIEWER_LENGTH);
    } catch (ProblemException problem) {
      throw new ProblemException(
          ProblemCode.CODE_UNUSABLE,
          line.number(),
          Fields.shortened(String.valueOf(table.cell(line, TableColumn.VIEWER))),
          RecordingRequest.MAX_VIEWER_LENGTH);
    }
  }

  private static byte[] bytes(InputStream content) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(ProblemCode.ANSWERS_TOO_LARGE, MAX_BYTES >> 20);
    }
    return bytes;
  }
}
