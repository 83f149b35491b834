package org.otklik.report.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.otklik.report.branding.Palette;

/** Stands where the ad's frame is not at hand. */
public final class MissingImage extends VectorDrawing {

  private static final long serialVersionUID = 1;

  @Override
  void draw(Canvas canvas, double width, double height) {
    draw(canvas, new Rectangle2D.Double(0, 0, width, height));
  }

  static void draw(Canvas canvas, Rectangle2D place) {
    canvas.fill(place, Palette.SURFACE);
    double size = Math.min(place.getWidth(), place.getHeight()) / 6;
    double x = place.getCenterX();
    double y = place.getCenterY();
    canvas.stroke(
        new Rectangle2D.Double(x - 1.4 * size, y - size, 2.8 * size, 2 * size),
        Palette.NEUTRAL,
        0.8f);
    canvas.stroke(
        new Line2D.Double(x - 1.4 * size, y + size, x + 1.4 * size, y - size),
        Palette.NEUTRAL,
        0.8f);
  }
}
