package org.otklik.testdata.synthetic;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A softly lit room, out of focus, behind a viewer. Drawn once a video. */
final class Room {
  private Room() {}

  static BufferedImage draw(int width, int height, Color wall, long seed) {
    // Drawn small and enlarged: that is the blur.
    int smallWidth = Math.max(16, width / 12);
    int smallHeight = Math.max(9, height / 12);
    BufferedImage small = new BufferedImage(smallWidth, smallHeight, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = Canvas.of(small);
    graphics.scale(smallWidth / 160.0, smallHeight / 90.0);
    graphics.setPaint(
        new GradientPaint(0, 0, Canvas.shade(wall, 1.12), 120, 90, Canvas.shade(wall, 0.7)));
    graphics.fill(new Rectangle2D.Double(0, 0, 160, 90));
    Random random = new Random(seed);
    window(graphics, random, wall);
    shelf(graphics, random, wall);
    lamp(graphics, random);
    graphics.dispose();
    BufferedImage room = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D large = Canvas.of(room);
    large.drawImage(small, 0, 0, width, height, null);
    large.dispose();
    return room;
  }

  private static void window(Graphics2D graphics, Random random, Color wall) {
    double x = 6 + random.nextInt(14);
    graphics.setColor(Canvas.shade(wall, 1.35));
    graphics.fill(new RoundRectangle2D.Double(x, 8, 34, 44, 3, 3));
    graphics.setColor(Canvas.shade(wall, 1.08));
    graphics.fill(new Rectangle2D.Double(x + 16, 8, 2, 44));
  }

  private static void shelf(Graphics2D graphics, Random random, Color wall) {
    double x = 112 + random.nextInt(10);
    for (int row = 0; row < 3; row++) {
      double y = 22 + row * 17;
      for (int book = 0; book < 9; book++) {
        float hue = random.nextFloat();
        double tall = 8 + random.nextInt(6);
        graphics.setColor(
            Canvas.mix(Color.getHSBColor(hue, 0.35f, 0.55f), Canvas.shade(wall, 0.75), 0.45));
        graphics.fill(new Rectangle2D.Double(x + book * 4, y - tall, 3.4, tall));
      }
      graphics.setColor(Canvas.shade(wall, 0.55));
      graphics.fill(new Rectangle2D.Double(x - 2, y, 42, 1.6));
    }
  }

  private static void lamp(Graphics2D graphics, Random random) {
    float x = 52 + random.nextInt(50);
    graphics.setPaint(
        new RadialGradientPaint(
            x,
            4,
            34,
            new float[] {0, 1},
            new Color[] {new Color(255, 240, 205, 120), new Color(255, 240, 205, 0)}));
    graphics.fill(new Ellipse2D.Double(x - 34, -30, 68, 68));
  }
}
