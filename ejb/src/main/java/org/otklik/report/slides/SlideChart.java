package org.otklik.report.slides;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.otklik.report.chart.ChartScale;
import org.otklik.report.chart.ChartSeries;
import org.otklik.report.chart.NativeChart;

/** A chart on a slide, with its figures in a workbook within it. */
final class SlideChart {
  private static final int FONT_SIZE_PT = 12;

  private final XSLFChart chart;
  private final String[] categories;
  private final List<ChartSeries> series = new ArrayList<>();

  private SlideChart(XSLFChart chart, List<String> categories) {
    this.chart = chart;
    this.categories = categories.toArray(String[]::new);
  }

  static SlideChart on(SlideDeck deck, XSLFSlide slide, Rectangle place, List<String> categories) {
    XSLFChart chart = deck.show().createChart();
    slide.addChart(
        chart,
        new Rectangle(
            Units.toEMU(place.x),
            Units.toEMU(place.y),
            Units.toEMU(place.width),
            Units.toEMU(place.height)));
    return new SlideChart(chart, categories);
  }

  /**
   * @param values one for each category; null where there is none
   */
  SlideChart with(String name, Color color, List<Double> values) {
    int column = series.size() + 1;
    XDDFNumericalDataSource<Double> source =
        XDDFDataSourcesFactory.fromArray(values.toArray(Double[]::new), range(column), column);
    series.add(new ChartSeries(name, color, source, chart.setSheetTitle(name, column)));
    return this;
  }

  void lines(ChartScale scale) {
    new NativeChart(chart, FONT_SIZE_PT).lines(source(), series, scale);
  }

  void bars(ChartScale scale) {
    new NativeChart(chart, FONT_SIZE_PT).bars(source(), series, scale);
  }

  private XDDFCategoryDataSource source() {
    return XDDFDataSourcesFactory.fromArray(categories, range(0), 0);
  }

  private String range(int column) {
    return chart.formatRange(
        new CellRangeAddress(1, Math.max(1, categories.length), column, column));
  }
}
