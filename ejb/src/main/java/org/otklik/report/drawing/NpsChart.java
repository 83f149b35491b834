package org.otklik.report.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/**
 * EmoNPS over K with its 95 % band. Every value is written, but for those that the chosen one,
 * which stands out, leaves no room for.
 */
public final class NpsChart extends VectorDrawing {

  /** With which a K is written that is no tenth. */
  public static final int K_DIGITS = 3;

  private static final long serialVersionUID = 1;
  private static final double SIDE_PT = 14;
  private static final double TOP_PT = 12;
  private static final double BOTTOM_PT = 24;
  private static final double LABEL_PT = 14;
  private static final TextStyle VALUE = new TextStyle(6.5f, false, Palette.INK);

  private final transient List<Point> points;
  private final int chosen;
  private final transient ReportWording wording;
  private final double top;
  private final double bottom;

  /** The value at a K and its interval, each -100..100. */
  public record Point(double k, double value, double low, double high) {}

  /**
   * @param points two or more, by K, ascending
   * @param chosen index of the point whose K was chosen
   */
  public NpsChart(List<Point> points, int chosen, ReportWording wording) {
    this.points = List.copyOf(points);
    this.chosen = chosen;
    this.wording = wording;
    this.top = points.stream().mapToDouble(Point::high).reduce(0, Math::max);
    this.bottom = points.stream().mapToDouble(Point::low).reduce(0, Math::min);
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    canvas.fill(band(width, height), Palette.translucent(canvas.palette().accent(), 30));
    double zero = y(0, height);
    canvas.line(0, zero, width, zero, Palette.NEUTRAL, 0.5f);
    Path2D line = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      double y = y(points.get(i).value(), height);
      if (i == 0) {
        line.moveTo(x(i, width), y);
      } else {
        line.lineTo(x(i, width), y);
      }
    }
    canvas.stroke(line, canvas.palette().accent(), 1.2f);
    for (int i = 0; i < points.size(); i++) {
      drawPoint(canvas, i, width, height);
    }
    canvas.text("K", 0, height - 4, Align.LEFT, TextStyle.LABEL);
  }

  private void drawPoint(Canvas canvas, int i, double width, double height) {
    Point point = points.get(i);
    double x = x(i, width);
    double y = y(point.value(), height);
    double size = i == chosen ? 6 : 3;
    canvas.fill(
        new Ellipse2D.Double(x - size / 2, y - size / 2, size, size), canvas.palette().accent());
    if (i != chosen && Math.abs(x - x(chosen, width)) < LABEL_PT) {
      return;
    }
    TextStyle ofChosen = new TextStyle(7.5f, true, canvas.palette().accent());
    TextStyle look = i == chosen ? ofChosen : VALUE;
    canvas.text(wording.signed(point.value()), x, y - 6, Align.CENTRE, look);
    canvas.text(
        wording.decimal(point.k(), 1, K_DIGITS),
        x,
        height - 4,
        Align.CENTRE,
        i == chosen ? ofChosen : TextStyle.LABEL);
  }

  private Path2D band(double width, double height) {
    Path2D band = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      double y = y(points.get(i).high(), height);
      if (i == 0) {
        band.moveTo(x(i, width), y);
      } else {
        band.lineTo(x(i, width), y);
      }
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      band.lineTo(x(i, width), y(points.get(i).low(), height));
    }
    band.closePath();
    return band;
  }

  /** K is to scale: the chosen one may lie between two tenths. */
  private double x(int i, double width) {
    double from = points.get(0).k();
    double to = points.get(points.size() - 1).k();
    return SIDE_PT + (width - 2 * SIDE_PT) * (points.get(i).k() - from) / (to - from);
  }

  /** From the lowest to the highest end of the intervals, zero always within. */
  private double y(double value, double height) {
    return TOP_PT + (height - TOP_PT - BOTTOM_PT) * (top - value) / Math.max(1, top - bottom);
  }
}
