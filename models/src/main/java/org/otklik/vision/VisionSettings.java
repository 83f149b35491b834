package org.otklik.vision;

/**
 * How frames are observed; stored with every run.
 *
 * @param scoreThreshold least score of a face, 0..1; null: as the detector's card says
 * @param leastFacePx least shorter side of a face's box, in pixels of the decoded picture
 * @param leastBrightness least mean grey of a face, 0..1
 * @param leastSharpness least variance of the Laplacian of a face's crop; 0 lets all pass
 * @param greatestYawDegrees a face turned farther, to either side, is turned away
 * @param facesPerFrame most faces observed in a frame: the largest
 * @param intraOpThreads threads of one call of a model; 1 where jobs run in parallel
 * @param framesPerCall most frames in one call of the detector
 * @param facesPerCall most faces in one call of the classifier
 */
public record VisionSettings(
    Double scoreThreshold,
    double leastFacePx,
    double leastBrightness,
    double leastSharpness,
    double greatestYawDegrees,
    int facesPerFrame,
    int intraOpThreads,
    int framesPerCall,
    int facesPerCall) {

  public static final VisionSettings STANDARD =
      new VisionSettings(null, 24, 0.12, 8, 50, 8, 1, 4, 32);

  public VisionSettings {
    if (!(leastFacePx >= 0) || !(leastSharpness >= 0)) {
      throw new IllegalArgumentException("Least face and sharpness must not be negative");
    }
    if (!(leastBrightness >= 0 && leastBrightness < 1)) {
      throw new IllegalArgumentException("leastBrightness must be in 0..1: " + leastBrightness);
    }
    if (!(greatestYawDegrees > 0 && greatestYawDegrees <= 90)) {
      throw new IllegalArgumentException(
          "greatestYawDegrees must be above 0, up to 90: " + greatestYawDegrees);
    }
    if (facesPerFrame < 1 || facesPerCall < 1) {
      throw new IllegalArgumentException("Faces a frame and a call must be positive");
    }
    new DetectionSettings(scoreThreshold, intraOpThreads, framesPerCall);
  }

  /** The same, with another greatest number of faces observed in a frame. */
  public VisionSettings withFacesPerFrame(int most) {
    return new VisionSettings(
        scoreThreshold,
        leastFacePx,
        leastBrightness,
        leastSharpness,
        greatestYawDegrees,
        most,
        intraOpThreads,
        framesPerCall,
        facesPerCall);
  }

  DetectionSettings detection() {
    return new DetectionSettings(scoreThreshold, intraOpThreads, framesPerCall);
  }

  /** Why a face of that quality cannot be judged; null if it can. */
  QualityReason refusal(FaceQuality quality) {
    if (quality.facePx() < leastFacePx) {
      return QualityReason.TOO_SMALL;
    }
    if (quality.brightness() < leastBrightness) {
      return QualityReason.TOO_DARK;
    }
    if (Math.abs(quality.yawDegrees()) > greatestYawDegrees) {
      return QualityReason.TURNED_AWAY;
    }
    return quality.sharpness() < leastSharpness ? QualityReason.BLURRED : null;
  }
}
