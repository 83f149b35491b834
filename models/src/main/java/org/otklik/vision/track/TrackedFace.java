package org.otklik.vision.track;

import org.otklik.vision.face.FaceBox;

/**
 * A face of a track at one time.
 *
 * @param stillSinceMs time of the sampled frame since which its picture has not changed but for
 *     noise; that of this frame where it has
 * @param recheckScore how sure the detector was at second sight, 0..1; null where it did not look
 * @param look kept of some faces; null of the others
 */
public record TrackedFace(FaceBox box, int stillSinceMs, Float recheckScore, FacePatch look) {
  /** A pattern that the detector takes for a face comes off worse; of 199 faces one does. */
  private static final double MIN_RECHECK = 0.5;

  /** A face at rest now, of which nothing more is known. */
  public static TrackedFace of(FaceBox box, int mediaTimeMs) {
    return new TrackedFace(box, mediaTimeMs, null, null);
  }

  boolean isDoubted() {
    return recheckScore != null && recheckScore < MIN_RECHECK;
  }

  boolean isConfirmed() {
    return recheckScore != null && recheckScore >= MIN_RECHECK;
  }
}
