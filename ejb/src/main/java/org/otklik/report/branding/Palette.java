package org.otklik.report.branding;

import java.awt.Color;
import org.otklik.emotion.EmotionGroup;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * A report's colours. In the standard ones, blue and orange stay apart for every common kind of
 * colour vision; a client's own are held to the same, see {@link #requireReadable}. In the PDF line
 * styles and shapes carry the same difference.
 *
 * @param accent of titles, large figures and the cover's edge
 * @param positive of positive responses, and of the first of two groups
 * @param negative of negative responses, and of the second of two groups
 */
public record Palette(Color accent, Color positive, Color negative) {
  public static final Color INK = new Color(0x1B2733);
  public static final Color MUTED = new Color(0x66727F);
  public static final Color HAIRLINE = new Color(0xDDE2E7);
  public static final Color SURFACE = new Color(0xF4F6F8);
  public static final Color NEUTRAL = new Color(0xB4BCC4);
  public static final Color SURPRISE = new Color(0x4E3B87);

  public static final Palette STANDARD =
      new Palette(new Color(0x1F5FA6), new Color(0x1F5FA6), new Color(0xD1711A));

  /** As WCAG 2.2 wants it of text. */
  public static final double MIN_TEXT_CONTRAST = 4.5;

  /** As WCAG 2.2 wants it of what a chart is understood by. */
  public static final double MIN_CHART_CONTRAST = 3;

  private static final double DARKER = 0.94;

  /**
   * From six hexadecimal digits each, after a number sign.
   *
   * @throws ProblemException FIELD_INVALID
   */
  public static Palette of(String accent, String positive, String negative) {
    return new Palette(
        color("accentColour", accent),
        color("positiveColour", positive),
        color("negativeColour", negative));
  }

  private static Color color(String field, String hex) {
    if (hex == null || !hex.matches("#[0-9A-Fa-f]{6}")) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, field, hex, "#1F5FA6");
    }
    return new Color(Integer.parseInt(hex.substring(1), 16));
  }

  /**
   * Refuses colours that cannot be read on white, or not be told from each other.
   *
   * @throws ProblemException COLOUR_TOO_PALE or COLOURS_TOO_ALIKE
   */
  public void requireReadable() {
    requireContrast("accentColour", accent, SURFACE, MIN_TEXT_CONTRAST);
    requireContrast("positiveColour", positive, Color.WHITE, MIN_CHART_CONTRAST);
    requireContrast("negativeColour", negative, Color.WHITE, MIN_CHART_CONTRAST);
    requireApart("positiveColour", positive, "negativeColour", negative);
    requireApart("positiveColour", positive, "neutralColour", NEUTRAL);
    requireApart("negativeColour", negative, "neutralColour", NEUTRAL);
  }

  private static void requireContrast(String field, Color color, Color behind, double min) {
    double contrast = ColourContrast.between(color, behind);
    if (contrast < min) {
      throw new ProblemException(
          ProblemCode.COLOUR_TOO_PALE, field, Math.floor(contrast * 10) / 10, min);
    }
  }

  private static void requireApart(String name, Color color, String otherName, Color other) {
    if (!ColourVision.tellsApart(color, other)) {
      throw new ProblemException(ProblemCode.COLOURS_TOO_ALIKE, name, otherName);
    }
  }

  public Color of(EmotionGroup group) {
    return switch (group) {
      case POSITIVE -> positive;
      case NEGATIVE -> negative;
      case NEUTRAL -> NEUTRAL;
    };
  }

  /** The negative colour, as dark as it must be for small text. */
  public Color negativeText() {
    Color dark = negative;
    while (ColourContrast.between(dark, SURFACE) < MIN_TEXT_CONTRAST) {
      dark =
          new Color(
              (int) (dark.getRed() * DARKER),
              (int) (dark.getGreen() * DARKER),
              (int) (dark.getBlue() * DARKER));
    }
    return dark;
  }

  /** As style sheets write it. */
  public static String hex(Color color) {
    return "#%06X".formatted(color.getRGB() & 0xFFFFFF);
  }

  public static Color translucent(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
