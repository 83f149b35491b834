package org.otklik.testdata.sound;

import org.otklik.sound.Sound;

/** What is done with samples. */
public final class Samples {
  private Samples() {}

  /** Loud in the root of the mean square. */
  static double loudness(double[] samples) {
    double squares = 0;
    for (double sample : samples) {
      squares += sample * sample;
    }
    return Math.sqrt(squares / Math.max(1, samples.length));
  }

  /** The same array. */
  static double[] scaled(double[] samples, double loudness) {
    double factor = loudness / Math.max(1e-9, loudness(samples));
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= factor;
    }
    return samples;
  }

  static void add(double[] some, double[] to, int from, double factor) {
    for (int i = Math.max(0, -from); i < some.length && from + i < to.length; i++) {
      to[from + i] += factor * some[i];
    }
  }

  static double factor(double decibels) {
    return Math.pow(10, decibels / 20);
  }

  /** As a converter of 16 bits delivers them, cut off where they are too loud. */
  public static Sound sound(double[] samples) {
    short[] rounded = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      rounded[i] = (short) Math.max(-32768, Math.min(32767, Math.round(samples[i])));
    }
    return new Sound(rounded);
  }
}
