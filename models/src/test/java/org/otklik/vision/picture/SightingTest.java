package org.otklik.vision.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

class SightingTest {
  private static final EmotionScores SAD =
      EmotionScores.of(0.02, 0.02, 0.02, 0.02, 0.84, 0.02, 0.06);
  private static final EmotionScores CALM =
      EmotionScores.of(0.02, 0.02, 0.02, 0.02, 0.1, 0.02, 0.8);

  private static Sighting face(
      double sidePx, double recheckScore, boolean isUpright, EmotionScores scores) {
    FaceBox box = new FaceBox(0, 0, (float) sidePx, (float) sidePx);
    DetectedFace detected = new DetectedFace(box, new float[10], 0.8f);
    FrameOutcome outcome = scores == null ? FrameOutcome.LOW_QUALITY : FrameOutcome.OBSERVED;
    QualityReason reason = scores == null ? QualityReason.TOO_DARK : null;
    return new Sighting(
        new FaceObservation(detected, outcome, reason, scores, null, null, true),
        box,
        (float) recheckScore,
        isUpright);
  }

  @Test
  void patternLargerThanTheFaceIsNotTheRow() {
    ImageObservation seen =
        Sighting.row(List.of(face(200, 0.82, true, SAD), face(90, 0.97, true, CALM)));
    assertEquals(CALM, seen.scores());
    assertEquals(2, seen.faces());
  }

  @Test
  void largestIsTheRowWhereAllAreSureOrNone() {
    for (double score : new double[] {0.75, 0.98}) {
      ImageObservation seen =
          Sighting.row(List.of(face(90, score, true, CALM), face(200, score, true, SAD)));
      assertEquals(SAD, seen.scores());
    }
  }

  @Test
  void faceThatCanBeJudgedGoesBeforeASurerOneThatCannot() {
    ImageObservation seen =
        Sighting.row(List.of(face(200, 0.98, true, null), face(90, 0.8, true, CALM)));
    assertEquals(CALM, seen.scores());
  }

  @Test
  void smallFaceThatStandsBesideALargeOneThatLiesIsAPattern() {
    ImageObservation seen =
        Sighting.row(List.of(face(200, 0.95, false, CALM), face(90, 0.98, true, SAD)));
    assertEquals(QualityReason.NOT_UPRIGHT, seen.reason());
    assertEquals(200, seen.box().widthPx());
    seen = Sighting.row(List.of(face(200, 0.95, false, CALM), face(120, 0.98, true, SAD)));
    assertEquals(SAD, seen.scores(), "one of two people lies");
  }

  @Test
  void noFaceIsNone() {
    assertEquals(ImageObservationOutcome.NO_FACE, Sighting.row(List.of()).outcome());
  }
}
