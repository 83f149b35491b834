package org.otklik.sound;

/** How loud a sound is over time, as a picture of its waves shows it. */
public final class WaveLevels {
  public static final int STEP_MS = 20;

  /** Quieter is drawn as silence. */
  public static final int FLOOR_DB = 60;

  private static final int STEP = Sound.HZ * STEP_MS / 1000;

  private WaveLevels() {}

  /**
   * @return decibels above the floor of −{@value #FLOOR_DB} dB of full scale, one for each {@value
   *     #STEP_MS} ms: the root of the mean square
   */
  public static byte[] of(Sound sound) {
    short[] samples = sound.samples();
    byte[] levels = new byte[(samples.length + STEP - 1) / STEP];
    for (int i = 0; i < levels.length; i++) {
      int until = Math.min(samples.length, (i + 1) * STEP);
      double squares = 0;
      for (int at = i * STEP; at < until; at++) {
        squares += (double) samples[at] * samples[at];
      }
      double rms = Math.sqrt(squares / (until - i * STEP)) / Short.MAX_VALUE;
      double db = rms == 0 ? -FLOOR_DB : 20 * Math.log10(rms);
      levels[i] = (byte) Math.round(Math.max(0, Math.min(FLOOR_DB, FLOOR_DB + db)));
    }
    return levels;
  }
}
