package org.otklik.image;

import org.otklik.emotion.EmotionScores;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.picture.ImageObservation;

/**
 * What an image's largest face shows.
 *
 * @param reason of LOW_QUALITY a {@code QualityReason}, of UNREADABLE an {@link UnreadableReason},
 *     else null
 * @param faces how many were found; null where it could not be looked at
 * @param box in pixels of the upright picture; null where no face was found
 * @param scores null unless OBSERVED or WHOLE_PICTURE
 */
public record ImageResult(
    ImageOutcome outcome, String reason, Integer faces, FaceBox box, EmotionScores scores) {

  public static ImageResult of(ImageObservation seen) {
    return new ImageResult(
        ImageOutcome.valueOf(seen.outcome().name()),
        seen.reason() == null ? null : seen.reason().name(),
        seen.faces(),
        seen.box(),
        seen.scores());
  }

  public static ImageResult unreadable(UnreadableReason reason) {
    return new ImageResult(ImageOutcome.UNREADABLE, reason.name(), null, null, null);
  }
}
