package org.otklik.job.analyse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.otklik.vision.image.Frame;

/**
 * The few frames of a recording that are looked at more closely: the first one in each of equal
 * parts of the recording. They are the same ones however often a job is resumed.
 */
final class CheckMoments {
  /** Each costs less than half of a frame's own look. */
  static final CheckMoments RECHECKS = new CheckMoments(2000);

  /** Each costs three further looks of the detector. */
  private static final int TURNS = 5;

  private final int partMs;

  private CheckMoments(int partMs) {
    this.partMs = partMs;
  }

  /** Those in which faces are looked for in all four turns. */
  static CheckMoments turns(int durationMs) {
    return new CheckMoments(Math.max(1, durationMs / TURNS));
  }

  /**
   * @param precedingMs time of the frame before the window, or -1 before the first
   * @return places in the window
   */
  Set<Integer> in(List<Frame> window, int precedingMs) {
    Set<Integer> places = new TreeSet<>();
    int before = part(precedingMs);
    for (int i = 0; i < window.size(); i++) {
      int part = part(window.get(i).mediaTimeMs());
      if (part != before) {
        places.add(i);
      }
      before = part;
    }
    return places;
  }

  /** Parts are counted from their middles, so that nobody is still sitting down at the first. */
  private int part(int timeMs) {
    return Math.floorDiv(2 * timeMs - partMs, 2 * partMs);
  }
}
