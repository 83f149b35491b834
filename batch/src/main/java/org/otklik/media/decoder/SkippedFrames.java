package org.otklik.media.decoder;

import java.util.TreeSet;

/**
 * Tells before decoding that a frame need not be sampled: another one of the same step of the grid
 * was stored before it. Videos whose frames refer to each other out of order store first those that
 * others refer to, which are decoded in any case, and have many that nothing refers to: those need
 * not be decoded at all. What is sampled then may be shown some hundredths of a second later than
 * the first frame of the step; it keeps its own time.
 */
final class SkippedFrames {
  /** More than any codec reorders. */
  private static final int STEPS_REMEMBERED = 256;

  private final SampleGrid grid;
  private final TreeSet<Long> steps = new TreeSet<>();

  SkippedFrames(double sampleHz) {
    this.grid = new SampleGrid(sampleHz);
  }

  /**
   * @param timeUs of each packet in the order of decoding
   */
  boolean spares(long timeUs) {
    boolean isFirst = steps.add(grid.pointUpTo(timeUs));
    if (steps.size() > STEPS_REMEMBERED) {
      steps.pollFirst();
    }
    return !isFirst;
  }
}
