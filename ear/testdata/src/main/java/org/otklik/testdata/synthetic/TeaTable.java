package org.otklik.testdata.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The ad's last picture: a packet of tea and a steaming cup. */
final class TeaTable {
  static final Color TEAL = new Color(15, 92, 96);
  static final Color GOLD = new Color(240, 196, 110);

  private TeaTable() {}

  /**
   * @param seconds since the scene began
   */
  static void draw(Graphics2D graphics, double seconds) {
    ground(graphics);
    double rise = Easing.out(seconds / 0.9);
    packet(graphics, 330, 590 + 90 * (1 - rise));
    double put = Easing.bounce((seconds - 0.5) / 0.8);
    if (seconds > 0.5) {
      cup(graphics, 590, 600 + 40 * (1 - put), 1.0);
      steam(graphics, 590, 470, seconds);
    }
    CreativeText.draw(
        graphics, "Отклик чай", 955, 300, 78, TEAL, Easing.smooth((seconds - 0.7) / 0.7));
    CreativeText.draw(
        graphics,
        "Otklik Tea",
        955,
        366,
        40,
        new Color(190, 122, 40),
        Easing.smooth((seconds - 1.0) / 0.7));
    CreativeText.draw(
        graphics,
        "Согревает настроение",
        955,
        448,
        34,
        new Color(92, 84, 74),
        Easing.smooth((seconds - 1.5) / 0.8));
  }

  private static void ground(Graphics2D graphics) {
    graphics.setPaint(
        new RadialGradientPaint(
            470,
            330,
            900,
            new float[] {0, 1},
            new Color[] {new Color(255, 250, 236), new Color(247, 214, 164)}));
    graphics.fill(new Rectangle2D.Double(0, 0, Landscape.WIDTH, Landscape.HEIGHT));
    graphics.setPaint(
        new GradientPaint(0, 585, new Color(198, 140, 92), 0, 720, new Color(150, 96, 60)));
    graphics.fill(new Rectangle2D.Double(0, 585, Landscape.WIDTH, 135));
    graphics.setColor(new Color(255, 240, 214, 90));
    graphics.fill(new Rectangle2D.Double(0, 585, Landscape.WIDTH, 4));
  }

  private static void packet(Graphics2D graphics, double x, double bottom) {
    graphics.setColor(new Color(70, 40, 20, 60));
    graphics.fill(new Ellipse2D.Double(x - 150, bottom - 4, 320, 44));
    GeneralPath side = new GeneralPath();
    side.moveTo(x + 110, bottom - 360);
    side.lineTo(x + 152, bottom - 384);
    side.lineTo(x + 152, bottom - 6);
    side.lineTo(x + 110, bottom + 20);
    side.closePath();
    graphics.setColor(Canvas.shade(TEAL, 0.7));
    graphics.fill(side);
    GeneralPath top = new GeneralPath();
    top.moveTo(x - 110, bottom - 360);
    top.lineTo(x - 66, bottom - 384);
    top.lineTo(x + 152, bottom - 384);
    top.lineTo(x + 110, bottom - 360);
    top.closePath();
    graphics.setColor(Canvas.shade(TEAL, 1.5));
    graphics.fill(top);
    graphics.setPaint(
        new GradientPaint((float) x - 110, 0, Canvas.shade(TEAL, 1.25), (float) x + 110, 0, TEAL));
    graphics.fill(new Rectangle2D.Double(x - 110, bottom - 360, 220, 380));
    graphics.setColor(GOLD);
    graphics.setStroke(new BasicStroke(3));
    graphics.draw(new RoundRectangle2D.Double(x - 96, bottom - 346, 192, 352, 16, 16));
    leaf(graphics, x, bottom - 222, 1.0);
    CreativeText.draw(graphics, "Отклик", x, bottom - 82, 38, new Color(255, 246, 226), 1);
    CreativeText.draw(graphics, "ЧАЙ · TEA", x, bottom - 44, 22, GOLD, 1);
  }

  private static void leaf(Graphics2D graphics, double x, double y, double size) {
    for (int side = -1; side <= 1; side++) {
      AffineTransform before = graphics.getTransform();
      graphics.translate(x, y + 56 * size);
      graphics.rotate(Math.toRadians(38 * side));
      double tall = (side == 0 ? 128 : 104) * size;
      GeneralPath leaf = new GeneralPath();
      leaf.moveTo(0, 0);
      leaf.quadTo(-34 * size, -tall * 0.55, 0, -tall);
      leaf.quadTo(34 * size, -tall * 0.55, 0, 0);
      graphics.setPaint(new GradientPaint(0, 0, new Color(126, 190, 96), 0, (float) -tall, GOLD));
      graphics.fill(leaf);
      graphics.setTransform(before);
    }
  }

  /** The origin is the middle of its foot. */
  static void cup(Graphics2D graphics, double x, double y, double size) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(size, size);
    graphics.setColor(new Color(70, 40, 20, 60));
    graphics.fill(new Ellipse2D.Double(-112, -12, 224, 34));
    graphics.setColor(new Color(236, 228, 214));
    graphics.fill(new Ellipse2D.Double(-104, -20, 208, 34));
    graphics.setStroke(new BasicStroke(15, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(new Color(250, 246, 238));
    graphics.draw(new Ellipse2D.Double(56, -98, 54, 52));
    GeneralPath bowl = new GeneralPath();
    bowl.moveTo(-82, -122);
    bowl.curveTo(-80, -30, -50, -8, 0, -8);
    bowl.curveTo(50, -8, 80, -30, 82, -122);
    bowl.closePath();
    graphics.setPaint(new GradientPaint(-80, 0, Color.WHITE, 82, 0, new Color(216, 208, 196)));
    graphics.fill(bowl);
    graphics.setColor(new Color(240, 234, 222));
    graphics.fill(new Ellipse2D.Double(-82, -138, 164, 32));
    graphics.setColor(new Color(176, 92, 34));
    graphics.fill(new Ellipse2D.Double(-72, -133, 144, 23));
    leaf(graphics, 0, -66, 0.34);
    graphics.setTransform(before);
  }

  private static void steam(Graphics2D graphics, double x, double y, double seconds) {
    for (int wisp = -1; wisp <= 1; wisp++) {
      GeneralPath path = new GeneralPath();
      for (int step = 0; step <= 24; step++) {
        double up = step / 24.0;
        double wave = 15 * up * Math.sin(5 * up - 2.2 * seconds + wisp * 1.3);
        double px = x + wisp * 30 + wave;
        if (step == 0) {
          path.moveTo(px, y);
        } else {
          path.lineTo(px, y - 150 * up);
        }
      }
      graphics.setPaint(
          new GradientPaint(
              0,
              (float) y,
              new Color(255, 255, 255, 190),
              0,
              (float) y - 150,
              new Color(255, 255, 255, 0)));
      graphics.setStroke(new BasicStroke(13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(path);
    }
  }
}
