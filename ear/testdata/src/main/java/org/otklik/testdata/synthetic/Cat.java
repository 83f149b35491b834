package org.otklik.testdata.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;

/** The ginger cat, upright; the origin is between its feet. About 190 px tall. */
final class Cat {
  private static final Color FUR = new Color(244, 148, 62);
  private static final Color STRIPE = new Color(208, 104, 36);
  private static final Color CREAM = new Color(255, 236, 210);

  private Cat() {}

  /**
   * @param arms degrees from hanging down, outwards; 170: both paws over the head
   * @param swing of legs and tail, -1..1
   * @param lean degrees, clockwise
   * @param cup a teacup on its head
   */
  static void draw(
      Graphics2D graphics,
      double x,
      double y,
      double arms,
      double swing,
      double lean,
      boolean cup) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(Math.toRadians(lean));
    tail(graphics, swing);
    leg(graphics, -1, swing);
    leg(graphics, 1, swing);
    body(graphics);
    arm(graphics, -1, arms);
    arm(graphics, 1, arms);
    head(graphics);
    if (cup) {
      graphics.translate(2, -196);
      graphics.rotate(Math.toRadians(-lean * 0.7));
      TeaTable.cup(graphics, 0, 0, 0.34);
    }
    graphics.setTransform(before);
  }

  private static void tail(Graphics2D graphics, double swing) {
    graphics.setColor(STRIPE);
    graphics.setStroke(new BasicStroke(17, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    GeneralPath tail = new GeneralPath();
    tail.moveTo(24, -32);
    tail.curveTo(88, -20, 70 + 26 * swing, -96, 104 + 20 * swing, -112);
    graphics.draw(tail);
  }

  private static void leg(Graphics2D graphics, int side, double swing) {
    graphics.setColor(Canvas.shade(FUR, 0.93));
    graphics.setStroke(new BasicStroke(24, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double lift = 12 * Math.max(0, side * swing);
    graphics.draw(new Line2D.Double(side * 19, -38, side * (22 + lift), -12 - lift));
    graphics.setColor(CREAM);
    graphics.fill(new Ellipse2D.Double(side * (24 + lift) - 16, -18 - lift, 32, 18));
  }

  private static void body(Graphics2D graphics) {
    graphics.setPaint(new GradientPaint(-40, -110, Canvas.shade(FUR, 1.08), 40, -20, FUR));
    graphics.fill(new Ellipse2D.Double(-43, -118, 86, 102));
    graphics.setColor(CREAM);
    graphics.fill(new Ellipse2D.Double(-24, -98, 48, 74));
  }

  private static void arm(Graphics2D graphics, int side, double degrees) {
    double angle = Math.toRadians(degrees);
    double x = side * 34;
    double y = -98;
    graphics.setColor(FUR);
    graphics.setStroke(new BasicStroke(21, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double handX = x + side * 58 * Math.sin(angle);
    double handY = y + 58 * Math.cos(angle);
    graphics.draw(new Line2D.Double(x, y, handX, handY));
    graphics.setColor(CREAM);
    graphics.fill(new Ellipse2D.Double(handX - 12, handY - 12, 24, 24));
  }

  private static void head(Graphics2D graphics) {
    for (int side = -1; side <= 1; side += 2) {
      graphics.setColor(FUR);
      graphics.fill(ear(side, 1));
      graphics.setColor(new Color(255, 176, 160));
      graphics.fill(ear(side, 0.55));
    }
    graphics.setPaint(
        new GradientPaint(0, -196, Canvas.shade(FUR, 1.1), 0, -104, Canvas.shade(FUR, 0.97)));
    graphics.fill(new Ellipse2D.Double(-55, -194, 110, 92));
    graphics.setColor(STRIPE);
    graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int stripe = -1; stripe <= 1; stripe++) {
      graphics.draw(new Line2D.Double(stripe * 14, -188, stripe * 11, -174));
    }
    graphics.setColor(CREAM);
    graphics.fill(new Ellipse2D.Double(-27, -142, 54, 36));
    face(graphics);
  }

  private static GeneralPath ear(int side, double size) {
    GeneralPath ear = new GeneralPath();
    ear.moveTo(side * (33 - 17 * size), -184);
    ear.lineTo(side * (40 + 4 * size), -184 - 38 * size);
    ear.lineTo(side * (36 + 18 * size), -166);
    ear.closePath();
    return ear;
  }

  private static void face(Graphics2D graphics) {
    graphics.setColor(new Color(52, 40, 34));
    graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int side = -1; side <= 1; side += 2) {
      graphics.draw(new Arc2D.Double(side * 26 - 11, -160, 22, 18, 15, 150, Arc2D.OPEN));
      graphics.draw(new Arc2D.Double(side * 9 - 9, -135, 18, 14, 190, 160, Arc2D.OPEN));
      graphics.draw(new Line2D.Double(side * 34, -126, side * 66, -132));
      graphics.draw(new Line2D.Double(side * 34, -120, side * 66, -116));
    }
    graphics.setColor(new Color(226, 96, 92));
    graphics.fill(new Ellipse2D.Double(-8, -140, 16, 11));
  }
}
