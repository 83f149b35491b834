package org.otklik.job.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.study.participation.CameraHint;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

class ModelCameraCheckTest {
  private static final int WIDTH_PX = 192;
  private static final int HEIGHT_PX = 144;
  private static final FaceBox GOOD = new FaceBox(70, 40, 50, 65);

  private static FaceObservation face(FaceBox box, QualityReason reason) {
    FrameOutcome outcome = reason == null ? FrameOutcome.OBSERVED : FrameOutcome.LOW_QUALITY;
    return new FaceObservation(
        new DetectedFace(box, new float[10], 0.9f), outcome, reason, null, null, null, true);
  }

  private static CameraHint hint(QualityReason reason, FaceBox... boxes) {
    List<FaceObservation> faces = new ArrayList<>();
    for (FaceBox box : boxes) {
      faces.add(face(box, reason));
    }
    return ModelCameraCheck.hint(faces, WIDTH_PX, HEIGHT_PX);
  }

  @Test
  void hintNamesWhatTheViewerCanDo() {
    assertEquals(CameraHint.NO_FACE, hint(null));
    assertEquals(CameraHint.GOOD, hint(null, GOOD));
    assertEquals(CameraHint.SEVERAL_FACES, hint(null, GOOD, new FaceBox(130, 40, 40, 50)));
    assertEquals(CameraHint.GOOD, hint(null, GOOD, new FaceBox(150, 20, 15, 20)), "a poster");
    assertEquals(CameraHint.TOO_FAR, hint(null, new FaceBox(90, 60, 15, 20)));
    assertEquals(CameraHint.OFF_CENTRE, hint(null, new FaceBox(0, 40, 50, 65)));
    assertEquals(CameraHint.TOO_DARK, hint(QualityReason.TOO_DARK, GOOD));
    assertEquals(CameraHint.TOO_BRIGHT, hint(QualityReason.TOO_BRIGHT, GOOD));
    assertEquals(CameraHint.TURNED, hint(QualityReason.TURNED_AWAY, GOOD));
    assertEquals(CameraHint.GOOD, hint(QualityReason.BLURRED, GOOD), "the image is small");
  }
}
