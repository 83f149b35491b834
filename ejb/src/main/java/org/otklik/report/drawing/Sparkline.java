package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Set;
import org.otklik.report.branding.Palette;

/** A small line over the creative's time, 0..1, with dots at chosen seconds and gaps kept. */
public final class Sparkline extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double DOT_PT = 4;

  private final transient List<Double> levels;
  private final transient Set<Integer> marked;
  private final Color colour;

  /**
   * @param levels by second, null where nothing was observed
   * @param marked seconds with a dot
   */
  public Sparkline(List<Double> levels, Set<Integer> marked, Color colour) {
    this.levels = levels;
    this.marked = marked;
    this.colour = colour;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double base = height - DOT_PT / 2;
    double room = height - DOT_PT;
    canvas.line(0, base, width, base, Palette.HAIRLINE, 0.6f);
    if (levels.isEmpty()) {
      return;
    }
    TimeAxis axis = new TimeAxis(0, width, levels.size());
    Path2D line = new Path2D.Double();
    boolean drawing = false;
    for (int second = 0; second < levels.size(); second++) {
      Double level = levels.get(second);
      if (level == null) {
        drawing = false;
        continue;
      }
      double x = axis.middle(second);
      double y = base - level * room;
      if (drawing) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
        line.lineTo(x + 0.2, y);
      }
      drawing = true;
      if (marked.contains(second)) {
        canvas.fill(new Ellipse2D.Double(x - DOT_PT / 2, y - DOT_PT / 2, DOT_PT, DOT_PT), colour);
      }
    }
    canvas.stroke(line, colour, 1f);
  }
}
