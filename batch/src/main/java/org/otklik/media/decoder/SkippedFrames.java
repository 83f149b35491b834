package org.otklik.media.decoder;

import java.util.TreeMap;

/**
 * Tells before decoding that a frame cannot be sampled: another one of the same step of the grid is
 * known to be shown earlier, decodable or not. Videos whose frames refer to each other out of order
 * have many that nothing refers to, and those need not be decoded at all.
 */
final class SkippedFrames {
  /** More than any codec reorders. */
  private static final int STEPS_REMEMBERED = 256;

  private final SampleGrid grid;
  private final TreeMap<Long, Long> earliestUs = new TreeMap<>();

  SkippedFrames(double sampleHz) {
    this.grid = new SampleGrid(sampleHz);
  }

  /**
   * @param timeUs of each packet in the order of decoding
   */
  boolean spares(long timeUs) {
    long earliest = earliestUs.merge(grid.pointUpTo(timeUs), timeUs, Math::min);
    if (earliestUs.size() > STEPS_REMEMBERED) {
      earliestUs.pollFirstEntry();
    }
    return earliest < timeUs;
  }
}
