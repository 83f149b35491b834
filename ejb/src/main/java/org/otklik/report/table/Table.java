package org.otklik.report.table;

import java.util.Arrays;
import java.util.List;

/**
 * Figures of one kind.
 *
 * @param key its name for machines; the wording has its title as {@code table.…}
 * @param rows cells are texts, numbers, booleans, constants, or null, in the order of the columns
 */
record Table(String key, List<Column> columns, List<List<Object>> rows) {

  Table {
    columns = List.copyOf(columns);
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("A row of " + key + " has not " + width + " cells");
    }
  }

  /** With nulls among the cells. */
  static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }
}
