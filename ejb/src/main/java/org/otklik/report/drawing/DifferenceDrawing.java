package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.metric.Comparison.SecondDifference;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/**
 * Two groups over the creative's time: each second's EEI, the difference with its interval, and the
 * ad's frames. Seconds that differ are shaded, and their differences filled.
 */
public final class DifferenceDrawing extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double LABELS_PT = 40;
  private static final double RIGHT_PT = 8;
  private static final double STRIP_PT = 50;
  private static final double AXIS_PT = 18;
  private static final double LEGEND_PT = 22;
  private static final double GAP_PT = 30;
  private static final float[] SOLID = {};
  private static final float[] DASHED = {5, 2.5f};

  private final transient Group first;
  private final transient Group second;
  private final int seconds;
  private final transient List<SecondDifference> differences;
  private final transient ReportWording wording;

  /**
   * One of the two.
   *
   * @param pictures of the creative it saw; null where the other group's stand for both
   */
  public record Group(String name, List<CreativeSecond> curve, FrameImages pictures) {}

  /**
   * @param seconds that both have in common
   * @param differences of those in which both were observed
   */
  public DifferenceDrawing(
      Group first,
      Group second,
      int seconds,
      List<SecondDifference> differences,
      ReportWording wording) {
    this.first = first;
    this.second = second;
    this.seconds = seconds;
    this.differences = List.copyOf(differences);
    this.wording = wording;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    TimeAxis axis = new TimeAxis(LABELS_PT, width - LABELS_PT - RIGHT_PT, seconds);
    List<FrameImages> strips =
        second.pictures() == null
            ? List.of(first.pictures())
            : List.of(first.pictures(), second.pictures());
    double top = height - strips.size() * (STRIP_PT + 3);
    double bottom = top - AXIS_PT;
    double middle = LEGEND_PT + (bottom - LEGEND_PT - GAP_PT) * 0.55;
    drawGroups(canvas, new Panel(axis, LEGEND_PT, middle));
    drawDifferences(canvas, new Panel(axis, middle + GAP_PT, bottom));
    axis.draw(canvas, bottom, wording);
    for (FrameImages strip : strips) {
      new FrameStrip(strip).draw(canvas, axis, top, STRIP_PT);
      top += STRIP_PT + 3;
    }
  }

  private void drawGroups(Canvas canvas, Panel panel) {
    shade(canvas, panel);
    grid(canvas, panel, 100);
    line(canvas, panel, second, canvas.palette().negative(), DASHED);
    line(canvas, panel, first, canvas.palette().positive(), SOLID);
    double y = panel.top() - 12;
    double x = panel.axis().left();
    x =
        SharesPanel.entry(
            canvas, x, y, shortened(first.name()), canvas.palette().positive(), 1.6f, SOLID);
    SharesPanel.entry(
        canvas, x, y, shortened(second.name()), canvas.palette().negative(), 1.6f, DASHED);
  }

  private static String shortened(String name) {
    int most = 60;
    return name.length() <= most ? name : name.substring(0, most - 1) + "…";
  }

  private void shade(Canvas canvas, Panel panel) {
    for (SecondDifference one : differences) {
      if (one.isDifferent()) {
        double left = panel.axis().start(one.second());
        double right = panel.axis().start(one.second() + 1);
        canvas.fill(
            new Rectangle2D.Double(left, panel.top(), right - left, panel.bottom() - panel.top()),
            Palette.SURFACE);
      }
    }
  }

  private void line(Canvas canvas, Panel panel, Group group, Color colour, float[] dash) {
    List<CreativeSecond> observed =
        group.curve().stream().filter(one -> one.n() > 0 && one.second() < seconds).toList();
    if (!observed.isEmpty()) {
      canvas.stroke(
          new CurvePath(panel, observed).line(one -> level(one.eei(), 100)), colour, 1.6f, dash);
    }
  }

  private void grid(Canvas canvas, Panel panel, double limit) {
    for (int tick = -2; tick <= 2; tick++) {
      double y = panel.y(level(tick * limit / 2, limit));
      Color colour = tick == 0 ? Palette.NEUTRAL : Palette.HAIRLINE;
      canvas.line(panel.axis().left(), y, panel.axis().right(), y, colour, 0.5f);
      canvas.text(
          wording.signed(tick * limit / 2),
          panel.axis().left() - 6,
          y + 2.5,
          Align.RIGHT,
          TextStyle.LABEL);
    }
  }

  private void drawDifferences(Canvas canvas, Panel panel) {
    shade(canvas, panel);
    grid(canvas, panel, 200);
    canvas.text(
        wording.text("difference.panel"),
        panel.axis().left(),
        panel.top() - 7,
        Align.LEFT,
        TextStyle.LABEL);
    for (SecondDifference one : differences) {
      if (!Double.isNaN(one.difference().value())) {
        drawDifference(canvas, panel, one);
      }
    }
  }

  private static void drawDifference(Canvas canvas, Panel panel, SecondDifference one) {
    double x = panel.axis().middle(one.second());
    double value = one.difference().value();
    Color colour = !one.isDifferent() ? Palette.MUTED : colour(value, canvas.palette());
    canvas.line(
        x,
        panel.y(level(one.difference().low(), 200)),
        x,
        panel.y(level(one.difference().high(), 200)),
        Palette.translucent(colour, 110),
        1.4f);
    double size = one.isDifferent() ? 5 : 3;
    canvas.fill(
        new Ellipse2D.Double(x - size / 2, panel.y(level(value, 200)) - size / 2, size, size),
        colour);
  }

  private static Color colour(double difference, Palette palette) {
    return difference > 0 ? palette.positive() : palette.negative();
  }

  /** 0..1 of a scale from -limit to limit; what is infinite ends with the scale. */
  private static double level(double value, double limit) {
    return (Math.max(-limit, Math.min(limit, value)) + limit) / (2 * limit);
  }
}
