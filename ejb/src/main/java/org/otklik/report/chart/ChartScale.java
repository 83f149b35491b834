package org.otklik.report.chart;

/**
 * The axis of values.
 *
 * @param format in the notation of spreadsheets
 */
public record ChartScale(double min, double max, double step, String format) {
  public static final ChartScale SHARES = new ChartScale(0, 1, 0.25, "0%");
  public static final ChartScale POINTS = new ChartScale(-100, 100, 50, "+0;\u22120;0");

  /** Of counts up to the largest. */
  public static ChartScale counts(int largest) {
    int step = Math.max(1, (int) Math.ceil(largest / 5.0));
    return new ChartScale(0, step * Math.max(1, Math.ceil((double) largest / step)), step, "0");
  }
}
