package org.otklik.vision;

/**
 * What decides whether a face can be judged.
 *
 * @param facePx shorter side of its box, in pixels of the decoded picture (not of the film)
 * @param brightness mean grey of the crop, 0..1
 * @param sharpness variance of the Laplacian of the crop, in grey levels of 0..255, squared
 * @param yawDegrees head turned to the picture's left, negative, or right, positive; -90..90
 * @param rollDegrees head tilted clockwise in the picture; -180..180
 */
public record FaceQuality(
    double facePx, double brightness, double sharpness, double yawDegrees, double rollDegrees) {

  /**
   * How far the tip of the nose stands out before the eyes, over the distance between the eyes:
   * about 28 mm over 63 mm in an adult. Seen at an angle, the nose's offset from the middle of the
   * eyes is then this part times the tangent of the angle, in distances between the eyes.
   */
  private static final double NOSE_OVER_EYES = 0.45;

  static FaceQuality of(DetectedFace face, FaceCrop crop, Frame frame) {
    double scaleX = (double) frame.widthPx() / frame.sourceWidthPx();
    double scaleY = (double) frame.heightPx() / frame.sourceHeightPx();
    double facePx = Math.min(face.box().widthPx() * scaleX, face.box().heightPx() * scaleY);
    float[] at = face.landmarksPx();
    double eyesX = at[2] - at[0];
    double eyesY = at[3] - at[1];
    return new FaceQuality(
        facePx,
        crop.brightness(),
        crop.sharpness(),
        yawDegrees(at, eyesX, eyesY),
        Math.toDegrees(Math.atan2(eyesY, eyesX)));
  }

  /** From the nose's place along the line through the eyes, so that a tilt does not matter. */
  private static double yawDegrees(float[] at, double eyesX, double eyesY) {
    double squared = eyesX * eyesX + eyesY * eyesY;
    double noseX = at[4] - (at[0] + at[2]) / 2.0;
    double noseY = at[5] - (at[1] + at[3]) / 2.0;
    double along = noseX * eyesX + noseY * eyesY;
    return Math.toDegrees(Math.atan2(along, squared * NOSE_OVER_EYES));
  }
}
