package org.otklik.camera;

import java.util.Optional;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.vision.FrameObservation;

/** Looks at images of cameras as they come, by the models and settings of the jobs. */
public interface LiveFaces {
  /**
   * @param source whose camera it is; the rate is shared out among those that send
   * @param image a JPEG or PNG
   * @param mediaTimeMs what the observation's time is to be
   * @param isChecked whether its faces are looked at a second time
   * @return empty where as many images as may be are looked at just now: the next one may do
   * @throws UnusableImageException when it is no image
   */
  Optional<FrameObservation> observe(
      String source, byte[] image, int mediaTimeMs, boolean isChecked)
      throws UnusableImageException;

  /** After how long a camera is to send its next image, in milliseconds; {@link LivePace}. */
  int nextAfterMs();

  /** The models that look. */
  ModelRelease release();

  /** What came is no image. */
  final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableImageException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
