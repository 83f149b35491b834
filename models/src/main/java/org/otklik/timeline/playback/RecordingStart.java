package org.otklik.timeline.playback;

import java.util.Arrays;

/**
 * Finds when, by the page's clock, a recording's first frame was taken. The recorder's own events
 * come up to seconds late; but the camera's frames carry the time of their capture in the page, and
 * the same distances in the file.
 */
final class RecordingStart {
  /** Of the recorded frame and the captured one, both rounded to a millisecond or so. */
  private static final double TOLERANCE_MS = 2;

  /** The first frame lay 1 ms before to 211 ms after the call; the rest is reserve. */
  private static final double MAX_EARLY_MS = 50;

  private static final double MAX_LATE_MS = 1500;

  /** Frames that a recorder may have kept though the page did not see them, or the reverse. */
  private static final int FIRST_FRAMES = 10;

  /** Fewer frames that agree say nothing. */
  private static final int MIN_AGREEING = 10;

  /** A regular camera agrees as well a frame later; then the earliest place is taken. */
  private static final double NEARLY_BEST = 0.97;

  private RecordingStart() {}

  /**
   * @param calledMs when the recorder was started, by the page's clock
   * @param captureTimesMs of the camera's frames that the page saw, in order
   * @param frameTimesMs of the recording's frames, from its first one, in order
   * @return the time of the recording's first frame by the page's clock; the call where frames do
   *     not tell
   */
  static double find(double calledMs, double[] captureTimesMs, int[] frameTimesMs) {
    double best = calledMs;
    int most = 0;
    for (int first = 0; first < Math.min(FIRST_FRAMES, frameTimesMs.length); first++) {
      for (double captureMs : captureTimesMs) {
        double startMs = captureMs - frameTimesMs[first];
        if (startMs < calledMs - MAX_EARLY_MS || startMs > calledMs + MAX_LATE_MS) {
          continue;
        }
        int agreeing = agreeing(startMs, captureTimesMs, frameTimesMs);
        boolean isEarlier = startMs < best - TOLERANCE_MS;
        if (agreeing > most / NEARLY_BEST
            || agreeing > most && !isEarlier && startMs < best + TOLERANCE_MS
            || agreeing >= most * NEARLY_BEST && isEarlier) {
          best = startMs;
          most = Math.max(most, agreeing);
        }
      }
    }
    return most < MIN_AGREEING ? calledMs : best;
  }

  private static int agreeing(double startMs, double[] captureTimesMs, int[] frameTimesMs) {
    int agreeing = 0;
    for (int frameMs : frameTimesMs) {
      double wanted = startMs + frameMs;
      int place = Arrays.binarySearch(captureTimesMs, wanted - TOLERANCE_MS);
      int next = place < 0 ? -place - 1 : place;
      if (next < captureTimesMs.length && captureTimesMs[next] <= wanted + TOLERANCE_MS) {
        agreeing++;
      }
    }
    return agreeing;
  }
}
