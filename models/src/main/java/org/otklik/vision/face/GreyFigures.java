package org.otklik.vision.face;

/**
 * How bright, how rich in contrast and how sharp a grey picture is.
 *
 * @param brightness mean grey, 0..1
 * @param contrast standard deviation, in grey levels of 0..255
 * @param sharpness variance of the Laplacian, in grey levels of 0..255, squared
 */
record GreyFigures(double brightness, double contrast, double sharpness) {

  /** Side of the square that they are taken from, so that they mean the same for every face. */
  static final int SIDE_PX = 48;

  /**
   * @param grey SIDE_PX rows of SIDE_PX pixels
   */
  static GreyFigures of(byte[] grey) {
    long sum = 0;
    long squares = 0;
    for (byte level : grey) {
      int value = level & 0xff;
      sum += value;
      squares += value * value;
    }
    double mean = (double) sum / grey.length;
    double variance = (double) squares / grey.length - mean * mean;
    return new GreyFigures(mean / 255, Math.sqrt(Math.max(0, variance)), sharpness(grey));
  }

  private static double sharpness(byte[] grey) {
    long sum = 0;
    long squares = 0;
    for (int y = 1; y < SIDE_PX - 1; y++) {
      for (int x = 1; x < SIDE_PX - 1; x++) {
        int i = y * SIDE_PX + x;
        int around =
            (grey[i - 1] & 0xff)
                + (grey[i + 1] & 0xff)
                + (grey[i - SIDE_PX] & 0xff)
                + (grey[i + SIDE_PX] & 0xff);
        int laplacian = around - 4 * (grey[i] & 0xff);
        sum += laplacian;
        squares += (long) laplacian * laplacian;
      }
    }
    double n = (SIDE_PX - 2) * (SIDE_PX - 2);
    return squares / n - (sum / n) * (sum / n);
  }
}
