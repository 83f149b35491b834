package org.otklik.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.otklik.csv.SpreadsheetCsv;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.SubjectRole;
import org.otklik.request.RequestValidator;

/**
 * A CSV that says of videos, by their names, whom they show. The first line names the columns: file
 * and viewer, and as wanted consent, start_ms and role; every other column is an attribute of the
 * viewer, named by its heading. An empty cell says nothing.
 */
public final class RecordingList {
  static final int MAX_BYTES = 4 << 20;

  private static final int MAX_FILE_NAME_LENGTH = 255;
  private static final Map<String, Column> COLUMNS =
      Map.ofEntries(
          Map.entry("file", Column.FILE),
          Map.entry("filename", Column.FILE),
          Map.entry("файл", Column.FILE),
          Map.entry("имя файла", Column.FILE),
          Map.entry("viewer", Column.VIEWER),
          Map.entry("зритель", Column.VIEWER),
          Map.entry("код зрителя", Column.VIEWER),
          Map.entry("consent", Column.CONSENT),
          Map.entry("согласие", Column.CONSENT),
          Map.entry("start_ms", Column.START),
          Map.entry("начало_мс", Column.START),
          Map.entry("начало, мс", Column.START),
          Map.entry("role", Column.ROLE),
          Map.entry("роль", Column.ROLE));
  private static final Map<String, SubjectRole> ROLES =
      Map.of(
          "зритель", SubjectRole.VIEWER,
          "клиент", SubjectRole.CUSTOMER,
          "покупатель", SubjectRole.CUSTOMER,
          "гость", SubjectRole.GUEST);

  private enum Column {
    FILE,
    VIEWER,
    CONSENT,
    START,
    ROLE
  }

  private final Map<Column, Integer> columns = new HashMap<>();
  private final Map<String, Integer> attributes = new LinkedHashMap<>();
  private final List<ListedRecording> recordings = new ArrayList<>();
  private final List<RefusedLine> refused = new ArrayList<>();
  private final Set<String> files = new HashSet<>();

  private RecordingList() {}

  /**
   * Reads the whole list; a line that cannot be taken stops no other.
   *
   * @throws ProblemException when it is no such list at all
   */
  public static RecordingList read(byte[] content) {
    if (content.length > MAX_BYTES) {
      throw new ProblemException(ProblemCode.RECORDING_LIST_TOO_LARGE, MAX_BYTES >> 20);
    }
    List<SpreadsheetCsv.Line> lines;
    try {
      lines = SpreadsheetCsv.lines(content);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.RECORDING_LIST_MALFORMED);
    }
    if (lines.isEmpty()) {
      throw new ProblemException(ProblemCode.RECORDING_LIST_MALFORMED);
    }
    RecordingList list = new RecordingList();
    list.head(lines.get(0));
    lines.stream().skip(1).forEach(list::take);
    return list;
  }

  private void head(SpreadsheetCsv.Line header) {
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cell(i);
      Column known = COLUMNS.get(name.toLowerCase(Locale.ROOT));
      boolean twice =
          known == null ? attributes.put(name, i) != null : columns.put(known, i) != null;
      if (name.isEmpty() || twice) {
        throw new ProblemException(
            ProblemCode.RECORDING_LIST_HEADER, name.isEmpty() ? "“”" : Fields.shortened(name));
      }
    }
    if (!columns.containsKey(Column.FILE) || !columns.containsKey(Column.VIEWER)) {
      throw new ProblemException(
          ProblemCode.RECORDING_LIST_HEADER, Fields.shortened(String.join(", ", header.cells())));
    }
  }

  private void take(SpreadsheetCsv.Line line) {
    try {
      String file = Fields.text("file", cell(line, Column.FILE), MAX_FILE_NAME_LENGTH);
      RecordingRequest said =
          RequestValidator.valid(
              new RecordingRequest(
                  cell(line, Column.VIEWER),
                  attributes(line),
                  start(line),
                  role(cell(line, Column.ROLE)).name(),
                  cell(line, Column.CONSENT)));
      if (!files.add(file.toLowerCase(Locale.ROOT))) {
        throw new ProblemException(ProblemCode.RECORDING_LIST_TWICE, Fields.shortened(file));
      }
      boolean hasStart = !cell(line, Column.START).isEmpty();
      recordings.add(new ListedRecording(line.number(), file, said, hasStart));
    } catch (ProblemException problem) {
      refused.add(new RefusedLine(line.number(), problem));
    }
  }

  private String cell(SpreadsheetCsv.Line line, Column column) {
    Integer place = columns.get(column);
    return place == null ? "" : line.cell(place);
  }

  private Map<String, String> attributes(SpreadsheetCsv.Line line) {
    Map<String, String> said = new LinkedHashMap<>();
    attributes.forEach(
        (name, place) -> {
          if (!line.cell(place).isEmpty()) {
            said.put(name, line.cell(place));
          }
        });
    return said;
  }

  private int start(SpreadsheetCsv.Line line) {
    String text = cell(line, Column.START);
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("-?\\d{1,8}")) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "start_ms", Fields.shortened(text), "0, 1500, …");
    }
    return Integer.parseInt(text);
  }

  private static SubjectRole role(String text) {
    SubjectRole russian = ROLES.get(text.toLowerCase(Locale.ROOT));
    return russian == null ? SubjectRole.of(text) : russian;
  }

  /** In the order of lines. */
  public List<ListedRecording> recordings() {
    return recordings;
  }

  /** In the order of lines. */
  public List<RefusedLine> refused() {
    return refused;
  }
}
