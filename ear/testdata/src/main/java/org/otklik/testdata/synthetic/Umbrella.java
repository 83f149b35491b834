package org.otklik.testdata.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;

/** A red umbrella; the origin is where a hand holds it. */
final class Umbrella {
  private static final int PANELS = 5;
  private static final double HALF = 130;
  private static final double EDGE_Y = -150;
  private static final double TOP_Y = -252;

  private Umbrella() {}

  static void draw(Graphics2D graphics, double x, double y, double degrees, double size) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(Math.toRadians(degrees));
    graphics.scale(size, size);
    stick(graphics);
    for (int panel = 0; panel < PANELS; panel++) {
      panel(graphics, panel);
    }
    graphics.setTransform(before);
  }

  private static void stick(Graphics2D graphics) {
    graphics.setColor(new Color(96, 62, 44));
    graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Line2D.Double(0, TOP_Y - 16, 0, 26));
    GeneralPath crook = new GeneralPath();
    crook.moveTo(0, 26);
    crook.curveTo(0, 52, 30, 52, 30, 28);
    graphics.draw(crook);
  }

  private static void panel(Graphics2D graphics, int panel) {
    double left = -HALF + panel * 2 * HALF / PANELS;
    double right = left + 2 * HALF / PANELS;
    Color red = panel % 2 == 0 ? new Color(226, 62, 70) : new Color(247, 108, 98);
    graphics.setPaint(
        new GradientPaint(
            0, (float) TOP_Y, Canvas.shade(red, 1.12), 0, (float) EDGE_Y, Canvas.shade(red, 0.86)));
    GeneralPath path = new GeneralPath();
    path.moveTo(0, TOP_Y);
    path.quadTo(left * 0.92, TOP_Y + 14, left, EDGE_Y);
    path.quadTo((left + right) / 2, EDGE_Y - 22, right, EDGE_Y);
    path.quadTo(right * 0.92, TOP_Y + 14, 0, TOP_Y);
    path.closePath();
    graphics.fill(path);
  }
}
