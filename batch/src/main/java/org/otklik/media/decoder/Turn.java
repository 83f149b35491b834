package org.otklik.media.decoder;

import java.nio.ByteBuffer;

/** Copies pictures out of FFmpeg's padded rows, and makes them upright on the way. */
final class Turn {
  private static final int CHANNELS = 3;

  private Turn() {}

  /**
   * @param padded rows of {@code stride} bytes, BGR
   * @param width of the stored picture
   * @param height of the stored picture
   * @return packed rows of the upright picture, BGR
   */
  static byte[] upright(
      ByteBuffer padded, int stride, int width, int height, Orientation orientation) {
    int rowBytes = CHANNELS * width;
    byte[] upright = new byte[rowBytes * height];
    if (orientation.equals(Orientation.AS_STORED)) {
      for (int y = 0; y < height; y++) {
        padded.get(y * stride, upright, y * rowBytes, rowBytes);
      }
      return upright;
    }
    int first = place(0, 0, width, height, orientation);
    int right = width > 1 ? place(1, 0, width, height, orientation) - first : 0;
    int down = height > 1 ? place(0, 1, width, height, orientation) - first : 0;
    byte[] row = new byte[rowBytes];
    for (int y = 0; y < height; y++) {
      padded.get(y * stride, row, 0, rowBytes);
      int to = CHANNELS * (first + y * down);
      for (int from = 0; from < rowBytes; from += CHANNELS, to += CHANNELS * right) {
        upright[to] = row[from];
        upright[to + 1] = row[from + 1];
        upright[to + 2] = row[from + 2];
      }
    }
    return upright;
  }

  /** Number of the upright pixel that the stored pixel at x, y becomes. */
  private static int place(int x, int y, int width, int height, Orientation orientation) {
    int seen = orientation.mirrored() ? width - 1 - x : x;
    return switch (orientation.rotationDegrees()) {
      case 0 -> y * width + seen;
      case 90 -> seen * height + (height - 1 - y);
      case 180 -> (height - 1 - y) * width + (width - 1 - seen);
      case 270 -> (width - 1 - seen) * height + y;
      default -> throw new IllegalArgumentException("no quarter turn: " + orientation);
    };
  }
}
