package org.otklik.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;
import org.otklik.emotion.Polarity;
import org.otklik.report.branding.Palette;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.wording.ReportWording;

/**
 * A report's tables as sheets of a workbook (XLSX), in the words of a language, and before them its
 * cover and a sheet of charts that draw their figures.
 */
public final class Spreadsheet {

  /** What a cell may hold at most. */
  private static final int MAX_TEXT_LENGTH = 32_767;

  private static final double MIN_WIDTH = 11;
  private static final double MAX_WIDTH = 60;
  private static final int WIDTH_UNIT = 256;

  /** Width of a bold character in that of a plain one. */
  private static final double BOLD = 1.1;

  private final ReportWording wording;
  private final XSSFWorkbook workbook;
  private final Palette palette;
  private final XSSFCellStyle heading;
  private final Map<Unit, CellStyle> styles = new EnumMap<>(Unit.class);

  private Spreadsheet(ReportWording wording, XSSFWorkbook workbook, Palette palette) {
    this.wording = wording;
    this.palette = palette;
    this.workbook = workbook;
    this.heading = workbook.createCellStyle();
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    heading.setWrapText(true);
    heading.setBorderBottom(BorderStyle.MEDIUM);
    heading.setBottomBorderColor(CoverSheet.color(palette.accent()));
  }

  public static byte[] xlsx(ReportContents contents, Locale locale) {
    ReportWording wording = contents.facts().wording(locale);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getProperties().getCoreProperties().setCreator(wording.text("brand"));
      new Spreadsheet(wording, workbook, contents.facts().palette()).write(contents);
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void write(ReportContents contents) {
    XSSFSheet cover = workbook.createSheet(wording.text("table.cover"));
    new CoverSheet(cover, wording).write(contents);
    onePageWide(cover);
    cover.setTabColor(CoverSheet.color(palette.accent()));
    XSSFSheet charts = workbook.createSheet(wording.text("table.charts"));
    Map<String, SheetTable> written = new LinkedHashMap<>();
    for (Table table : ReportTables.of(contents)) {
      if (TableChapter.isIn(contents.facts(), table)) {
        written.put(table.key(), new SheetTable(write(table), table, wording));
      }
    }
    if (new ChartSheet(charts, wording, palette).draw(written)) {
      onePageWide(charts);
    } else {
      workbook.removeSheetAt(workbook.getSheetIndex(charts));
    }
  }

  private XSSFSheet write(Table table) {
    XSSFSheet sheet = workbook.createSheet(wording.title("table.", table.key()).orElseThrow());
    List<String> titles =
        table.columns().stream()
            .map(column -> wording.title("column.", column.key()).orElseThrow())
            .toList();
    XSSFRow head = sheet.createRow(0);
    for (int column = 0; column < titles.size(); column++) {
      XSSFCell cell = head.createCell(column);
      cell.setCellValue(titles.get(column));
      cell.setCellStyle(heading);
      sheet.setColumnWidth(column, (int) (width(titles.get(column), table, column) * WIDTH_UNIT));
    }
    for (int row = 0; row < table.rows().size(); row++) {
      XSSFRow line = sheet.createRow(row + 1);
      for (int column = 0; column < titles.size(); column++) {
        put(line.createCell(column), table.rows().get(row).get(column), table, column);
      }
    }
    if (!table.rows().isEmpty()) {
      table(sheet, table);
    }
    sheet.createFreezePane(0, 1);
    print(sheet);
    return sheet;
  }

  /** A table that can be filtered, under the name that the table has for machines. */
  private static void table(XSSFSheet sheet, Table table) {
    AreaReference area =
        new AreaReference(
            new CellReference(0, 0),
            new CellReference(table.rows().size(), table.columns().size() - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable real = sheet.createTable(area);
    real.setName(table.key());
    real.setDisplayName(table.key());
    real.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    CTTableStyleInfo style = real.getCTTable().addNewTableStyleInfo();
    style.setName("TableStyleLight1");
    style.setShowRowStripes(true);
  }

  /** On paper: all columns on a page, their titles on each. */
  private static void print(XSSFSheet sheet) {
    onePageWide(sheet);
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
  }

  private static void onePageWide(XSSFSheet sheet) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setLandscape(true);
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
  }

  private void put(XSSFCell cell, Object value, Table table, int column) {
    if (value instanceof Number number) {
      if (Double.isFinite(number.doubleValue())) {
        cell.setCellValue(number.doubleValue());
      }
    } else if (value != null) {
      cell.setCellValue(text(value, wording));
    }
    Unit unit = table.columns().get(column).unit();
    if (unit != Unit.TEXT) {
      cell.setCellStyle(styles.computeIfAbsent(unit, this::style));
    }
  }

  private CellStyle style(Unit unit) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(unit.format()));
    return style;
  }

  static String text(Object value, ReportWording wording) {
    if (value instanceof Enum<?> constant) {
      return wording.name(constant);
    }
    if (value instanceof Worded word) {
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
            .mapToInt(value -> text(value, wording).length())
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
