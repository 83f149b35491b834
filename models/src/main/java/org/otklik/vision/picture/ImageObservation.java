package org.otklik.vision.picture;

import org.otklik.emotion.EmotionScores;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

/**
 * One picture, observed.
 *
 * @param faces how many were found; 0 for WHOLE_PICTURE and NO_FACE
 * @param box of the largest face that can be judged, else of the largest, in pixels of the
 *     picture's source; null where no face was found
 * @param reason null unless LOW_QUALITY
 * @param scores null unless OBSERVED or WHOLE_PICTURE
 */
public record ImageObservation(
    ImageObservationOutcome outcome,
    int faces,
    FaceBox box,
    QualityReason reason,
    EmotionScores scores) {

  static ImageObservation noFace() {
    return new ImageObservation(ImageObservationOutcome.NO_FACE, 0, null, null, null);
  }

  static ImageObservation whole(EmotionScores scores) {
    return new ImageObservation(ImageObservationOutcome.WHOLE_PICTURE, 0, null, null, scores);
  }
}
