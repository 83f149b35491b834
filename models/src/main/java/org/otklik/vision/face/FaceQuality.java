package org.otklik.vision.face;

import org.otklik.vision.image.Frame;

/**
 * What decides whether a face can be judged, and whether it looks at the screen.
 *
 * @param facePx shorter side of its box, in pixels of the decoded picture (not of the video)
 * @param brightness mean grey of the crop, 0..1
 * @param sharpness variance of the Laplacian of the crop, in grey levels of 0..255, squared
 * @param yawDegrees head turned to the picture's left, negative, or right, positive; -90..90
 * @param pitchDegrees head bowed, negative, or raised, positive; -180..180
 * @param rollDegrees head tilted clockwise in the picture; -180..180
 */
public record FaceQuality(
    double facePx,
    double brightness,
    double sharpness,
    double yawDegrees,
    double pitchDegrees,
    double rollDegrees) {

  public static FaceQuality of(DetectedFace face, FaceCrop crop, Frame frame) {
    double scaleX = (double) frame.widthPx() / frame.sourceWidthPx();
    double scaleY = (double) frame.heightPx() / frame.sourceHeightPx();
    double facePx = Math.min(face.box().widthPx() * scaleX, face.box().heightPx() * scaleY);
    float[] at = face.landmarksPx();
    HeadPose pose = HeadPose.of(at);
    return new FaceQuality(
        facePx,
        crop.brightness(),
        crop.sharpness(),
        pose.yawDegrees(),
        pose.pitchDegrees(),
        Math.toDegrees(Math.atan2(at[3] - at[1], at[2] - at[0])));
  }
}
