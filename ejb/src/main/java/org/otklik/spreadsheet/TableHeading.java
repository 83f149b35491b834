package org.otklik.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Where a table names its columns.
 *
 * @param place among the lines that are not blank
 * @param line what stands there; of lines with merged cells, each cell's lowest name
 * @param further lines below it that head columns, too, as survey tools write them
 * @param columns by what they are; the first is 0
 */
record TableHeading(int place, TableLine line, int further, Map<TableColumn, Integer> columns) {
  /** Below titles and notes of the survey; a table that begins further down is told to be none. */
  private static final int MAX_PLACE = 20;

  private static final int MAX_FURTHER = 2;

  /** Lines over which the cells of one heading are merged. */
  private static final int MAX_MERGED = 3;

  /** What Qualtrics writes into its third line. */
  private static final String IMPORT_ID = "{\"ImportId\"";

  /** What SurveyMonkey and others write below a question. */
  private static final Set<String> SECOND_HEADINGS =
      Set.of("response", "open-ended response", "ответ", "свободный ответ", "open ended response");

  private static final int WORDS_OF_A_QUESTION = 4;

  /** The first line that names all that is needed; else the first two or three that do together. */
  static Optional<TableHeading> find(List<TableLine> lines, TableForm form) {
    for (int place = 0; place < Math.min(MAX_PLACE, lines.size()); place++) {
      TableLine line = lines.get(place);
      Map<TableColumn, Integer> columns = columns(line, form);
      if (form.isComplete(columns.keySet())) {
        int further = further(lines, place, columns);
        return Optional.of(new TableHeading(place, line, further, columns));
      }
    }
    for (int below = 1; below < MAX_MERGED; below++) {
      Optional<TableHeading> heading = findMerged(lines, form, below);
      if (heading.isPresent()) {
        return heading;
      }
    }
    return Optional.empty();
  }

  /**
   * @param below how many lines are merged with the one above them
   */
  private static Optional<TableHeading> findMerged(
      List<TableLine> lines, TableForm form, int below) {
    for (int place = 0; place < Math.min(MAX_PLACE, lines.size() - below); place++) {
      TableLine merged =
          lines.subList(place, place + below + 1).stream()
              .reduce(TableHeading::merged)
              .orElseThrow();
      Map<TableColumn, Integer> columns = columns(merged, form);
      if (form.isComplete(columns.keySet())) {
        int further = below + further(lines, place + below, columns);
        return Optional.of(new TableHeading(place, merged, further, columns));
      }
    }
    return Optional.empty();
  }

  /** As cells are merged downwards in one column, and across several in another. */
  private static TableLine merged(TableLine upper, TableLine lower) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      cells.add(lower.cell(i).isEmpty() ? upper.cell(i) : lower.cell(i));
    }
    return new TableLine(upper.number(), cells);
  }

  /** Of each column the one with the surest heading. */
  private static Map<TableColumn, Integer> columns(TableLine line, TableForm form) {
    Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
    for (TableColumn column : form.columns()) {
      int best = Integer.MAX_VALUE;
      for (int i = 0; i < line.cells().size(); i++) {
        OptionalInt rank = column.rank(line.cell(i));
        if (rank.isPresent() && rank.getAsInt() < best && !columns.containsValue(i)) {
          best = rank.getAsInt();
          columns.put(column, i);
        }
      }
    }
    return columns;
  }

  /**
   * @throws ProblemException when a column is named twice, equally well
   */
  void checkUnique() {
    columns.forEach(
        (column, place) -> {
          String name = line.cell(place);
          OptionalInt rank = column.rank(name);
          for (int i = place + 1; i < line.cells().size(); i++) {
            if (column.rank(line.cell(i)).equals(rank)) {
              throw twice(column, name, line.cell(i));
            }
          }
        });
  }

  private static ProblemException twice(TableColumn column, String one, String other) {
    return one.equalsIgnoreCase(other)
        ? new ProblemException(ProblemCode.TABLE_COLUMN_TWICE, Fields.shortened(other))
        : new ProblemException(
            ProblemCode.TABLE_COLUMN_EITHER,
            column.heading(),
            Fields.shortened(one),
            Fields.shortened(other));
  }

  /** The columns that were chosen by the words of a question, as whoever asks may mean another. */
  List<TableNote> notes() {
    return columns.entrySet().stream()
        .filter(one -> one.getKey().isGuess(line.cell(one.getValue())))
        .map(
            one ->
                TableNote.ofColumn(
                    TableNote.Kind.BY_WORDS, one.getKey().heading(), line.cell(one.getValue())))
        .toList();
  }

  private static int further(List<TableLine> lines, int place, Map<TableColumn, Integer> columns) {
    int further = 0;
    for (int i = 1; i <= MAX_FURTHER && place + i < lines.size(); i++) {
      TableLine line = lines.get(place + i);
      if (line.cells().stream().anyMatch(cell -> cell.startsWith(IMPORT_ID))) {
        return i;
      }
      if (further == i - 1 && isHeading(line, columns)) {
        further = i;
      }
    }
    return further;
  }

  /** Whether no cell that is wanted could be a value. */
  private static boolean isHeading(TableLine line, Map<TableColumn, Integer> columns) {
    List<String> cells = new ArrayList<>();
    columns.forEach((column, place) -> cells.add(line.cell(place)));
    boolean named =
        columns.entrySet().stream()
            .anyMatch(one -> isQuestion(line.cell(one.getValue()), one.getKey()));
    return named
        && cells.stream().noneMatch(TableHeading::isValue)
        && cells.stream().filter(cell -> !cell.isEmpty()).count() > 0;
  }

  private static boolean isQuestion(String cell, TableColumn column) {
    return column.rank(cell).isPresent()
        || SECOND_HEADINGS.contains(cell.toLowerCase(Locale.ROOT))
        || cell.endsWith("?")
        || cell.endsWith(":")
        || cell.split("\\s+").length >= WORDS_OF_A_QUESTION;
  }

  /** A number, with or without a label, or a file; a question may have a number at its end. */
  private static boolean isValue(String cell) {
    return cell.matches("[+-]?\\d.*") || cell.matches("\\S.*\\.\\w{2,4}");
  }
}
