package org.otklik.report.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.otklik.metric.IndexInterval;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/** A value with its 95% confidence interval on the whole scale around zero. */
public final class IntervalScale extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double SIDE_PT = 12;
  private static final double DOT_PT = 8;
  private static final double BAND_PT = 8;

  private final double value;
  private final double low;
  private final double high;
  private final double limit;
  private final transient DoubleFunction<String> form;

  /**
   * @param low may be infinite: then the interval reaches to the end of the scale
   * @param high likewise
   * @param limit the scale goes from minus this to this
   * @param form how its numbers are written
   */
  public IntervalScale(
      double value, double low, double high, double limit, DoubleFunction<String> form) {
    this.value = value;
    this.low = Math.max(low, -limit);
    this.high = Math.min(high, limit);
    this.limit = limit;
    this.form = form;
  }

  public static IntervalScale of(IndexInterval index, ReportWording wording) {
    return new IntervalScale(index.value(), index.low(), index.high(), 100, wording::signed);
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double y = height / 2 - 3;
    canvas.line(x(-limit, width), y, x(limit, width), y, Palette.NEUTRAL, 0.8f);
    for (int tick = -2; tick <= 2; tick++) {
      double x = x(tick * limit / 2, width);
      canvas.line(x, y - 3, x, y + 3, Palette.NEUTRAL, 0.8f);
      canvas.text(form.apply(tick * limit / 2), x, y + 17, Align.CENTRE, TextStyle.LABEL);
    }
    double left = x(low, width);
    canvas.fill(
        new Rectangle2D.Double(left, y - BAND_PT / 2, x(high, width) - left, BAND_PT),
        Palette.translucent(canvas.palette().accent(), 70));
    double x = x(value, width);
    canvas.fill(
        new Ellipse2D.Double(x - DOT_PT / 2, y - DOT_PT / 2, DOT_PT, DOT_PT),
        canvas.palette().accent());
  }

  private double x(double at, double width) {
    return SIDE_PT + (width - 2 * SIDE_PT) * (at + limit) / (2 * limit);
  }
}
