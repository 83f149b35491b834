package org.otklik.testdata.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;

/** Hills under a changing sky, 1280 x 720: the ad's stage. */
final class Landscape {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final Color[] RAINBOW = {
    new Color(239, 83, 80), new Color(255, 167, 38), new Color(255, 238, 88),
    new Color(102, 187, 106), new Color(66, 165, 245), new Color(126, 87, 194)
  };

  private Landscape() {}

  /**
   * @param sun 0: rain, 1: a bright day
   * @param dawn 0: day, 1: first light
   */
  static void draw(Graphics2D graphics, double seconds, double sun, double dawn) {
    sky(graphics, sun, dawn);
    sunDisc(graphics, seconds, sun, dawn);
    rainbow(graphics, sun);
    clouds(graphics, seconds, sun, dawn);
    hills(graphics, sun, dawn);
    house(graphics, seconds, sun, dawn);
    meadow(graphics, seconds, sun, dawn);
  }

  private static Color at(int rain, int day, int first, double sun, double dawn) {
    return Canvas.mix(Canvas.mix(new Color(rain), new Color(day), sun), new Color(first), dawn);
  }

  private static void sky(Graphics2D graphics, double sun, double dawn) {
    Color top = at(0x56677c, 0x57b7ee, 0x5a5f97, sun, dawn);
    Color bottom = at(0xa9b4be, 0xfdf3d8, 0xffc39a, sun, dawn);
    graphics.setPaint(new GradientPaint(0, 0, top, 0, 520, bottom));
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }

  private static void sunDisc(Graphics2D graphics, double seconds, double sun, double dawn) {
    double shine = Math.max(sun, dawn);
    if (shine < 0.05) {
      return;
    }
    double x = Easing.between(1010, 640, dawn);
    double y = Easing.between(Easing.between(330, 150, sun), 452, dawn);
    float radius = 330;
    graphics.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            radius,
            new float[] {0, 0.25f, 1},
            new Color[] {
              new Color(255, 244, 200, (int) (230 * shine)),
              new Color(255, 226, 150, (int) (110 * shine)),
              new Color(255, 220, 140, 0)
            }));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(new Color(255, 214, 102, (int) (150 * sun * (1 - dawn))));
    for (int ray = 0; ray < 12; ray++) {
      double angle = ray * Math.PI / 6 + seconds * 0.25;
      double reach = 112 + 12 * Math.sin(seconds * 3 + ray);
      graphics.draw(line(x, y, angle, 84, reach));
    }
    graphics.setColor(new Color(255, 221, 112, (int) (255 * shine)));
    graphics.fill(new Ellipse2D.Double(x - 66, y - 66, 132, 132));
  }

  private static GeneralPath line(double x, double y, double angle, double from, double to) {
    GeneralPath path = new GeneralPath();
    path.moveTo(x + from * Math.cos(angle), y + from * Math.sin(angle));
    path.lineTo(x + to * Math.cos(angle), y + to * Math.sin(angle));
    return path;
  }

  private static void rainbow(Graphics2D graphics, double sun) {
    double opacity = 0.32 * Easing.smooth((sun - 0.6) / 0.4);
    if (opacity <= 0) {
      return;
    }
    graphics.setStroke(new BasicStroke(15));
    for (int band = 0; band < RAINBOW.length; band++) {
      double radius = 470 - band * 14;
      graphics.setColor(Canvas.clear(RAINBOW[band], opacity));
      graphics.draw(
          new Arc2D.Double(400 - radius, 560 - radius, 2 * radius, 2 * radius, 8, 164, Arc2D.OPEN));
    }
  }

  private static void clouds(Graphics2D graphics, double seconds, double sun, double dawn) {
    double[][] places = {
      {90, 120, 1.2}, {430, 78, 0.9}, {760, 140, 1.3}, {1130, 96, 1.0}, {300, 210, 0.7}
    };
    for (double[] place : places) {
      double x = (place[0] + seconds * 14 * place[2]) % (WIDTH + 300) - 100;
      double size = place[2] * Easing.between(1.25, 0.8, sun);
      Color light = at(0x8d99a6, 0xffffff, 0xffd9c2, sun, dawn);
      Color dark = at(0x66727f, 0xe3eef6, 0xe8a58c, sun, dawn);
      double opacity = Easing.between(0.95, 0.85, sun);
      graphics.setPaint(
          new GradientPaint(
              0,
              (float) (place[1] - 50 * size),
              Canvas.clear(light, opacity),
              0,
              (float) (place[1] + 40 * size),
              Canvas.clear(dark, opacity)));
      GeneralPath cloud = new GeneralPath(GeneralPath.WIND_NON_ZERO);
      cloud.append(puff(x - 78 * size, place[1] + 8 * size, 46 * size), false);
      cloud.append(puff(x - 30 * size, place[1] - 18 * size, 58 * size), false);
      cloud.append(puff(x + 34 * size, place[1] - 8 * size, 52 * size), false);
      cloud.append(puff(x + 84 * size, place[1] + 14 * size, 38 * size), false);
      graphics.fill(cloud);
    }
  }

  private static Ellipse2D puff(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius * 0.72, 2 * radius, 1.44 * radius);
  }

  private static void hills(Graphics2D graphics, double sun, double dawn) {
    hill(graphics, at(0x7c8b93, 0x9ccf9a, 0x8d7aa0, sun, dawn), 430, 70, 0.0042, 0.4);
    hill(graphics, at(0x667a76, 0x74b872, 0x6d5f8e, sun, dawn), 490, 55, 0.0056, 2.1);
  }

  private static void hill(
      Graphics2D graphics, Color colour, double base, double swing, double wave, double phase) {
    GeneralPath path = new GeneralPath();
    path.moveTo(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 20) {
      path.lineTo(x, base - swing * Math.sin(x * wave + phase));
    }
    path.lineTo(WIDTH, HEIGHT);
    path.closePath();
    graphics.setPaint(
        new GradientPaint(
            0,
            (float) (base - swing),
            Canvas.shade(colour, 1.08),
            0,
            HEIGHT,
            Canvas.shade(colour, 0.8)));
    graphics.fill(path);
  }

  private static void house(Graphics2D graphics, double seconds, double sun, double dawn) {
    graphics.setColor(at(0xb9b3a9, 0xfff6e4, 0x9b7f97, sun, dawn));
    graphics.fill(new Rectangle2D.Double(985, 452, 92, 66));
    graphics.setColor(at(0x7c5a55, 0xd9694f, 0x6a4a73, sun, dawn));
    GeneralPath roof = new GeneralPath();
    roof.moveTo(970, 456);
    roof.lineTo(1031, 402);
    roof.lineTo(1092, 456);
    roof.closePath();
    graphics.fill(roof);
    graphics.fill(new Rectangle2D.Double(1056, 404, 14, 34));
    graphics.setColor(at(0xffdf91, 0xa9d8ee, 0xffdf91, sun, dawn));
    graphics.fill(new Rectangle2D.Double(1000, 472, 22, 22));
    graphics.setColor(at(0x5d4a44, 0x8a5a3c, 0x513a5a, sun, dawn));
    graphics.fill(new Rectangle2D.Double(1042, 478, 20, 40));
    for (int puff = 0; puff < 4; puff++) {
      double age = (seconds * 0.35 + puff / 4.0) % 1;
      graphics.setColor(new Color(255, 255, 255, (int) (95 * (1 - age))));
      graphics.fill(puff(1063 + 26 * age + 6 * Math.sin(4 * age), 398 - 80 * age, 8 + 16 * age));
    }
  }

  private static void meadow(Graphics2D graphics, double seconds, double sun, double dawn) {
    Color near = at(0x53695a, 0x5fae57, 0x4e4a74, sun, dawn);
    GeneralPath path = new GeneralPath();
    path.moveTo(0, HEIGHT);
    path.lineTo(0, 560);
    path.curveTo(330, 500, 700, 590, WIDTH, 530);
    path.lineTo(WIDTH, HEIGHT);
    path.closePath();
    graphics.setPaint(
        new GradientPaint(0, 520, Canvas.shade(near, 1.12), 0, HEIGHT, Canvas.shade(near, 0.72)));
    graphics.fill(path);
    flowers(graphics, seconds, sun * (1 - dawn));
  }

  private static void flowers(Graphics2D graphics, double seconds, double bloom) {
    Color[] colours = {new Color(255, 255, 255), new Color(255, 202, 40), new Color(244, 143, 177)};
    for (int i = 0; i < 34 && bloom > 0.05; i++) {
      double x = (i * 137.5) % WIDTH;
      double y = 590 + (i * 61.8) % 120 + 2 * Math.sin(seconds * 2 + i);
      double size = 7 * Easing.out(bloom * 1.6 - (i % 7) / 12.0);
      graphics.setColor(colours[i % 3]);
      graphics.fill(new Ellipse2D.Double(x - size, y - size * 0.8, 2 * size, 1.6 * size));
      graphics.setColor(new Color(255, 160, 0));
      graphics.fill(new Ellipse2D.Double(x - size / 3, y - size / 3, size / 1.5, size / 1.5));
    }
  }
}
