package org.otklik.media.scene;

import org.otklik.vision.image.Frame;

/**
 * Which colours a picture has in each of its quarters: a histogram of 4 × 4 × 4 colours, parts of
 * the quarter's pixels. What moves within a quarter changes little of it; another picture changes
 * most of it (M. J. Swain, D. H. Ballard, "Color indexing", International Journal of Computer
 * Vision 7 (1991), 11–32).
 */
final class ColourLayout {
  private static final int LEVELS = 4;
  private static final int COLOURS = LEVELS * LEVELS * LEVELS;
  private static final int QUARTERS = 4;

  private final float[] parts = new float[QUARTERS * COLOURS];

  private ColourLayout() {}

  /**
   * @param frame one with a picture
   */
  static ColourLayout of(Frame frame) {
    ColourLayout layout = new ColourLayout();
    int width = frame.widthPx();
    int height = frame.heightPx();
    int[] pixels = new int[QUARTERS];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int quarter = (2 * y < height ? 0 : 2) + (2 * x < width ? 0 : 1);
        layout.add(frame.bgr(), 3 * (y * width + x), quarter * COLOURS);
        pixels[quarter]++;
      }
    }
    for (int i = 0; i < layout.parts.length; i++) {
      layout.parts[i] /= Math.max(1, pixels[i / COLOURS]);
    }
    return layout;
  }

  /** Shared out among the colours around it, so that a slight change of light changes little. */
  private void add(byte[] bgr, int at, int quarter) {
    for (int corner = 0; corner < 8; corner++) {
      int colour = 0;
      float share = 1;
      for (int channel = 0; channel < 3; channel++) {
        float level = (bgr[at + channel] & 0xff) * (LEVELS - 1) / 255f;
        int lower = Math.min((int) level, LEVELS - 2);
        boolean upper = (corner >> channel & 1) == 1;
        share *= upper ? level - lower : 1 - (level - lower);
        colour = colour * LEVELS + lower + (upper ? 1 : 0);
      }
      parts[quarter + colour] += share;
    }
  }

  /** Part of the pixels that have no counterpart in the other picture, 0..1. */
  double distance(ColourLayout other) {
    double common = 0;
    for (int i = 0; i < parts.length; i++) {
      common += Math.min(parts[i], other.parts[i]);
    }
    return 1 - common / QUARTERS;
  }
}
