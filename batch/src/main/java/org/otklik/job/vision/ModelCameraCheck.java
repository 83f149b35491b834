package org.otklik.job.vision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.otklik.study.participation.CameraCheck;
import org.otklik.study.participation.CameraHint;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;
import org.otklik.vision.image.Frame;

/** By the same models that will judge the recording. */
@ApplicationScoped
public class ModelCameraCheck implements CameraCheck {
  /** Of the picture's width; a face of less has few pixels in a small recording. */
  private static final double MIN_FACE_SHARE = 0.12;

  /** How far the face's centre may be from the picture's, as a share of its width or height. */
  private static final double MAX_OFF_CENTRE = 0.3;

  /** A second face of so much of the first one's area is somebody who watches, too. */
  private static final double MIN_SECOND_SHARE = 0.3;

  @Inject private VisionModels models;

  @Override
  public CameraHint judge(int widthPx, int heightPx, byte[] bgr) {
    Frame frame = new Frame(0, widthPx, heightPx, widthPx, heightPx, bgr);
    return hint(
        models.observer(VisionSettings.STANDARD).observe(List.of(frame)).get(0).faces(),
        widthPx,
        heightPx);
  }

  /**
   * @param faces the largest first
   */
  static CameraHint hint(List<FaceObservation> faces, int widthPx, int heightPx) {
    if (faces.isEmpty()) {
      return CameraHint.NO_FACE;
    }
    FaceBox box = faces.get(0).face().box();
    if (faces.size() > 1 && faces.get(1).face().box().areaPx() >= MIN_SECOND_SHARE * box.areaPx()) {
      return CameraHint.SEVERAL_FACES;
    }
    if (box.widthPx() < MIN_FACE_SHARE * widthPx) {
      return CameraHint.TOO_FAR;
    }
    if (Math.abs(box.centreXPx() - widthPx / 2.0) > MAX_OFF_CENTRE * widthPx
        || Math.abs(box.centreYPx() - heightPx / 2.0) > MAX_OFF_CENTRE * heightPx) {
      return CameraHint.OFF_CENTRE;
    }
    return quality(faces.get(0).reason());
  }

  /** Small pictures are blurred, and their faces small, whatever the recording will be. */
  private static CameraHint quality(QualityReason reason) {
    if (reason == null) {
      return CameraHint.GOOD;
    }
    return switch (reason) {
      case TOO_DARK -> CameraHint.TOO_DARK;
      case TOO_BRIGHT -> CameraHint.TOO_BRIGHT;
      case TURNED_AWAY, NOT_UPRIGHT -> CameraHint.TURNED;
      case TOO_SMALL, BLURRED -> CameraHint.GOOD;
    };
  }
}
