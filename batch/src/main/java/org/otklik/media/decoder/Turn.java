package org.otklik.media.decoder;

/** Quarter turns of packed BGR pictures. */
final class Turn {
  private static final int CHANNELS = 3;

  private Turn() {}

  /**
   * @return the same array for 0 degrees, a new one of the same length otherwise
   */
  static byte[] clockwise(byte[] bgr, int width, int height, int degrees) {
    if (degrees == 0) {
      return bgr;
    }
    byte[] turned = new byte[bgr.length];
    int from = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int to = CHANNELS * target(x, y, width, height, degrees);
        turned[to] = bgr[from];
        turned[to + 1] = bgr[from + 1];
        turned[to + 2] = bgr[from + 2];
        from += CHANNELS;
      }
    }
    return turned;
  }

  private static int target(int x, int y, int width, int height, int degrees) {
    return switch (degrees) {
      case 90 -> x * height + (height - 1 - y);
      case 180 -> (height - 1 - y) * width + (width - 1 - x);
      case 270 -> (width - 1 - x) * height + y;
      default -> throw new IllegalArgumentException("no quarter turn: " + degrees);
    };
  }
}
