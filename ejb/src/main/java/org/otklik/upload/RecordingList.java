package org.otklik.upload;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.SubjectRole;
import org.otklik.request.RequestValidator;
import org.otklik.spreadsheet.CellText;
import org.otklik.spreadsheet.Table;
import org.otklik.spreadsheet.TableColumn;
import org.otklik.spreadsheet.TableForm;
import org.otklik.spreadsheet.TableLine;
import org.otklik.spreadsheet.TableNote;

/**
 * A table, CSV or XLSX, that says of videos, by their names, whom they show. Its heading names the
 * columns: file and viewer, and as wanted consent, start_ms and role. Further columns are
 * attributes where their heading says so, see {@link AttributeColumns}; others are left aside. An
 * empty cell says nothing.
 */
public final class RecordingList {
  static final int MAX_BYTES = 4 << 20;

  /** Nobody reads more. */
  private static final int MAX_PROBLEMS = 1000;

  private static final int MAX_FILE_NAME_LENGTH = 255;
  private static final Map<String, SubjectRole> ROLES =
      Map.of(
          "зритель", SubjectRole.VIEWER,
          "клиент", SubjectRole.CUSTOMER,
          "покупатель", SubjectRole.CUSTOMER,
          "гость", SubjectRole.GUEST);

  /** 1500, 1 500, 1500,0 and 1500 ms: blanks divide thousands, nothing follows the point. */
  private static final Pattern MILLISECONDS =
      Pattern.compile(
          "([+-]?\\d{1,3}(?: \\d{3})*|[+-]?\\d{1,8})(?:[.,]0+)?(?: ?(?:ms|мс))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int MAX_DIGITS = 8;

  private final Table table;
  private final AttributeColumns attributes;
  private final List<ListedRecording> recordings = new ArrayList<>();
  private final List<RefusedLine> refused = new ArrayList<>();
  private final Set<String> files = new HashSet<>();
  private int furtherProblems;

  private RecordingList(Table table) {
    this.table = table;
    attributes = AttributeColumns.of(table);
  }

  /**
   * Reads the whole list; a line that cannot be taken stops no other.
   *
   * @throws ProblemException when it is no such list at all
   */
  public static RecordingList read(byte[] content) {
    if (content.length > MAX_BYTES) {
      throw new ProblemException(ProblemCode.RECORDING_LIST_TOO_LARGE, MAX_BYTES >> 20);
    }
    RecordingList list = new RecordingList(Table.read(content, TableForm.RECORDINGS));
    list.table.lines().forEach(list::take);
    return list;
  }

  private void take(TableLine line) {
    try {
      String file =
          Fields.text(
              "file", CellText.name(table.cell(line, TableColumn.FILE)), MAX_FILE_NAME_LENGTH);
      RecordingRequest said =
          RequestValidator.valid(
              new RecordingRequest(
                  CellText.name(table.cell(line, TableColumn.VIEWER)),
                  attributes.of(line),
                  start(line),
                  role(table.cell(line, TableColumn.ROLE)).name(),
                  table.cell(line, TableColumn.CONSENT)));
      if (!files.add(Normalizer.normalize(file, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
        throw new ProblemException(ProblemCode.RECORDING_LIST_TWICE, Fields.shortened(file));
      }
      recordings.add(new ListedRecording(line.number(), file, said));
    } catch (ProblemException problem) {
      if (refused.size() < MAX_PROBLEMS) {
        refused.add(new RefusedLine(line.number(), problem));
      } else {
        furtherProblems++;
      }
    }
  }

  /** Null where the list does not say. */
  private Integer start(TableLine line) {
    String cell = table.cell(line, TableColumn.START);
    if (cell.isEmpty()) {
      return null;
    }
    String text = cell.replaceAll("\\p{Z}", " ").replace('\u2212', '-');
    Matcher number = MILLISECONDS.matcher(text);
    String digits = number.matches() ? number.group(1).replace(" ", "") : "";
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "start_ms", Fields.shortened(cell), "0, 1500, …");
    }
    return Integer.parseInt(digits);
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

  /** How the list was read, and which columns were left aside. */
  public List<TableNote> notes() {
    List<TableNote> notes = new ArrayList<>(table.notes());
    notes.addAll(attributes.notes());
    recordings.stream()
        .filter(one -> PersonalColumns.isPersonalCode(one.said().viewer()))
        .findFirst()
        .ifPresent(
            one ->
                notes.add(TableNote.of(TableNote.Kind.PERSONAL_CODES, Long.toString(one.line()))));
    if (furtherProblems > 0) {
      notes.add(TableNote.of(TableNote.Kind.MORE_PROBLEMS, Integer.toString(furtherProblems)));
    }
    return notes;
  }
}
