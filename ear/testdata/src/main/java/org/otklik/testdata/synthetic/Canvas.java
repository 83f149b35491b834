package org.otklik.testdata.synthetic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Drawing with smooth edges, and mixing of colours. */
final class Canvas {
  private Canvas() {}

  static Graphics2D of(BufferedImage picture) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  /**
   * @param share of the second colour, 0..1
   */
  static Color mix(Color one, Color other, double share) {
    double s = Easing.clip(share);
    return new Color(
        level(Easing.between(one.getRed(), other.getRed(), s)),
        level(Easing.between(one.getGreen(), other.getGreen(), s)),
        level(Easing.between(one.getBlue(), other.getBlue(), s)),
        level(Easing.between(one.getAlpha(), other.getAlpha(), s)));
  }

  static Color shade(Color colour, double factor) {
    return new Color(
        level(colour.getRed() * factor),
        level(colour.getGreen() * factor),
        level(colour.getBlue() * factor),
        colour.getAlpha());
  }

  /**
   * @param opacity 0..1
   */
  static Color clear(Color colour, double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), level(255 * Easing.clip(opacity)));
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
