package org.otklik.voice;

import java.util.Arrays;

/** The part of a long sound that is still needed; places are counted from the sound's beginning. */
final class SampleBuffer {
  private static final int SILENCE = 8;
  private static final float FULL_SCALE = 32_768;

  private short[] samples = new short[1 << 16];
  private long first;
  private int length;
  private boolean isSilent = true;

  void add(short[] next) {
    if (length + next.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + next.length));
    }
    System.arraycopy(next, 0, samples, length, next.length);
    length += next.length;
    for (int i = 0; isSilent && i < next.length; i++) {
      isSilent = Math.abs(next[i]) <= SILENCE;
    }
  }

  /** Behind the last sample. */
  long end() {
    return first + length;
  }

  /** Whether there has been nothing but digital silence: −72 dB of full scale. */
  boolean isSilent() {
    return isSilent;
  }

  /** In −1..1. */
  float[] part(long from, long until) {
    int begin = Math.toIntExact(from - first);
    float[] part = new float[Math.toIntExact(until - from)];
    for (int i = 0; i < part.length; i++) {
      part[i] = samples[begin + i] / FULL_SCALE;
    }
    return part;
  }

  /** What comes before is not asked for any more. */
  void forget(long before) {
    int gone = (int) Math.min(length, Math.max(0, before - first));
    System.arraycopy(samples, gone, samples, 0, length - gone);
    first += gone;
    length -= gone;
  }
}
