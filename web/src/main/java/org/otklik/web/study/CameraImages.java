package org.otklik.web.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.study.participation.CameraCheck;
import org.otklik.study.participation.CameraHint;
import org.otklik.study.participation.ParticipationService;

/** Looks at viewers' small images, a few at a time; jobs need the processors, too. */
@ApplicationScoped
public class CameraImages {
  static final int WIDTH_PX = 192;
  static final int HEIGHT_PX = 144;
  private static final int BYTES = WIDTH_PX * HEIGHT_PX * 3;
  private static final int MAX_AT_ONCE = 2;

  @Inject private ParticipationService participations;
  @Inject private CameraCheck check;

  private final Semaphore looks = new Semaphore(MAX_AT_ONCE);

  /**
   * @param image red, green, blue
   * @return null where too many are looked at already
   * @throws ProblemException CONSENT_NEEDED
   */
  CameraHint judge(String token, InputStream image) {
    participations.requireConsent(token);
    byte[] pixels = read(image);
    if (!looks.tryAcquire()) {
      return null;
    }
    try {
      return check.judge(WIDTH_PX, HEIGHT_PX, pixels);
    } finally {
      looks.release();
    }
  }

  /** Blue first, as the models take it. */
  private static byte[] read(InputStream image) {
    try {
      byte[] rgb = image.readNBytes(BYTES + 1);
      if (rgb.length != BYTES) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, "Content-Length", rgb.length, Integer.toString(BYTES));
      }
      for (int i = 0; i < BYTES; i += 3) {
        byte red = rgb[i];
        rgb[i] = rgb[i + 2];
        rgb[i + 2] = red;
      }
      return rgb;
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
  }
}
