package org.otklik.media.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * Programme loudness of stereo sound of 48 kHz, after ITU-R BS.1770-4: K-weighted power of blocks
 * of 400 ms that overlap by three quarters, gated at −70 LUFS and at 10 LU below what is left.
 */
final class Loudness {
  private static final int HOP = SoundEncoder.HZ / 10;
  private static final int HOPS_A_BLOCK = 4;
  private static final double ABSOLUTE_GATE = -70;
  private static final double RELATIVE_GATE = -10;
  private static final double OFFSET = -0.691;

  /** A filter of second order; its coefficients are those of BS.1770-4 for 48 kHz. */
  private static final class Filter {
    private final double[] b;
    private final double[] a;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    Filter(double[] b, double[] a) {
      this.b = b;
      this.a = a;
    }

    double next(double x) {
      double y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      return y;
    }

    /** Of the head: table 1. */
    static Filter shelf() {
      return new Filter(
          new double[] {1.53512485958697, -2.69169618940638, 1.19839281085285},
          new double[] {-1.69065929318241, 0.73248077421585});
    }

    /** Table 2. */
    static Filter highPass() {
      return new Filter(
          new double[] {1, -2, 1}, new double[] {-1.99004745483398, 0.99007225036621});
    }
  }

  private final Filter[] shelves = {Filter.shelf(), Filter.shelf()};
  private final Filter[] highPasses = {Filter.highPass(), Filter.highPass()};

  /** Mean power of each tenth of a second. */
  private final List<Double> hops = new ArrayList<>();

  private double sum;
  private int counted;
  private float peak;

  /**
   * @param channels samples of each, as many in both
   */
  void add(float[][] channels) {
    for (int i = 0; i < channels[0].length; i++) {
      for (int c = 0; c < channels.length; c++) {
        peak = Math.max(peak, Math.abs(channels[c][i]));
        double heard = highPasses[c].next(shelves[c].next(channels[c][i]));
        sum += heard * heard;
      }
      counted++;
      if (counted == HOP) {
        hops.add(sum / HOP);
        sum = 0;
        counted = 0;
      }
    }
  }

  /** In LUFS; negative infinity for silence, and for less than a block. */
  double lufs() {
    List<Double> blocks = new ArrayList<>();
    for (int i = HOPS_A_BLOCK; i <= hops.size(); i++) {
      blocks.add(mean(hops.subList(i - HOPS_A_BLOCK, i)));
    }
    List<Double> heard = above(blocks, ABSOLUTE_GATE);
    return level(mean(above(heard, level(mean(heard)) + RELATIVE_GATE)));
  }

  /** The largest sample, of 1. */
  float peak() {
    return peak;
  }

  private static List<Double> above(List<Double> powers, double lufs) {
    return powers.stream().filter(power -> level(power) > lufs).toList();
  }

  private static double mean(List<Double> powers) {
    return powers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double level(double power) {
    return OFFSET + 10 * Math.log10(power);
  }
}
