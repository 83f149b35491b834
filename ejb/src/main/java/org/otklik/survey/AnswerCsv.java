package org.otklik.survey;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.otklik.csv.SpreadsheetCsv;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Reads answers from what spreadsheets save as CSV. The first line names the columns: viewer, nps,
 * csat, in any order, of the last two at least one. An empty cell is no answer.
 */
final class AnswerCsv {
  static final String VIEWER = "viewer";
  static final String NPS = "nps";
  static final String CSAT = "csat";

  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_CODE_LENGTH = 64;
  private static final Map<String, String> COLUMNS =
      Map.of(VIEWER, VIEWER, "зритель", VIEWER, NPS, NPS, CSAT, CSAT);

  private final List<AnswerLine> answers = new ArrayList<>();
  private final List<LineProblem> problems = new ArrayList<>();
  private final Set<String> viewers = new HashSet<>();

  private AnswerCsv() {}

  /**
   * Reads the whole file; a line that cannot be taken is a problem and stops no other.
   *
   * @throws ProblemException when it is no such file at all
   */
  static AnswerCsv read(InputStream content) {
    AnswerCsv csv = new AnswerCsv();
    Map<String, Integer> columns = null;
    for (SpreadsheetCsv.Line line : lines(content)) {
      if (columns == null) {
        columns = columns(line);
      } else {
        csv.take(line, columns);
      }
    }
    return csv;
  }

  private static List<SpreadsheetCsv.Line> lines(InputStream content) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
    if (bytes.length == 0) {
      throw new ProblemException(ProblemCode.ANSWERS_MALFORMED);
    }
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(ProblemCode.ANSWERS_TOO_LARGE, MAX_BYTES >> 20);
    }
    try {
      return SpreadsheetCsv.lines(bytes);
    } catch (IOException e) {
      // An open quote, most often: nothing after it can be told apart.
      throw new ProblemException(ProblemCode.ANSWERS_MALFORMED);
    }
  }

  private static Map<String, Integer> columns(SpreadsheetCsv.Line header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      String known = COLUMNS.get(header.cell(i).toLowerCase(Locale.ROOT));
      if (known == null || columns.put(known, i) != null) {
        throw new ProblemException(
            ProblemCode.ANSWERS_HEADER_INVALID, Fields.shortened(header.cell(i)));
      }
    }
    if (!columns.containsKey(VIEWER) || columns.size() < 2) {
      throw new ProblemException(
          ProblemCode.ANSWERS_HEADER_INVALID, String.join(", ", header.cells()));
    }
    return columns;
  }

  private void take(SpreadsheetCsv.Line line, Map<String, Integer> columns) {
    try {
      ViewerAnswer answer =
          new ViewerAnswer(
              Fields.text(VIEWER, cell(line, columns, VIEWER), MAX_CODE_LENGTH),
              number(line, columns, NPS, ViewerAnswer.MIN_NPS, ViewerAnswer.MAX_NPS),
              number(line, columns, CSAT, ViewerAnswer.MIN_CSAT, ViewerAnswer.MAX_CSAT));
      if (answer.nps() == null && answer.csat() == null) {
        throw new ProblemException(ProblemCode.FIELD_MISSING, NPS + ", " + CSAT);
      }
      if (!viewers.add(answer.viewerKey())) {
        throw new ProblemException(ProblemCode.ANSWERS_TWICE, Fields.shortened(answer.viewerKey()));
      }
      answers.add(new AnswerLine(line.number(), answer));
    } catch (ProblemException problem) {
      problems.add(new LineProblem(line.number(), problem));
    }
  }

  private static String cell(SpreadsheetCsv.Line line, Map<String, Integer> columns, String name) {
    Integer column = columns.get(name);
    return column == null ? "" : line.cell(column);
  }

  /** Null where nothing is filled in. */
  private static Integer number(
      SpreadsheetCsv.Line line, Map<String, Integer> columns, String name, int least, int most) {
    String text = cell(line, columns, name);
    if (text.isEmpty()) {
      return null;
    }
    boolean whole = text.matches("\\d{1,3}");
    int number = whole ? Integer.parseInt(text) : -1;
    if (!whole || number < least || number > most) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Fields.shortened(text), least + "…" + most);
    }
    return number;
  }

  List<AnswerLine> answers() {
    return answers;
  }

  /** In the order of lines. */
  List<LineProblem> problems() {
    return problems;
  }
}
