package org.otklik.sound;

import java.util.Arrays;

/**
 * Sound of one channel at {@value #HZ} Hz; its first sample is heard at the video's time 0.
 *
 * @param samples 16 bits each; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // up to tens of megabytes, compared by nobody
public record Sound(short[] samples) {
  public static final int HZ = 16_000;

  /** Quieter than this, nothing was recorded but a converter's noise: −72 dB of full scale. */
  private static final int SILENCE = 8;

  public int durationMs() {
    return (int) (samples.length * 1000L / HZ);
  }

  /** Whether there is nothing in it but digital silence. */
  boolean isSilent() {
    for (short sample : samples) {
      if (Math.abs(sample) > SILENCE) {
        return false;
      }
    }
    return true;
  }

  /** From a sample on, zeros where there is no sound. */
  double[] part(int from, int length) {
    double[] part = new double[length];
    for (int i = Math.max(0, -from); i < length && from + i < samples.length; i++) {
      part[i] = samples[from + i];
    }
    return part;
  }

  /** The first so many milliseconds. */
  public Sound first(int ms) {
    int length = (int) Math.min(samples.length, (long) ms * HZ / 1000);
    return length == samples.length ? this : new Sound(Arrays.copyOf(samples, length));
  }
}
