package org.otklik.testdata.synthetic;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Words in the ad, the same on every machine. */
final class CreativeText {
  /** In jasperreports-fonts. */
  private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSerif-Bold.ttf";

  private static final Font FONT = font();

  private CreativeText() {}

  /**
   * @param x the words' middle; they rise a little while they appear
   */
  static void draw(
      Graphics2D graphics,
      String words,
      double x,
      double baseline,
      float size,
      Color colour,
      double shown) {
    if (shown <= 0) {
      return;
    }
    TextLayout layout =
        new TextLayout(words, FONT.deriveFont(size), graphics.getFontRenderContext());
    double left = x - layout.getAdvance() / 2;
    double top = baseline + 16 * (1 - shown);
    Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(left, top));
    graphics.setColor(Canvas.clear(colour, shown));
    graphics.fill(outline);
  }

  private static Font font() {
    try (InputStream in = CreativeText.class.getResourceAsStream(DEJAVU)) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, DEJAVU));
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(DEJAVU, e);
    }
  }
}
