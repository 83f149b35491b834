package org.otklik.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.otklik.emotion.Polarity;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.wording.ReportWording;

/** A report's tables as sheets of a workbook (XLSX), in the words of a language. */
public final class Spreadsheet {

  /** What a cell may hold at most. */
  private static final int MAX_TEXT_LENGTH = 32_767;

  private static final double MIN_WIDTH = 11;
  private static final double MAX_WIDTH = 60;

  /** Width of a bold character in that of a plain one. */
  private static final double BOLD = 1.1;

  private final ReportWording wording;

  private Spreadsheet(ReportWording wording) {
    this.wording = wording;
  }

  public static byte[] xlsx(ReportContents contents, Locale locale) {
    Spreadsheet spreadsheet = new Spreadsheet(ReportWording.in(locale));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Otklik", "1.0")) {
      for (Table table : ReportTables.of(contents)) {
        spreadsheet.write(table, workbook);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void write(Table table, Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(wording.title("table.", table.key()).orElseThrow());
    List<String> titles =
        table.columns().stream()
            .map(column -> wording.title("column.", column.key()).orElseThrow())
            .toList();
    for (int column = 0; column < titles.size(); column++) {
      sheet.value(0, column, titles.get(column));
      sheet.width(column, width(titles.get(column), table, column));
    }
    sheet.range(0, 0, 0, titles.size() - 1).style().bold().wrapText(true).set();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < titles.size(); column++) {
        put(sheet, row + 1, column, table);
      }
    }
    if (!table.rows().isEmpty()) {
      sheet
          .range(0, 0, table.rows().size(), titles.size() - 1)
          .createTable(titles.toArray(String[]::new))
          .setDisplayName(table.key())
          .setName(table.key())
          .styleInfo()
          .setStyleName("TableStyleLight1");
    }
    sheet.freezePane(0, 1);
    print(sheet);
    sheet.finish();
  }

  /** On paper: all columns on a page, their titles on each. */
  private static void print(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
  }

  private void put(Worksheet sheet, int row, int column, Table table) {
    Object value = table.rows().get(row - 1).get(column);
    if (value instanceof Number number) {
      if (Double.isFinite(number.doubleValue())) {
        sheet.value(row, column, number);
      }
    } else if (value != null) {
      sheet.value(row, column, text(value));
    }
    Unit unit = table.columns().get(column).unit();
    if (unit != Unit.TEXT) {
      sheet.style(row, column).format(unit.format()).set();
    }
  }

  private String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return wording.name(constant);
    }
    if (value instanceof Word word) {
      return word.in(wording);
    }
    if (value instanceof Polarity polarity) {
      return wording.grouping(polarity);
    }
    if (value instanceof Boolean flag) {
      return wording.text(flag ? "yes" : "no");
    }
    String text = value.toString();
    return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH);
  }

  /** In characters, by the longest of the first texts. */
  private double width(String title, Table table, int column) {
    int longest =
        table.rows().stream()
            .limit(100)
            .map(row -> row.get(column))
            .filter(value -> value != null && !(value instanceof Number))
            .mapToInt(value -> text(value).length())
            .max()
            .orElse(0);
    return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Math.max(longest, inTwoLines(title)) + 2));
  }

  /** Bold words on two lines, none of them broken. */
  private static double inTwoLines(String title) {
    int longestWord = Arrays.stream(title.split(" ")).mapToInt(String::length).max().orElseThrow();
    return BOLD * Math.max(longestWord, title.length() * 0.6);
  }
}
