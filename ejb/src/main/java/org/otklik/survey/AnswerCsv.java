package org.otklik.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.otklik.metric.ViewerAnswer;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Reads answers from what spreadsheets save as CSV: separated by commas, semicolons or tabs, in
 * UTF-8 or, as Excel in Russian does, in windows-1251. The first line names the columns: viewer,
 * nps, csat, in any order, of the last two at least one. An empty cell is no answer.
 */
final class AnswerCsv {
  static final String VIEWER = "viewer";
  static final String NPS = "nps";
  static final String CSAT = "csat";

  private static final int MOST_BYTES = 8 << 20;
  private static final int LONGEST_CODE = 64;
  private static final Charset EXCEL = Charset.forName("windows-1251");
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
    String text = text(content);
    String header = text.lines().findFirst().orElse("");
    AnswerCsv csv = new AnswerCsv();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(header)).setTrim(true).get();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      Map<String, Integer> columns = null;
      for (CSVRecord record : parser) {
        if (columns == null) {
          columns = columns(record);
        } else {
          csv.take(record, columns, parser.getCurrentLineNumber());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // An open quote, most often: nothing after it can be told apart.
      throw new ProblemException(ProblemCode.ANSWERS_MALFORMED);
    }
    return csv;
  }

  private static String text(InputStream content) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
    if (bytes.length == 0) {
      throw new ProblemException(ProblemCode.ANSWERS_MALFORMED);
    }
    if (bytes.length > MOST_BYTES) {
      throw new ProblemException(ProblemCode.ANSWERS_TOO_LARGE, MOST_BYTES >> 20);
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(bytes, EXCEL);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String delimiter(String header) {
    if (header.contains("\t")) {
      return "\t";
    }
    return header.contains(";") ? ";" : ",";
  }

  private static Map<String, Integer> columns(CSVRecord header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String known = COLUMNS.get(header.get(i).strip().toLowerCase(Locale.ROOT));
      if (known == null || columns.put(known, i) != null) {
        throw new ProblemException(
            ProblemCode.ANSWERS_HEADER_INVALID, Fields.shortened(header.get(i)));
      }
    }
    if (!columns.containsKey(VIEWER) || columns.size() < 2) {
      throw new ProblemException(ProblemCode.ANSWERS_HEADER_INVALID, String.join(", ", header));
    }
    return columns;
  }

  private void take(CSVRecord record, Map<String, Integer> columns, long line) {
    boolean empty = record.stream().allMatch(String::isBlank);
    if (empty) {
      return; // spreadsheets leave such lines at the end
    }
    try {
      ViewerAnswer answer =
          new ViewerAnswer(
              Fields.text(VIEWER, cell(record, columns, VIEWER), LONGEST_CODE),
              number(record, columns, NPS, ViewerAnswer.LEAST_NPS, ViewerAnswer.GREATEST_NPS),
              number(record, columns, CSAT, ViewerAnswer.LEAST_CSAT, ViewerAnswer.GREATEST_CSAT));
      if (answer.nps() == null && answer.csat() == null) {
        throw new ProblemException(ProblemCode.FIELD_MISSING, NPS + ", " + CSAT);
      }
      if (!viewers.add(answer.viewerKey())) {
        throw new ProblemException(ProblemCode.ANSWERS_TWICE, Fields.shortened(answer.viewerKey()));
      }
      answers.add(new AnswerLine(line, answer));
    } catch (ProblemException problem) {
      problems.add(new LineProblem(line, problem));
    }
  }

  private static String cell(CSVRecord record, Map<String, Integer> columns, String name) {
    Integer column = columns.get(name);
    return column == null || column >= record.size() ? "" : record.get(column).strip();
  }

  /** Null where nothing is filled in. */
  private static Integer number(
      CSVRecord record, Map<String, Integer> columns, String name, int least, int most) {
    String text = cell(record, columns, name);
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
