package org.otklik.sound;

import java.util.Arrays;

/**
 * How loud a sound is that comes in parts: a level each 32 ms. It tells nothing else of whoever
 * speaks. For one thread.
 */
public final class SoundLevels {
  static final int STEP = 512;

  /** From one level to the next. */
  public static final int STEP_MS = STEP * 1000 / Sound.HZ;

  private static final double FULL_SCALE = 32_768;
  private static final int SILENCE_DB = -120;

  /** Rooms and telephone lines are below, voices above. */
  private static final int AUDIBLE_DB = -50;

  private byte[] levels = new byte[1 << 10];
  private int steps;
  private double sum;
  private int count;
  private int audible;

  /** Takes in the next part: 16 bits, 16 kHz. */
  public void add(short[] next) {
    for (short sample : next) {
      sum += (double) sample * sample;
      if (++count == STEP) {
        endStep();
      }
    }
  }

  private void endStep() {
    double db = 10 * Math.log10(sum / STEP / (FULL_SCALE * FULL_SCALE));
    byte level = (byte) Math.max(SILENCE_DB, Math.round(db));
    if (steps == levels.length) {
      levels = Arrays.copyOf(levels, 2 * steps);
    }
    levels[steps++] = level;
    audible += level > AUDIBLE_DB ? 1 : 0;
    sum = 0;
    count = 0;
  }

  /** Steps that are known. */
  public int steps() {
    return steps;
  }

  /** Of a step, in decibels of full scale, −120 to 0; what is not known is silent. */
  public int decibels(int step) {
    return step < steps ? levels[step] : SILENCE_DB;
  }

  /** Share of its time in which it is loud enough to be a voice, 0..1. */
  public double audibleShare() {
    return steps == 0 ? 0 : (double) audible / steps;
  }
}
