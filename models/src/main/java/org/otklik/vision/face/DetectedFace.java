package org.otklik.vision.face;

/**
 * A face that the detector found.
 *
 * @param landmarksPx ten numbers, x before y, in pixels of the upright video: right eye, left eye,
 *     nose, right and left corner of the mouth; the person's right, so left in the picture
 * @param score the detector's raw output, 0..1
 */
public record DetectedFace(FaceBox box, float[] landmarksPx, float score) {

  /** Nobody who sits tilts the head farther; who is tilted by less does not lie. */
  private static final double MAX_TILT_DEGREES = 60;

  /** What is left to a quarter turn: between the two a face tells nothing of its picture. */
  private static final double MAX_STRAIGHT_TILT_DEGREES = 30;

  public DetectedFace {
    if (landmarksPx.length != 10) {
      throw new IllegalArgumentException("Five landmarks are needed: " + landmarksPx.length);
    }
  }

  /**
   * By how much the face is tilted clockwise in the picture, −180..180: 0 where it stands, 90 where
   * its forehead points to the right. The line through the eyes and the one from them to the mouth
   * tell it together, so that a profile, whose eyes are close to each other, is told by its mouth.
   */
  double tiltDegrees() {
    double acrossX = landmarksPx[2] - landmarksPx[0];
    double acrossY = landmarksPx[3] - landmarksPx[1];
    double downX = middle(6, 8) - middle(0, 2);
    double downY = middle(7, 9) - middle(1, 3);
    return Math.toDegrees(Math.atan2(acrossY - downX, acrossX + downY));
  }

  private double middle(int one, int other) {
    return (landmarksPx[one] + landmarksPx[other]) / 2.0;
  }

  /** Whether it is upright, be it tilted; one that lies on its side is not. */
  public boolean stands() {
    return Math.abs(tiltDegrees()) <= MAX_TILT_DEGREES;
  }

  /** Whether it is as upright as in a picture that was turned the right way. */
  boolean standsStraight() {
    return Math.abs(tiltDegrees()) <= MAX_STRAIGHT_TILT_DEGREES;
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
