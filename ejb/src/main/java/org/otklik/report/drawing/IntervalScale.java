package org.otklik.report.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextLook;
import org.otklik.report.wording.ReportWording;

/** A value with its 95 % interval on the whole scale from -100 to 100. */
public final class IntervalScale extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double SIDE_PT = 12;
  private static final double DOT_PT = 8;
  private static final double BAND_PT = 8;

  private final double value;
  private final double low;
  private final double high;
  private final transient ReportWording wording;

  public IntervalScale(double value, double low, double high, ReportWording wording) {
    this.value = value;
    this.low = low;
    this.high = high;
    this.wording = wording;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double y = height / 2 - 3;
    canvas.line(x(-100, width), y, x(100, width), y, Palette.NEUTRAL, 0.8f);
    for (int tick = -100; tick <= 100; tick += 50) {
      double x = x(tick, width);
      canvas.line(x, y - 3, x, y + 3, Palette.NEUTRAL, 0.8f);
      canvas.text(wording.signed(tick), x, y + 17, Align.CENTRE, TextLook.LABEL);
    }
    double left = x(low, width);
    canvas.fill(
        new Rectangle2D.Double(left, y - BAND_PT / 2, x(high, width) - left, BAND_PT),
        Palette.translucent(Palette.ACCENT, 70));
    double x = x(value, width);
    canvas.fill(
        new Ellipse2D.Double(x - DOT_PT / 2, y - DOT_PT / 2, DOT_PT, DOT_PT), Palette.ACCENT);
  }

  private static double x(double value, double width) {
    return SIDE_PT + (width - 2 * SIDE_PT) * (value + 100) / 200;
  }
}
