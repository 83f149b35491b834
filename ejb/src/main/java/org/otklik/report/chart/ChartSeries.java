package org.otklik.report.chart;

import java.awt.Color;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;

/**
 * One line, or the bars of one colour.
 *
 * @param values one for each category; null where there is none
 * @param title the cell that holds the name; null where there is none
 */
public record ChartSeries(
    String name, Color color, XDDFNumericalDataSource<Double> values, CellReference title) {}
