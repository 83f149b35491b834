package org.otklik.report.table;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.otklik.report.branding.Palette;
import org.otklik.report.chart.ChartScale;
import org.otklik.report.chart.ChartSeries;
import org.otklik.report.chart.NativeChart;
import org.otklik.report.table.SheetTable.Rows;
import org.otklik.report.wording.ReportWording;

/** The sheet of charts: each draws cells of a table, and follows when these are changed. */
final class ChartSheet {
  private static final int FONT_SIZE_PT = 10;
  private static final int COLUMNS = 12;
  private static final int ROWS = 18;
  private static final int MAX_CREATIVES = 20;

  private final XSSFSheet sheet;
  private final XSSFDrawing drawing;
  private final ReportWording wording;
  private final Palette palette;
  private int row;

  ChartSheet(XSSFSheet sheet, ReportWording wording, Palette palette) {
    this.sheet = sheet;
    this.drawing = sheet.createDrawingPatriarch();
    this.wording = wording;
    this.palette = palette;
  }

  /** Whether there was anything to draw. */
  boolean draw(Map<String, SheetTable> tables) {
    indexes(tables.getOrDefault("scores", tables.get("groups")));
    if (tables.containsKey("seconds")) {
      shares(tables.get("seconds"));
    }
    if (tables.containsKey("emotions")) {
      emotions(tables.get("emotions"));
    }
    SheetTable compared = tables.get("compared_seconds");
    if (compared != null && !compared.isEmpty()) {
      lines(
          wording.text("figure.eei"),
          compared,
          "second",
          compared.all(),
          colored("first_eei", palette.positive(), "second_eei", palette.negative()),
          ChartScale.POINTS);
    }
    return row > 0;
  }

  private void indexes(SheetTable scores) {
    if (scores != null && !scores.isEmpty()) {
      String category = scores.table().key().equals("scores") ? "creative" : "group";
      bars(
          wording.text("figure.eei") + ", " + wording.text("figure.emo_nps"),
          scores,
          category,
          scores.all(),
          colored("eei", palette.positive(), "emo_nps", Palette.SURPRISE),
          ChartScale.POINTS);
    }
  }

  private void shares(SheetTable seconds) {
    Map<String, Color> groups = new LinkedHashMap<>();
    groups.put("positive_share", palette.positive());
    groups.put("negative_share", palette.negative());
    groups.put("neutral_share", Palette.NEUTRAL);
    seconds.by("creative").entrySet().stream()
        .limit(MAX_CREATIVES)
        .forEach(
            one ->
                lines(one.getKey(), seconds, "second", one.getValue(), groups, ChartScale.SHARES));
  }

  private void emotions(SheetTable emotions) {
    emotions.by("creative").entrySet().stream()
        .limit(MAX_CREATIVES)
        .forEach(
            one ->
                bars(
                    wording.text("emotions.title") + ": " + one.getKey(),
                    emotions,
                    "emotion",
                    one.getValue(),
                    Map.of("share_of_time", palette.positive()),
                    ChartScale.SHARES));
  }

  private static Map<String, Color> colored(
      String first, Color firstColor, String second, Color secondColor) {
    Map<String, Color> colored = new LinkedHashMap<>();
    colored.put(first, firstColor);
    colored.put(second, secondColor);
    return colored;
  }

  private void lines(
      String title,
      SheetTable table,
      String category,
      Rows rows,
      Map<String, Color> columns,
      ChartScale scale) {
    new NativeChart(chart(title), FONT_SIZE_PT)
        .lines(
            XDDFDataSourcesFactory.fromStringCellRange(table.sheet(), table.range(category, rows)),
            series(table, rows, columns),
            scale);
  }

  private void bars(
      String title,
      SheetTable table,
      String category,
      Rows rows,
      Map<String, Color> columns,
      ChartScale scale) {
    new NativeChart(chart(title), FONT_SIZE_PT)
        .bars(
            XDDFDataSourcesFactory.fromStringCellRange(table.sheet(), table.range(category, rows)),
            series(table, rows, columns),
            scale);
  }

  private static List<ChartSeries> series(SheetTable table, Rows rows, Map<String, Color> columns) {
    List<ChartSeries> series = new ArrayList<>();
    columns.forEach(
        (key, color) ->
            series.add(
                new ChartSeries(
                    table.name(key),
                    color,
                    XDDFDataSourcesFactory.fromNumericCellRange(
                        table.sheet(), table.range(key, rows)),
                    table.title(key))));
    return series;
  }

  /** Beneath the last one, with its title in the cell above. */
  private XSSFChart chart(String title) {
    XSSFCell cell = sheet.createRow(row).createCell(0);
    cell.setCellValue(title);
    XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 0, row + 1, COLUMNS, row + 1 + ROWS);
    row += ROWS + 3;
    return drawing.createChart(anchor);
  }
}
