package org.otklik.testdata.sound;

import org.otklik.sound.Sound;

/** A filter of second order, after the cookbook of Bristow-Johnson; keeps its state. */
final class Filter {
  private final double[] forward;
  private final double[] back;
  private double in1;
  private double in2;
  private double out1;
  private double out2;

  private Filter(double[] forward, double[] back) {
    this.forward = forward;
    this.back = back;
  }

  static Filter lowPass(double hz) {
    return cut(hz, 1);
  }

  static Filter highPass(double hz) {
    return cut(hz, -1);
  }

  private static Filter cut(double hz, int sign) {
    double w = 2 * Math.PI * hz / Sound.HZ;
    double alpha = Math.sin(w) / Math.sqrt(2);
    double c = Math.cos(w);
    double norm = 1 + alpha;
    double b = (1 - sign * c) / 2 / norm;
    return new Filter(
        new double[] {b, sign * 2 * b, b}, new double[] {-2 * c / norm, (1 - alpha) / norm});
  }

  static Filter bandPass(double hz, double q) {
    double w = 2 * Math.PI * hz / Sound.HZ;
    double alpha = Math.sin(w) / (2 * q);
    double norm = 1 + alpha;
    return new Filter(
        new double[] {alpha / norm, 0, -alpha / norm},
        new double[] {-2 * Math.cos(w) / norm, (1 - alpha) / norm});
  }

  double next(double in) {
    double out =
        forward[0] * in + forward[1] * in1 + forward[2] * in2 - back[0] * out1 - back[1] * out2;
    in2 = in1;
    in1 = in;
    out2 = out1;
    out1 = out;
    return out;
  }

  double[] all(double[] samples) {
    double[] filtered = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      filtered[i] = next(samples[i]);
    }
    return filtered;
  }
}
