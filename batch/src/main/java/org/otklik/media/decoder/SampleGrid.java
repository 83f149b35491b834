package org.otklik.media.decoder;

/**
 * Chooses frames: the first one at or after each point of a grid of 1/sampleHz that starts at the
 * film's beginning. Every frame keeps its own time; a gap in the film leaves a gap in the samples.
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
    if (timeUs < pointUs(next) || toMs(timeUs) <= lastMs) {
      return false;
    }
    next = Math.max(next + 1, (long) (timeUs / US * sampleHz));
    while (pointUs(next) <= timeUs) {
      next++;
    }
    lastMs = toMs(timeUs);
    return true;
  }

  static int toMs(long timeUs) {
    return (int) Math.floorDiv(timeUs + 500, 1000L);
  }

  private long pointUs(long index) {
    return Math.round(index * US / sampleHz);
  }
}
