package org.otklik.trailer.exchange;

/**
 * Frames a second as editing suites count them.
 *
 * @param timebase frames counted as a second: 24, 25, 30, …
 * @param isNtsc whether a second of the count takes 1.001 s, as with 23.976, 29.97 and 59.94
 */
public record FrameRate(int timebase, boolean isNtsc) {
  private static final double NTSC = 1000.0 / 1001;

  /** How far a measured rate may be from the one it is taken for. */
  private static final double NEAR = 0.0005;

  /** The nearest rate that suites know. */
  public static FrameRate of(double framesPerSecond) {
    int timebase = Math.max(1, (int) Math.round(framesPerSecond));
    boolean isNtsc =
        timebase % 6 == 0
            && Math.abs(framesPerSecond / (timebase * NTSC) - 1) < NEAR
            && Math.abs(framesPerSecond / timebase - 1) >= NEAR;
    return new FrameRate(timebase, isNtsc);
  }

  /** Of a frame. */
  public int denominator() {
    return isNtsc ? 1000 * timebase : 100 * timebase;
  }

  /** Of a frame: it lasts numerator / denominator seconds. */
  public int numerator() {
    return isNtsc ? 1001 : 100;
  }

  public double perSecond() {
    return denominator() / (double) numerator();
  }

  /** The frame shown at the time. */
  public int frame(int ms) {
    return (int) Math.round(ms * perSecond() / 1000);
  }

  /** Whether time codes leave numbers out, so that they keep up with the clock. */
  public boolean isDropFrame() {
    return isNtsc && timebase % 30 == 0;
  }

  /**
   * SMPTE ST 12 time code of a frame. Drop-frame leaves out the first two numbers (of 60: four) of
   * every minute that is no tenth one.
   */
  public String timeCode(int frame) {
    int number = frame;
    if (isDropFrame()) {
      int dropped = timebase / 15;
      int tenMinutes = 10 * 60 * timebase - 9 * dropped;
      int minute = 60 * timebase - dropped;
      int rest = frame % tenMinutes;
      number += frame / tenMinutes * 9 * dropped;
      if (rest >= dropped) {
        number += (rest - dropped) / minute * dropped;
      }
    }
    return String.format(
        "%02d:%02d:%02d%s%02d",
        number / (timebase * 3600),
        number / (timebase * 60) % 60,
        number / timebase % 60,
        isDropFrame() ? ";" : ":",
        number % timebase);
  }
}
