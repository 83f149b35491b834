package org.otklik.report.chart;

import java.awt.Color;
import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;

/** Fills a chart of a slide or of a sheet; what it shows stays editable there. */
public final class NativeChart {
  private static final Color GRID = new Color(0xDDE2E7);
  private static final double LINE_WIDTH_PT = 2;
  private static final int HUNDREDTHS = 100;

  private final XDDFChart chart;
  private final int fontSizePt;

  public NativeChart(XDDFChart chart, int fontSizePt) {
    this.chart = chart;
    this.fontSizePt = fontSizePt;
  }

  /** A line for each series over the categories, with gaps where there is no value. */
  public void lines(XDDFCategoryDataSource categories, List<ChartSeries> series, ChartScale scale) {
    XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = axis(AxisPosition.LEFT, scale);
    left.crossAxis(bottom);
    bottom.crossAxis(left);
    left.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
    bottom.setTickLabelPosition(AxisTickLabelPosition.LOW);
    XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, bottom, left);
    data.setVaryColors(false);
    for (ChartSeries each : series) {
      XDDFLineChartData.Series line =
          (XDDFLineChartData.Series) data.addSeries(categories, each.values());
      name(line, each);
      line.setSmooth(false);
      line.setMarkerStyle(MarkerStyle.NONE);
      XDDFLineProperties drawn = new XDDFLineProperties(fill(each.color()));
      drawn.setWidth(LINE_WIDTH_PT);
      line.setLineProperties(drawn);
    }
    chart.plot(data);
    finish(series.size() > 1);
  }

  /** Lying bars, the first category above, with their values beside them. */
  public void bars(XDDFCategoryDataSource categories, List<ChartSeries> series, ChartScale scale) {
    XDDFCategoryAxis left = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis bottom = axis(AxisPosition.BOTTOM, scale);
    bottom.crossAxis(left);
    left.crossAxis(bottom);
    bottom.setCrossBetween(AxisCrossBetween.BETWEEN);
    bottom.setCrosses(AxisCrosses.MAX); // with the categories turned round, that is below
    left.setOrientation(AxisOrientation.MAX_MIN);
    left.setTickLabelPosition(AxisTickLabelPosition.LOW);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, left, bottom);
    data.setBarDirection(BarDirection.BAR);
    data.setVaryColors(false);
    data.setGapWidth(60);
    for (ChartSeries each : series) {
      XDDFBarChartData.Series bars =
          (XDDFBarChartData.Series) data.addSeries(categories, each.values());
      name(bars, each);
      bars.setFillProperties(fill(each.color()));
      bars.setInvertIfNegative(false);
      labels(bars, scale);
    }
    chart.plot(data);
    finish(series.size() > 1);
  }

  private static void name(XDDFChartData.Series drawn, ChartSeries series) {
    drawn.setTitle(series.name(), series.title());
  }

  private static void labels(XDDFBarChartData.Series bars, ChartScale scale) {
    CTDLbls labels = bars.getCTBarSer().addNewDLbls();
    labels.addNewNumFmt().setFormatCode(scale.format());
    labels.getNumFmt().setSourceLinked(false);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  private XDDFValueAxis axis(AxisPosition position, ChartScale scale) {
    XDDFValueAxis axis = chart.createValueAxis(position);
    axis.setMinimum(scale.min());
    axis.setMaximum(scale.max());
    axis.setMajorUnit(scale.step());
    axis.setNumberFormat(scale.format());
    axis.setCrosses(AxisCrosses.MIN);
    axis.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill(GRID)));
    return axis;
  }

  private void finish(boolean named) {
    chart.displayBlanksAs(DisplayBlanks.GAP);
    chart.setAutoTitleDeleted(true);
    if (named) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    CTTextBody text = chart.getCTChartSpace().addNewTxPr();
    text.addNewBodyPr();
    text.addNewP().addNewPPr().addNewDefRPr().setSz(fontSizePt * HUNDREDTHS);
  }

  private static XDDFSolidFillProperties fill(Color color) {
    return new XDDFSolidFillProperties(
        XDDFColor.from(
            new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()}));
  }
}
