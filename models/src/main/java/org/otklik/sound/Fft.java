package org.otklik.sound;

/**
 * Discrete Fourier transforms of one length, in place, by Cooley and Tukey's radix 2. For any
 * number of threads.
 */
final class Fft {
  private final int size;
  private final double[] cos;
  private final double[] sin;

  /**
   * @param size a power of two
   */
  Fft(int size) {
    if (size < 2 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("Not a power of two: " + size);
    }
    this.size = size;
    cos = new double[size];
    sin = new double[size];
    // Each step's turns lie together, from the place of its half on: the cache likes it.
    for (int half = 1; half < size; half *= 2) {
      for (int i = 0; i < half; i++) {
        cos[half + i] = Math.cos(Math.PI * i / half);
        sin[half + i] = Math.sin(Math.PI * i / half);
      }
    }
  }

  /** The smallest power of two that is not below. */
  static int sizeFor(int length) {
    return Math.max(2, Integer.highestOneBit(Math.max(1, length - 1)) << 1);
  }

  int size() {
    return size;
  }

  void forward(double[] re, double[] im) {
    reorder(re, im);
    for (int half = 1; half < size; half *= 2) {
      for (int from = 0; from < size; from += 2 * half) {
        for (int i = 0; i < half; i++) {
          int low = from + i;
          int high = low + half;
          double c = cos[half + i];
          double s = -sin[half + i];
          double x = re[high] * c - im[high] * s;
          double y = re[high] * s + im[high] * c;
          re[high] = re[low] - x;
          im[high] = im[low] - y;
          re[low] += x;
          im[low] += y;
        }
      }
    }
  }

  /** The inverse of {@link #forward}, times the size. */
  void backward(double[] re, double[] im) {
    forward(im, re);
  }

  private void reorder(double[] re, double[] im) {
    int shift = 32 - Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      int other = Integer.reverse(i) >>> shift;
      if (other > i) {
        swap(re, i, other);
        swap(im, i, other);
      }
    }
  }

  private static void swap(double[] values, int one, int other) {
    double kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }
}
