package org.otklik.report.drawing;

import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/**
 * The creative's time across the page.
 *
 * @param left where second 0 begins, in points
 * @param width of the whole creative, in points
 */
record TimeAxis(double left, double width, int seconds) {

  private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600};
  private static final double MIN_STEP_PT = 34;

  double start(int second) {
    return left + width * second / seconds;
  }

  double middle(int second) {
    return left + width * (second + 0.5) / seconds;
  }

  double right() {
    return left + width;
  }

  /** Seconds between labels, so that they do not touch. */
  int step() {
    for (int step : STEPS) {
      if (width * step / seconds >= MIN_STEP_PT) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  /** The axis itself with its times, from {@code top} downwards. */
  void draw(Canvas canvas, double top, ReportWording wording) {
    canvas.line(left, top, right(), top, Palette.MUTED, 0.6f);
    for (int second = 0; second <= seconds; second += step()) {
      double x = start(second);
      canvas.line(x, top, x, top + 3, Palette.MUTED, 0.6f);
      canvas.text(wording.clock(second), x, top + 12, Align.CENTRE, TextStyle.LABEL);
    }
  }
}
