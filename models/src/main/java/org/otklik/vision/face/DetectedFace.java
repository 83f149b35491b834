package org.otklik.vision.face;

/**
 * A face that the detector found.
 *
 * @param landmarksPx ten numbers, x before y, in pixels of the upright video: right eye, left eye,
 *     nose, right and left corner of the mouth; the person's right, so left in the picture
 * @param score the detector's raw output, 0..1
 */
public record DetectedFace(FaceBox box, float[] landmarksPx, float score) {

  public DetectedFace {
    if (landmarksPx.length != 10) {
      throw new IllegalArgumentException("Five landmarks are needed: " + landmarksPx.length);
    }
  }

  /**
   * Moved towards another place of it.
   *
   * @param share of the way, 0..1
   */
  DetectedFace towards(DetectedFace other, double share) {
    float[] landmarks = new float[landmarksPx.length];
    for (int i = 0; i < landmarks.length; i++) {
      landmarks[i] = towards(landmarksPx[i], other.landmarksPx[i], share);
    }
    FaceBox there = other.box;
    return new DetectedFace(
        new FaceBox(
            towards(box.xPx(), there.xPx(), share),
            towards(box.yPx(), there.yPx(), share),
            towards(box.widthPx(), there.widthPx(), share),
            towards(box.heightPx(), there.heightPx(), share)),
        landmarks,
        towards(score, other.score, share));
  }

  private static float towards(float from, float to, double share) {
    return (float) (from + share * (to - from));
  }
}
