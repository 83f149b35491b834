package org.otklik.web.camera;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.otklik.emotion.Emotion;
import org.otklik.vision.face.QualityReason;

/** {@code camera.xhtml}: what is shown of one's own face; its script asks {@link LiveCamera}. */
@Named
@RequestScoped
public class CameraPage {
  public QualityReason[] getReasons() {
    return QualityReason.values();
  }

  public Emotion[] getEmotions() {
    return Emotion.values();
  }
}
