package org.otklik.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.spreadsheet.WorkbookLines.SheetLines;

/**
 * A table as somebody saved it, as CSV or XLSX: titles before its heading, further columns and the
 * encoding are as they may be.
 *
 * @param columns where those are that were looked for; the first is 0
 * @param others the further columns that have a heading or a value
 * @param lines below the heading, at least one
 * @param notes how it was read
 */
public record Table(
    Map<TableColumn, Integer> columns,
    List<Other> others,
    List<TableLine> lines,
    List<TableNote> notes) {

  /**
   * A column that was not looked for.
   *
   * @param heading its letter in spreadsheets where it has none
   */
  public record Other(int place, String heading, boolean isNamed) {}

  public Table {
    columns = Map.copyOf(columns);
    others = List.copyOf(others);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /** One at a time: while it is read, a table may take a tenth of the server's memory. */
  private static final Semaphore TURN = new Semaphore(1, true);

  private static final int PATIENCE_S = 10;

  /**
   * @throws ProblemException the form's, or one of the {@code TABLE_…} codes, when it is no such
   *     table; TABLES_AT_ONCE
   */
  public static Table read(byte[] content, TableForm form) {
    try {
      if (!TURN.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new ProblemException(ProblemCode.TABLES_AT_ONCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemCode.TABLES_AT_ONCE);
    }
    try {
      return readInTurn(content, form);
    } finally {
      TURN.release();
    }
  }

  private static Table readInTurn(byte[] content, TableForm form) {
    try {
      return isZip(content) ? ofWorkbook(content, form) : ofText(content, form);
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(form.malformed());
    }
  }

  private static boolean isZip(byte[] content) {
    return TableText.starts(content, 'P', 'K', 3, 4);
  }

  private static Table ofText(byte[] content, TableForm form) throws IOException {
    if (TableText.starts(content, 0xd0, 0xcf, 0x11, 0xe0)) { // XLS, or an XLSX with a password
      throw new ProblemException(ProblemCode.TABLE_WORKBOOK_UNREADABLE);
    }
    TableText text = TableText.of(content);
    List<TableNote> notes = new ArrayList<>();
    if (text.isGuessed()) {
      notes.add(TableNote.of(TableNote.Kind.ENCODING, text.charset().displayName()));
    }
    Candidate best =
        CsvLines.readings(text.text())
            .map(reading -> new Candidate(reading, TableHeading.find(reading.lines(), form)))
            .reduce(Candidate::better)
            .orElseThrow();
    if (best.heading().isEmpty() && best.reading().openQuoteLine() > 0) {
      throw new ProblemException(
          ProblemCode.TABLE_QUOTE_OPEN, Long.toString(best.reading().openQuoteLine()));
    }
    return of(best.reading().lines(), best.heading().orElse(null), form, notes);
  }

  /** A way to read the text. */
  private record Candidate(CsvLines.Reading reading, Optional<TableHeading> heading) {
    /** Which of the two names more columns; where neither does, first which says what is wrong. */
    Candidate better(Candidate other) {
      return BY_LIKELIHOOD.compare(other, this) > 0 ? other : this;
    }

    int columns() {
      return heading.map(head -> head.columns().size()).orElse(0);
    }
  }

  private static final Comparator<Candidate> BY_LIKELIHOOD =
      Comparator.comparingInt(Candidate::columns)
          .thenComparing(candidate -> candidate.reading().openQuoteLine() > 0)
          .thenComparingLong(candidate -> candidate.reading().cells());

  private static Table ofWorkbook(byte[] content, TableForm form) {
    List<SheetLines> sheets;
    try {
      sheets = WorkbookLines.of(content);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.TABLE_WORKBOOK_UNREADABLE);
    }
    for (SheetLines sheet : sheets) {
      Optional<TableHeading> heading = TableHeading.find(sheet.lines(), form);
      if (heading.isPresent()) {
        List<TableNote> notes = new ArrayList<>();
        if (sheets.size() > 1) {
          notes.add(TableNote.of(TableNote.Kind.SHEET, sheet.name()));
        }
        return of(sheet.lines(), heading.get(), form, notes);
      }
    }
    return of(sheets.isEmpty() ? List.of() : sheets.get(0).lines(), null, form, List.of());
  }

  /**
   * @param heading null when there is none
   */
  private static Table of(
      List<TableLine> lines, TableHeading heading, TableForm form, List<TableNote> notes) {
    if (lines.isEmpty()) {
      throw new ProblemException(form.malformed());
    }
    if (heading == null) {
      throw new ProblemException(
          form.headingInvalid(), Fields.shortened(String.join(", ", lines.get(0).cells())));
    }
    TableLine head = heading.line();
    heading.checkUnique();
    int start = heading.place() + 1 + heading.further();
    List<TableLine> below = lines.subList(start, lines.size());
    if (below.isEmpty()) {
      throw new ProblemException(ProblemCode.TABLE_NO_LINES);
    }
    List<TableNote> all = new ArrayList<>(notes);
    if (heading.place() > 0) {
      all.add(TableNote.of(TableNote.Kind.LINES_BEFORE, Long.toString(head.number())));
    }
    if (heading.further() > 0) {
      String numbers =
          lines.subList(heading.place() + 1, start).stream()
              .map(line -> Long.toString(line.number()))
              .collect(Collectors.joining(", "));
      all.add(TableNote.of(TableNote.Kind.FURTHER_HEADINGS, numbers));
    }
    all.addAll(heading.notes());
    return new Table(heading.columns(), others(head, below, heading), below, all);
  }

  private static List<Other> others(TableLine head, List<TableLine> below, TableHeading heading) {
    int width =
        below.stream().mapToInt(line -> line.cells().size()).reduce(head.cells().size(), Math::max);
    List<Other> others = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int place = i;
      boolean named = !head.cell(i).isEmpty();
      if (!heading.columns().containsValue(i)
          && (named || below.stream().anyMatch(line -> !line.cell(place).isEmpty()))) {
        others.add(new Other(i, named ? head.cell(i) : letters(i), named));
      }
    }
    return others;
  }

  /** A, B, … Z, AA, … */
  private static String letters(int column) {
    String last = Character.toString('A' + column % 26);
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** What the line has in the column; nothing where the table has none. */
  public String cell(TableLine line, TableColumn column) {
    Integer place = columns.get(column);
    return place == null ? "" : line.cell(place);
  }
}
