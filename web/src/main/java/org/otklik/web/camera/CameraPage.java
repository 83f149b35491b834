package org.otklik.web.camera;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.otklik.emotion.Emotion;
import org.otklik.vision.face.QualityReason;

/**
 * {@code camera.xhtml}: what is shown of one's own face; its script asks {@link LiveCamera}, or
 * runs the models itself.
 */
@Named
@RequestScoped
public class CameraPage {
  @Inject private DeviceModels models;
  @Inject private HttpServletRequest request;

  private String plan;

  public QualityReason[] getReasons() {
    return QualityReason.values();
  }

  public Emotion[] getEmotions() {
    return Emotion.values();
  }

  /** Whether the models may run in the browser. */
  public boolean isDeviceOffered() {
    return !getPlan().isEmpty();
  }

  /** What the browser has to know for it, as JSON; empty where it is not offered. */
  public String getPlan() {
    if (plan == null) {
      plan =
          models.areOffered()
              ? DevicePlan.of(
                      request.getContextPath(),
                      models.runtimeVersion().orElseThrow(),
                      models.detectorCard(),
                      models.classifierCard())
                  .toString()
              : "";
    }
    return plan;
  }
}
