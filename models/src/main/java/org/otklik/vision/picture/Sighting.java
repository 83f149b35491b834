package org.otklik.vision.picture;

import java.util.Comparator;
import java.util.List;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

/**
 * A face of a picture.
 *
 * @param box where in the picture it is
 * @param recheckScore how sure the detector is of it at second sight, as it is or turned: 0..1
 */
record Sighting(FaceObservation face, FaceBox box, float recheckScore, boolean isUpright) {

  /** Share of turned faces from which on the picture is turned. */
  private static final double TURNED_SHARE = 0.75;

  /** Area of a face that stands, as a part of that of one that lies: a smaller one is a pattern. */
  private static final double MIN_AREA = 0.25;

  /** Of faces, nearly all have that much at second sight; of patterns that pass for faces, few. */
  private static final double SURE = 0.9;

  Sighting turned() {
    return new Sighting(face, box, recheckScore, false);
  }

  DetectedFace inPicture() {
    return new DetectedFace(box, face.face().landmarksPx(), face.face().score());
  }

  private boolean isJudged() {
    return isUpright && face.scores() != null;
  }

  private boolean isSure() {
    return recheckScore >= SURE;
  }

  /**
   * What is told of a picture with these faces: the largest one that can be judged, of those that
   * are surely faces if there are any. A pattern on a wall may be larger than the viewer.
   */
  static ImageObservation row(List<Sighting> found) {
    boolean isTurned = isTurned(found);
    return found.stream()
        .map(sighting -> isTurned ? sighting.turned() : sighting)
        .min(
            Comparator.comparing((Sighting s) -> !s.isJudged())
                .thenComparing(s -> !s.isSure())
                .thenComparing(s -> -s.box.areaPx()))
        .map(chosen -> chosen.observation(found.size()))
        .orElseGet(ImageObservation::noFace);
  }

  /**
   * Where most faces are turned, the picture is: one of a group may look upright by chance. So it
   * is where the face that it shows lies, and what stands is small beside it.
   */
  private static boolean isTurned(List<Sighting> found) {
    long turned = found.stream().filter(sighting -> !sighting.isUpright).count();
    return turned >= TURNED_SHARE * found.size()
        || largestAreaPx(found, true) < MIN_AREA * largestAreaPx(found, false);
  }

  private static double largestAreaPx(List<Sighting> found, boolean areUpright) {
    return found.stream()
        .filter(sighting -> sighting.isUpright == areUpright)
        .mapToDouble(sighting -> sighting.box.areaPx())
        .max()
        .orElse(0);
  }

  private ImageObservation observation(int faces) {
    return new ImageObservation(
        isJudged() ? ImageObservationOutcome.OBSERVED : ImageObservationOutcome.LOW_QUALITY,
        faces,
        box,
        isUpright ? face.reason() : QualityReason.NOT_UPRIGHT,
        isJudged() ? face.scores() : null);
  }
}
