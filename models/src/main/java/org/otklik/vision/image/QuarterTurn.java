package org.otklik.vision.image;

/** Turns pictures. */
public final class QuarterTurn {
  private static final int CHANNELS = 3;

  private QuarterTurn() {}

  /** A decodable frame turned clockwise by 90 degrees. */
  public static Frame right(Frame frame) {
    int width = frame.widthPx();
    int height = frame.heightPx();
    byte[] turned = new byte[frame.bgr().length];
    for (int y = 0, from = 0; y < height; y++) {
      for (int x = 0; x < width; x++, from += CHANNELS) {
        copy(frame.bgr(), from, turned, x * height + height - 1 - y);
      }
    }
    return new Frame(
        frame.mediaTimeMs(), height, width, frame.sourceHeightPx(), frame.sourceWidthPx(), turned);
  }

  /** A decodable frame upside down. */
  public static Frame around(Frame frame) {
    byte[] turned = new byte[frame.bgr().length];
    int last = turned.length / CHANNELS - 1;
    for (int from = 0, pixel = 0; from < turned.length; from += CHANNELS, pixel++) {
      copy(frame.bgr(), from, turned, last - pixel);
    }
    return new Frame(
        frame.mediaTimeMs(),
        frame.widthPx(),
        frame.heightPx(),
        frame.sourceWidthPx(),
        frame.sourceHeightPx(),
        turned);
  }

  private static void copy(byte[] from, int at, byte[] to, int pixel) {
    System.arraycopy(from, at, to, CHANNELS * pixel, CHANNELS);
  }
}
