package org.otklik.report.drawing;

import java.awt.Color;

/**
 * The report's colours. Blue and orange stay apart for every common kind of colour vision, and line
 * styles and shapes carry the same difference.
 */
public final class Palette {

  public static final Color INK = new Color(0x1B2733);
  public static final Color MUTED = new Color(0x66727F);
  public static final Color HAIRLINE = new Color(0xDDE2E7);
  public static final Color SURFACE = new Color(0xF4F6F8);
  public static final Color ACCENT = new Color(0x1F5FA6);
  public static final Color POSITIVE = ACCENT;
  public static final Color NEGATIVE = new Color(0xD1711A);
  public static final Color NEUTRAL = new Color(0xB4BCC4);
  public static final Color SURPRISE = new Color(0x4E3B87);

  private Palette() {}

  static Color translucent(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
