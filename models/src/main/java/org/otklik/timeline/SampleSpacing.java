package org.otklik.timeline;

import java.util.Arrays;

/**
 * How far the samples of a recording lie apart, and for how long each of them stands.
 *
 * <p>A video may have fewer frames than are asked for, at places or throughout; then each of its
 * frames is sampled and stands until the next. A single gap among closer samples is a gap: nothing
 * is known of it.
 */
public final class SampleSpacing {
  /**
   * A face changes within a second or two; what a slow camera shows stands until its next frame,
   * but no longer than this, for want of others.
   */
  private static final double MAX_STAND_MS = 3000;

  /** A single missing sample is bridged by the one before. */
  private static final double ASKED_INTERVALS = 2;

  /** Spacings to either side that tell whether the video is slow here or a sample is missing. */
  private static final int NEIGHBOURS = 2;

  private final int[] spacingsMs;

  /**
   * @param timesMs of the samples, ascending, whatever came of them
   */
  public SampleSpacing(int... timesMs) {
    spacingsMs = new int[Math.max(0, timesMs.length - 1)];
    for (int i = 0; i < spacingsMs.length; i++) {
      spacingsMs[i] = timesMs[i + 1] - timesMs[i];
      if (spacingsMs[i] < 0) {
        throw new IllegalArgumentException("Times must ascend: " + timesMs[i + 1] + " ms");
      }
    }
  }

  /** The lower median; 0 with fewer than two samples. */
  public int medianMs() {
    return median(0, spacingsMs.length);
  }

  /**
   * How long the sample stands at most: twice the interval asked for, or the median spacing around
   * it where that is longer, but no more than three seconds unless less than one sample in three
   * seconds was asked for.
   *
   * @param index of the sample
   * @param sampleHz samples asked for a second
   */
  double longestStandMs(int index, double sampleHz) {
    double askedMs = 1000 / sampleHz;
    int own = Math.min(index, spacingsMs.length - 1);
    int here =
        median(Math.max(0, own - NEIGHBOURS), Math.min(spacingsMs.length, own + NEIGHBOURS + 1));
    double wantedMs = Math.max(ASKED_INTERVALS * askedMs, here);
    return Math.max(askedMs, Math.min(MAX_STAND_MS, wantedMs));
  }

  private int median(int from, int until) {
    if (from >= until) {
      return 0;
    }
    int[] sorted = Arrays.copyOfRange(spacingsMs, from, until);
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
