package org.otklik.spreadsheet;

import java.util.List;

/**
 * A line with something in it.
 *
 * @param number in the file or sheet, from 1; the last one where a cell has line breaks
 * @param cells trimmed, without what spreadsheets put around a text to keep it one
 */
public record TableLine(long number, List<String> cells) {
  /** Nothing where the line ends before the column. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
