package org.otklik.report.drawing;

/**
 * A chart's area under the common time axis.
 *
 * @param top y of the value 1
 * @param bottom y of the value 0
 */
record Panel(TimeAxis axis, double top, double bottom) {

  double y(double value) {
    return bottom - (bottom - top) * value;
  }
}
