package org.otklik.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.otklik.report.wording.ReportWording;

/** A table as it lies on its sheet, for charts that draw its cells. */
record SheetTable(XSSFSheet sheet, Table table, ReportWording wording) {

  /** Rows of the sheet. */
  record Rows(int first, int last) {}

  boolean isEmpty() {
    return table.rows().isEmpty();
  }

  int column(String key) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).key().equals(key)) {
        return i;
      }
    }
    throw new IllegalArgumentException(table.key() + " has no column " + key);
  }

  Rows all() {
    return new Rows(1, table.rows().size());
  }

  /** The rows of each value of the column, which stand together. */
  Map<String, Rows> by(String key) {
    int column = column(key);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      String value = Spreadsheet.text(table.rows().get(i).get(column), wording);
      rows.computeIfAbsent(value, name -> new ArrayList<>()).add(i + 1);
    }
    Map<String, Rows> found = new LinkedHashMap<>();
    rows.forEach(
        (value, lines) -> found.put(value, new Rows(lines.get(0), lines.get(lines.size() - 1))));
    return found;
  }

  CellRangeAddress range(String key, Rows rows) {
    int column = column(key);
    return new CellRangeAddress(rows.first(), rows.last(), column, column);
  }

  CellReference title(String key) {
    return new CellReference(sheet.getSheetName(), 0, column(key), true, true);
  }

  String name(String key) {
    return wording.title("column.", key).orElseThrow();
  }
}
