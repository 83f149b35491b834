package org.otklik.vision;

import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceQuality;
import org.otklik.vision.face.QualityReason;

/**
 * How frames are observed; stored with every run.
 *
 * @param scoreThreshold least score of a face, 0..1; null: as the detector's card says
 * @param leastFacePx least shorter side of a face's box, in pixels of the decoded picture
 * @param leastBrightness least mean grey of a face, 0..1
 * @param greatestBrightness greatest mean grey of a face, 0..1: above it the face is overexposed
 * @param leastSharpness least variance of the Laplacian of a face's crop; 0 lets all pass
 * @param greatestYawDegrees a face turned farther, to either side, is turned away
 * @param greatestPitchDegrees a face bowed or raised farther is turned away
 * @param attentiveYawDegrees a face turned no farther, to either side, looks at the screen
 * @param attentivePitchDegrees and bowed or raised no farther
 * @param facesPerFrame most faces observed in a frame: the largest
 * @param intraOpThreads threads of one call of a model; 1 where jobs run in parallel
 * @param framesPerCall most frames in one call of the detector
 * @param facesPerCall most faces in one call of the classifier
 */
public record VisionSettings(
    Double scoreThreshold,
    double leastFacePx,
    double leastBrightness,
    double greatestBrightness,
    double leastSharpness,
    double greatestYawDegrees,
    double greatestPitchDegrees,
    double attentiveYawDegrees,
    double attentivePitchDegrees,
    int facesPerFrame,
    int intraOpThreads,
    int framesPerCall,
    int facesPerCall) {

  public static final VisionSettings STANDARD =
      new VisionSettings(null, 24, 0.12, 0.92, 8, 50, 45, 30, 25, 8, 1, 4, 32);

  public VisionSettings {
    if (!(leastFacePx >= 0) || !(leastSharpness >= 0)) {
      throw new IllegalArgumentException("Least face and sharpness must not be negative");
    }
    if (!(leastBrightness >= 0
        && leastBrightness < greatestBrightness
        && greatestBrightness <= 1)) {
      throw new IllegalArgumentException(
          "Brightness must be in 0..1, the least below the greatest: %s, %s"
              .formatted(leastBrightness, greatestBrightness));
    }
    checkDegrees("greatestYawDegrees", greatestYawDegrees);
    checkDegrees("greatestPitchDegrees", greatestPitchDegrees);
    checkDegrees("attentiveYawDegrees", attentiveYawDegrees);
    checkDegrees("attentivePitchDegrees", attentivePitchDegrees);
    if (facesPerFrame < 1 || facesPerCall < 1) {
      throw new IllegalArgumentException("Faces a frame and a call must be positive");
    }
    new DetectionSettings(scoreThreshold, intraOpThreads, framesPerCall);
  }

  private static void checkDegrees(String name, double degrees) {
    if (!(degrees > 0 && degrees <= 90)) {
      throw new IllegalArgumentException(name + " must be above 0, up to 90: " + degrees);
    }
  }

  /** The same, with another greatest number of faces observed in a frame. */
  public VisionSettings withFacesPerFrame(int most) {
    return new VisionSettings(
        scoreThreshold,
        leastFacePx,
        leastBrightness,
        greatestBrightness,
        leastSharpness,
        greatestYawDegrees,
        greatestPitchDegrees,
        attentiveYawDegrees,
        attentivePitchDegrees,
        most,
        intraOpThreads,
        framesPerCall,
        facesPerCall);
  }

  DetectionSettings detection() {
    return new DetectionSettings(scoreThreshold, intraOpThreads, framesPerCall);
  }

  /** Why a face of that quality cannot be judged; null if it can. */
  public QualityReason refusal(FaceQuality quality) {
    if (quality.facePx() < leastFacePx) {
      return QualityReason.TOO_SMALL;
    }
    if (quality.brightness() < leastBrightness) {
      return QualityReason.TOO_DARK;
    }
    if (quality.brightness() > greatestBrightness) {
      return QualityReason.TOO_BRIGHT;
    }
    if (Math.abs(quality.yawDegrees()) > greatestYawDegrees
        || Math.abs(quality.pitchDegrees()) > greatestPitchDegrees) {
      return QualityReason.TURNED_AWAY;
    }
    return quality.sharpness() < leastSharpness ? QualityReason.BLURRED : null;
  }

  /** Whether a face is turned to the screen, on which the camera is taken to stand. */
  public boolean isAttentive(FaceQuality quality) {
    return Math.abs(quality.yawDegrees()) <= attentiveYawDegrees
        && Math.abs(quality.pitchDegrees()) <= attentivePitchDegrees;
  }
}
