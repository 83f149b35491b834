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
import java.awt.geom.RoundRectangle2D;

/** The heroine in her yellow coat; the origin is between her boots. */
final class Girl {
  private static final Color SKIN = new Color(255, 214, 186);
  private static final Color HAIR = new Color(92, 58, 42);
  private static final Color BOOTS = new Color(61, 99, 150);

  /**
   * Where she is and what she shows.
   *
   * @param smile -1 sad, 0 calm, 1 laughing
   * @param wonder 0..1: mouth and eyes wide open
   * @param lookX -1..1
   * @param lookY -1 up .. 1 down
   * @param leftArm degrees from hanging down, outwards
   * @param rightArm likewise
   * @param lean degrees, clockwise
   */
  record Pose(
      double x,
      double y,
      double smile,
      double wonder,
      double lookX,
      double lookY,
      double leftArm,
      double rightArm,
      double lean) {}

  private Girl() {}

  static void draw(Graphics2D graphics, Pose pose) {
    AffineTransform before = graphics.getTransform();
    graphics.setColor(new Color(0, 0, 0, 45));
    graphics.fill(new Ellipse2D.Double(pose.x - 90, 618, 180, 26));
    graphics.translate(pose.x, pose.y);
    graphics.rotate(Math.toRadians(pose.lean));
    boots(graphics);
    arm(graphics, -1, pose.leftArm);
    coat(graphics);
    arm(graphics, 1, pose.rightArm);
    head(graphics, pose);
    graphics.setTransform(before);
  }

  private static void boots(Graphics2D graphics) {
    graphics.setColor(new Color(70, 60, 72));
    graphics.fill(new RoundRectangle2D.Double(-36, -70, 24, 50, 10, 10));
    graphics.fill(new RoundRectangle2D.Double(12, -70, 24, 50, 10, 10));
    graphics.setColor(BOOTS);
    graphics.fill(new RoundRectangle2D.Double(-44, -40, 36, 42, 16, 18));
    graphics.fill(new RoundRectangle2D.Double(8, -40, 36, 42, 16, 18));
    graphics.setColor(Canvas.shade(BOOTS, 1.3));
    graphics.fill(new RoundRectangle2D.Double(-44, -40, 36, 9, 8, 8));
    graphics.fill(new RoundRectangle2D.Double(8, -40, 36, 9, 8, 8));
  }

  private static void coat(Graphics2D graphics) {
    GeneralPath coat = new GeneralPath();
    coat.moveTo(-34, -196);
    coat.curveTo(-58, -180, -72, -110, -84, -58);
    coat.quadTo(0, -34, 84, -58);
    coat.curveTo(72, -110, 58, -180, 34, -196);
    coat.quadTo(0, -208, -34, -196);
    coat.closePath();
    graphics.setPaint(
        new GradientPaint(-70, -190, new Color(255, 221, 84), 80, -50, new Color(242, 163, 32)));
    graphics.fill(coat);
    graphics.setColor(new Color(214, 134, 18));
    graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Line2D.Double(0, -190, 0, -46));
    for (int button = 0; button < 3; button++) {
      graphics.fill(new Ellipse2D.Double(8, -168 + button * 34, 11, 11));
    }
  }

  /**
   * @param side -1: at her left in the picture, 1: at her right
   */
  private static void arm(Graphics2D graphics, int side, double degrees) {
    double angle = Math.toRadians(degrees);
    double shoulderX = side * 38;
    double shoulderY = -178;
    double handX = shoulderX + side * Math.sin(angle) * 88;
    double handY = shoulderY + Math.cos(angle) * 88;
    graphics.setStroke(new BasicStroke(30, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(side < 0 ? new Color(236, 160, 34) : new Color(250, 190, 56));
    graphics.draw(
        new Line2D.Double(
            shoulderX,
            shoulderY,
            shoulderX + (handX - shoulderX) * 0.82,
            shoulderY + (handY - shoulderY) * 0.82));
    graphics.setColor(SKIN);
    graphics.fill(new Ellipse2D.Double(handX - 13, handY - 13, 26, 26));
  }

  private static void head(Graphics2D graphics, Pose pose) {
    graphics.setColor(HAIR);
    graphics.fill(new RoundRectangle2D.Double(-62, -316, 124, 126, 104, 96));
    graphics.setColor(SKIN);
    graphics.fill(new Ellipse2D.Double(-50, -300, 100, 104));
    graphics.setColor(new Color(255, 140, 130, 110));
    graphics.fill(new Ellipse2D.Double(-44, -248, 24, 16));
    graphics.fill(new Ellipse2D.Double(20, -248, 24, 16));
    eyes(graphics, pose);
    mouth(graphics, pose);
    graphics.setColor(HAIR);
    GeneralPath fringe = new GeneralPath();
    fringe.moveTo(-56, -256);
    fringe.curveTo(-56, -330, 56, -330, 56, -256);
    fringe.curveTo(44, -286, 6, -292, -14, -288);
    fringe.curveTo(-34, -284, -50, -276, -56, -256);
    fringe.closePath();
    graphics.fill(fringe);
  }

  private static void eyes(Graphics2D graphics, Pose pose) {
    graphics.setColor(new Color(56, 40, 36));
    graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int side = -1; side <= 1; side += 2) {
      double x = side * 21 + 4 * pose.lookX;
      double y = -258 + 4 * pose.lookY;
      if (pose.smile > 0.7 && pose.wonder < 0.3) {
        graphics.draw(new Arc2D.Double(x - 10, y - 4, 20, 16, 20, 140, Arc2D.OPEN));
      } else {
        double radius = 6.5 + 3 * pose.wonder;
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      }
      double brow = -280 - 10 * pose.wonder;
      double inner = brow - 8 * Math.max(0, -pose.smile);
      graphics.draw(new Line2D.Double(side * 12, inner, side * 31, brow));
    }
  }

  private static void mouth(Graphics2D graphics, Pose pose) {
    graphics.setColor(new Color(170, 58, 56));
    if (pose.wonder > 0.3) {
      double radius = 5 + 8 * pose.wonder;
      graphics.fill(new Ellipse2D.Double(-radius, -226 - radius, 2 * radius, 2.3 * radius));
    } else if (pose.smile > 0.6) {
      graphics.fill(new Arc2D.Double(-22, -244, 44, 34, 180, 180, Arc2D.CHORD));
    } else {
      GeneralPath lips = new GeneralPath();
      lips.moveTo(-15, -222 - 5 * pose.smile);
      lips.quadTo(0, -222 + 12 * pose.smile, 15, -222 - 5 * pose.smile);
      graphics.draw(lips);
    }
  }
}
