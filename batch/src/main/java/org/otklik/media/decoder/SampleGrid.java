package org.otklik.media.decoder;

/**
 * Chooses frames: the first one at or after each point of a grid of 1/sampleHz that starts at the
 * video's beginning. Every frame keeps its own time; a gap in the video leaves a gap in the
 * samples.
 */
final class SampleGrid {
  private static final double US = 1_000_000.0;

  private final double sampleHz;
  private long next;
  private int lastMs = -1;

  SampleGrid(double sampleHz) {
    this.sampleHz = sampleHz;
  }

  /**
   * @param timeUs of the next frame in the order of showing; not taken when it goes backwards
   */
  boolean takes(long timeUs) {
    if (timeUs < pointUs(next)) {
      return false;
    }
    next = pointUpTo(timeUs) + 1;
    boolean later = toMs(timeUs) > lastMs; // a time stands once, at 1000 frames a second too
    lastMs = Math.max(lastMs, toMs(timeUs));
    return later;
  }

  /** Number of the last point at or before this time. */
  long pointUpTo(long timeUs) {
    long point = (long) Math.floor(timeUs / US * sampleHz);
    while (pointUs(point + 1) <= timeUs) {
      point++;
    }
    while (pointUs(point) > timeUs) {
      point--;
    }
    return point;
  }

  static int toMs(long timeUs) {
    return (int) Math.floorDiv(timeUs + 500, 1000L);
  }

  private long pointUs(long index) {
    return Math.round(index * US / sampleHz);
  }
}
