package org.otklik.media.scene;

import org.otklik.vision.image.Frame;

/** What is remembered of a frame: its colours, and the mean colour of each of 12 × 12 cells. */
final class FrameColours {
  private static final int CELLS = 12;
  private static final int CHANNELS = 3;

  private final int timeMs;
  private final ColourLayout colours;
  private final float[] cells;
  private final double contrast;

  private FrameColours(int timeMs, ColourLayout colours, float[] cells) {
    this.timeMs = timeMs;
    this.colours = colours;
    this.cells = cells;
    this.contrast = contrast(cells);
  }

  /**
   * @param frame one with a picture
   */
  static FrameColours of(Frame frame) {
    float[] cells = new float[CELLS * CELLS * CHANNELS];
    int[] pixels = new int[CELLS * CELLS];
    int width = frame.widthPx();
    int height = frame.heightPx();
    for (int y = 0; y < height; y++) {
      int row = y * CELLS / height * CELLS;
      for (int x = 0; x < width; x++) {
        int cell = row + x * CELLS / width;
        pixels[cell]++;
        for (int channel = 0; channel < CHANNELS; channel++) {
          cells[cell * CHANNELS + channel] +=
              frame.bgr()[(y * width + x) * CHANNELS + channel] & 0xff;
        }
      }
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] /= Math.max(1, pixels[i / CHANNELS]);
    }
    return new FrameColours(frame.mediaTimeMs(), ColourLayout.of(frame), cells);
  }

  private static double contrast(float[] cells) {
    double squares = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      double sum = 0;
      for (int i = channel; i < cells.length; i += CHANNELS) {
        sum += cells[i];
      }
      double mean = sum * CHANNELS / cells.length;
      for (int i = channel; i < cells.length; i += CHANNELS) {
        squares += (cells[i] - mean) * (cells[i] - mean);
      }
    }
    return Math.sqrt(squares / cells.length);
  }

  int timeMs() {
    return timeMs;
  }

  /** Part of the pixels that have no counterpart in the other frame, 0..1. */
  double distance(FrameColours other) {
    return colours.distance(other.colours);
  }

  /**
   * How alike the shapes are, whatever the light: correlation of how the cells differ from those
   * around them. The same place has nearly 1, two places have nearly 0.
   */
  double likeness(FrameColours other) {
    double products = 0;
    double own = 0;
    double others = 0;
    for (int row = 1; row < CELLS - 1; row++) {
      for (int at = (row * CELLS + 1) * CHANNELS; at < (row * CELLS + CELLS - 1) * CHANNELS; at++) {
        double one = relief(cells, at);
        double two = relief(other.cells, at);
        products += one * two;
        own += one * one;
        others += two * two;
      }
    }
    return products / Math.max(1, Math.sqrt(own * others));
  }

  private static double relief(float[] cells, int at) {
    return 4 * cells[at]
        - cells[at - CHANNELS]
        - cells[at + CHANNELS]
        - cells[at - CELLS * CHANNELS]
        - cells[at + CELLS * CHANNELS];
  }

  /** Standard deviation of the cells, in levels of 255. */
  double contrast() {
    return contrast;
  }

  /** By cell and channel. */
  float[] cells() {
    return cells;
  }
}
