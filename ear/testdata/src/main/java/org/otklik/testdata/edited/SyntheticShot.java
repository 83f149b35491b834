package org.otklik.testdata.edited;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A shot of a synthetic video: a textured place with things in it, what moves there, and a camera.
 */
final class SyntheticShot {
  /** So much more of the place is drawn than the camera sees, on each side. */
  private static final double MARGIN = 0.3;

  private static final int[] TEXTURE_CELLS = {5, 16, 60};
  private static final int MAX_THINGS = 9;
  private static final int MAX_MOVERS = 3;
  private static final double ZOOM_A_SECOND = 0.05;

  /** What the camera does. */
  private enum Camera {
    STILL,
    PANS,
    ZOOMS,
    HAND_HELD
  }

  /** A thing that crosses the picture; all in parts of its width and height, and of a second. */
  private record Mover(
      Color colour, double x, double y, double size, double speedX, double speedY, double sway) {}

  private final int widthPx;
  private final int heightPx;
  private final BufferedImage place;
  private final List<Mover> movers = new ArrayList<>();
  private final Camera camera;
  private final double shake;
  private final double direction;
  private final double phase;
  private final float brightness;

  SyntheticShot(int widthPx, int heightPx, Random random) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    float hue = random.nextFloat();
    this.brightness = 0.25f + 0.6f * random.nextFloat();
    this.place = place(hue, random);
    for (int i = random.nextInt(MAX_MOVERS + 1); i > 0; i--) {
      movers.add(
          new Mover(
              colour(hue + 0.3f * random.nextFloat(), random),
              random.nextDouble(),
              0.3 + 0.6 * random.nextDouble(),
              0.12 + 0.3 * random.nextDouble(),
              0.5 * (random.nextDouble() - 0.5),
              0.1 * (random.nextDouble() - 0.5),
              0.03 * random.nextDouble()));
    }
    this.camera = Camera.values()[random.nextInt(Camera.values().length)];
    this.shake = 0.008 + 0.025 * random.nextDouble();
    this.direction = 2 * Math.PI * random.nextDouble();
    this.phase = 100 * random.nextDouble();
  }

  private Color colour(float hue, Random random) {
    float light = Math.min(1, Math.max(0, brightness + 0.5f * (random.nextFloat() - 0.5f)));
    return Color.getHSBColor(hue, 0.15f + 0.7f * random.nextFloat(), light);
  }

  private BufferedImage place(float hue, Random random) {
    int width = (int) (widthPx * (1 + 2 * MARGIN));
    int height = (int) (heightPx * (1 + 2 * MARGIN));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(image);
    graphics.setPaint(
        new GradientPaint(0, 0, colour(hue, random), width / 3f, height, colour(hue, random)));
    graphics.fillRect(0, 0, width, height);
    for (int i = random.nextInt(MAX_THINGS); i >= 0; i--) {
      graphics.setColor(colour(hue + (random.nextInt(3) == 0 ? 0.45f : 0.1f), random));
      graphics.fill(thing(width, height, random));
    }
    for (int cells : TEXTURE_CELLS) {
      graphics.drawImage(texture(cells, random), 0, 0, width, height, null);
    }
    graphics.dispose();
    return image;
  }

  private static Shape thing(int width, int height, Random random) {
    double x = width * random.nextDouble();
    double y = height * random.nextDouble();
    double size = width * (0.05 + 0.25 * random.nextDouble());
    double tall = size * (0.5 + random.nextDouble());
    return switch (random.nextInt(3)) {
      case 0 -> new Ellipse2D.Double(x - size / 2, y - tall / 2, size, tall);
      case 1 -> new Rectangle2D.Double(x - size / 2, y - tall / 2, size, tall);
      default -> {
        Path2D.Double hill = new Path2D.Double();
        hill.moveTo(x - size, y + tall);
        hill.lineTo(x, y - tall / 2);
        hill.lineTo(x + size, y + tall);
        hill.closePath();
        yield hill;
      }
    };
  }

  /** Dark and light spots, so many across. */
  private static BufferedImage texture(int cells, Random random) {
    BufferedImage spots = new BufferedImage(cells, cells * 9 / 16, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < spots.getHeight(); y++) {
      for (int x = 0; x < cells; x++) {
        int alpha = random.nextInt(70);
        spots.setRGB(x, y, random.nextBoolean() ? alpha << 24 : alpha << 24 | 0xffffff);
      }
    }
    return spots;
  }

  /** What is seen at a time of the shot. */
  void draw(Graphics2D graphics, double second) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform before = graphics.getTransform();
    graphics.transform(view(second));
    graphics.drawImage(place, (int) (-MARGIN * widthPx), (int) (-MARGIN * heightPx), null);
    for (Mover mover : movers) {
      double size = mover.size * widthPx;
      double x = wrapped(mover.x + mover.speedX * second) * widthPx;
      double y = (mover.y + mover.sway * Math.sin(7 * second + phase)) * heightPx;
      graphics.setColor(mover.colour);
      graphics.fill(
          new Ellipse2D.Double(
              x - size / 2, y + mover.speedY * second * heightPx - size / 2, size, 1.3 * size));
    }
    graphics.setTransform(before);
  }

  /** Out at one side, in at the other: -0.25..1.25. */
  private static double wrapped(double at) {
    return (at + 0.25) - 1.5 * Math.floor((at + 0.25) / 1.5) - 0.25;
  }

  private AffineTransform view(double second) {
    AffineTransform view = new AffineTransform();
    double way = Math.min(MARGIN - 0.02, 0.06 * second);
    switch (camera) {
      case PANS ->
          view.translate(widthPx * way * Math.cos(direction), heightPx * way * Math.sin(direction));
      case ZOOMS -> {
        double zoom = 1 + ZOOM_A_SECOND * second;
        view.translate(widthPx / 2.0 * (1 - zoom), heightPx / 2.0 * (1 - zoom));
        view.scale(zoom, zoom);
      }
      case HAND_HELD -> {
        double at = second + phase;
        view.translate(
            widthPx * shake * (Math.sin(5.3 * at) + 0.6 * Math.sin(12.1 * at)),
            heightPx * shake * (Math.sin(6.7 * at + 1) + 0.6 * Math.sin(15.3 * at)));
        view.rotate(0.6 * shake * Math.sin(4.1 * at), widthPx / 2.0, heightPx / 2.0);
      }
      default -> {
        // stands still
      }
    }
    return view;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return graphics;
  }
}
