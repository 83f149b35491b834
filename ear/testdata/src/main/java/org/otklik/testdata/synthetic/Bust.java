package org.otklik.testdata.synthetic;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.otklik.emotion.EmotionScores;

/**
 * Head and shoulders. Drawn with the origin between the eyes and the breadth of the face as the
 * unit.
 */
final class Bust {
  /** Breadth of the face within a tile of the average faces, in pixels. */
  private static final double FACE_IN_TILE_PX = 122;

  private static final double CONTRAST = 1.08;

  private final ViewerAppearance look;
  private final AverageFaces faces = AverageFaces.load();
  private final BufferedImage face =
      new BufferedImage(AverageFaces.TILE_PX, AverageFaces.TILE_PX, BufferedImage.TYPE_INT_ARGB);

  Bust(ViewerAppearance look) {
    this.look = look;
  }

  void draw(Graphics2D graphics, EmotionScores mixture) {
    AffineTransform whole = graphics.getTransform();
    hairBehind(graphics);
    shoulders(graphics);
    neck(graphics);
    graphics.scale(look.faceWidth(), 1);
    head(graphics);
    faces.mix(mixture, look.skin(), CONTRAST, face);
    AffineTransform tile =
        AffineTransform.getScaleInstance(1 / FACE_IN_TILE_PX, 1 / FACE_IN_TILE_PX);
    tile.translate(-AverageFaces.TILE_PX / 2.0, -AverageFaces.EYES_Y_PX);
    graphics.drawImage(face, tile, null);
    graphics.setTransform(whole);
    fringe(graphics);
    graphics.setTransform(whole);
  }

  private void hairBehind(Graphics2D graphics) {
    graphics.setColor(look.hair());
    switch (look.style()) {
      case LONG -> graphics.fill(new RoundRectangle2D.Double(-0.70, -0.80, 1.40, 2.15, 1.3, 1.2));
      case BUN -> {
        graphics.fill(new Ellipse2D.Double(-0.28, -1.12, 0.56, 0.5));
        graphics.fill(new Ellipse2D.Double(-0.63, -0.80, 1.26, 1.35));
      }
      case CURLY -> {
        for (int i = 0; i < 15; i++) {
          double angle = Math.PI * (0.9 + 1.2 * i / 14.0);
          double x = 0.55 * Math.cos(angle);
          double y = 0.08 + 0.66 * Math.sin(angle);
          graphics.fill(new Ellipse2D.Double(x - 0.24, y - 0.24, 0.48, 0.48));
        }
      }
      case SHORT -> graphics.fill(new Ellipse2D.Double(-0.62, -0.78, 1.24, 1.30));
    }
  }

  private void shoulders(Graphics2D graphics) {
    GeneralPath path = new GeneralPath();
    path.moveTo(-1.50, 3.2);
    path.curveTo(-1.45, 1.50, -1.10, 1.26, -0.44, 1.08);
    path.quadTo(0, 1.34, 0.44, 1.08);
    path.curveTo(1.10, 1.26, 1.45, 1.50, 1.50, 3.2);
    path.closePath();
    graphics.setPaint(
        new GradientPaint(
            -1,
            1.2f,
            Canvas.shade(look.clothes(), 1.12),
            1.2f,
            2.8f,
            Canvas.shade(look.clothes(), 0.7)));
    graphics.fill(path);
  }

  private void neck(Graphics2D graphics) {
    graphics.setPaint(
        new GradientPaint(
            0, 0.70f, Canvas.shade(look.skin(), 0.42), 0, 1.25f, Canvas.shade(look.skin(), 0.66)));
    GeneralPath path = new GeneralPath();
    path.moveTo(-0.30, 0.55);
    path.quadTo(-0.28, 0.95, -0.46, 1.08);
    path.quadTo(0, 1.42, 0.46, 1.08);
    path.quadTo(0.28, 0.95, 0.30, 0.55);
    path.closePath();
    graphics.fill(path);
  }

  /** Skin that shows where the tile fades; darker at the rim, as on a rounded head. */
  private void head(Graphics2D graphics) {
    graphics.setPaint(
        new RadialGradientPaint(
            0,
            0.12f,
            0.85f,
            new float[] {0, 0.55f, 1},
            new Color[] {
              Canvas.shade(look.skin(), 0.82),
              Canvas.shade(look.skin(), 0.62),
              Canvas.shade(look.skin(), 0.40)
            }));
    graphics.fill(new Ellipse2D.Double(-0.54, -0.70, 1.08, 1.60));
  }

  /** Hair that falls over the forehead's upper edge. */
  private void fringe(Graphics2D graphics) {
    graphics.setPaint(
        new GradientPaint(0, -0.85f, Canvas.shade(look.hair(), 1.25), 0, -0.3f, look.hair()));
    GeneralPath path = new GeneralPath();
    path.moveTo(-0.60, 0.02);
    path.curveTo(-0.66, -0.95, 0.66, -0.95, 0.60, 0.02);
    path.curveTo(0.56, -0.38, 0.36, -0.52, 0.08, -0.56);
    path.curveTo(-0.22, -0.55, -0.50, -0.42, -0.60, 0.02);
    path.closePath();
    graphics.fill(path);
  }
}
