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
}
