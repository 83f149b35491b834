package org.otklik.survey;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.spreadsheet.CellText;
import org.otklik.spreadsheet.Table;
import org.otklik.spreadsheet.TableColumn;
import org.otklik.spreadsheet.TableForm;
import org.otklik.spreadsheet.TableLine;
import org.otklik.spreadsheet.TableNote;
import org.otklik.text.PlainText;

/**
 * Answers from a table, CSV or XLSX: its heading names viewer, nps and csat, in any order, of the
 * last two at least one. Other columns are left aside; an empty cell is no answer.
 */
final class AnswerTable {
  static final String VIEWER = "viewer";
  static final String NPS = "nps";
  static final String CSAT = "csat";

  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_CODE_LENGTH = 64;

  private final Table table;
  private final List<AnswerLine> answers = new ArrayList<>();
  private final List<LineProblem> problems = new ArrayList<>();
  private final List<TableNote> notes;
  private final Set<String> viewers = new HashSet<>();
  private int silent;

  private AnswerTable(Table table) {
    this.table = table;
    notes = new ArrayList<>(table.notes());
  }

  /**
   * Reads the whole file; a line that cannot be taken is a problem and stops no other.
   *
   * @throws ProblemException when it is no such file at all
   */
  static AnswerTable read(InputStream content) {
    AnswerTable answers = new AnswerTable(Table.read(bytes(content), TableForm.ANSWERS));
    answers.table.lines().forEach(answers::take);
    answers.note();
    return answers;
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

  private void take(TableLine line) {
    try {
      String viewer = PlainText.code(CellText.name(table.cell(line, TableColumn.VIEWER)));
      ViewerAnswer answer =
          new ViewerAnswer(
              Fields.text(VIEWER, viewer, MAX_CODE_LENGTH),
              AnswerNumber.of(
                  NPS,
                  table.cell(line, TableColumn.NPS),
                  ViewerAnswer.MIN_NPS,
                  ViewerAnswer.MAX_NPS),
              AnswerNumber.of(
                  CSAT,
                  table.cell(line, TableColumn.CSAT),
                  ViewerAnswer.MIN_CSAT,
                  ViewerAnswer.MAX_CSAT));
      if (!viewers.add(answer.viewerKey())) {
        throw new ProblemException(ProblemCode.ANSWERS_TWICE, Fields.shortened(answer.viewerKey()));
      }
      if (answer.nps() == null && answer.csat() == null) {
        silent++;
      } else {
        answers.add(new AnswerLine(line.number(), answer));
      }
    } catch (ProblemException problem) {
      problems.add(new LineProblem(line.number(), problem));
    }
  }

  private void note() {
    if (silent > 0) {
      notes.add(TableNote.of(TableNote.Kind.NO_ANSWERS, Integer.toString(silent)));
    }
    List<String> aside = table.others().stream().map(Table.Other::heading).toList();
    if (!aside.isEmpty()) {
      notes.add(TableNote.ofColumns(TableNote.Kind.COLUMNS_ASIDE, aside));
    }
  }

  List<AnswerLine> answers() {
    return answers;
  }

  /** In the order of lines. */
  List<LineProblem> problems() {
    return problems;
  }

  /** How the table was read. */
  List<TableNote> notes() {
    return notes;
  }
}
