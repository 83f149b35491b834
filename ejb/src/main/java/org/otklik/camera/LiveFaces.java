package org.otklik.camera;

import java.util.List;
import java.util.Optional;

/** Looks at images of a camera as they come. */
public interface LiveFaces {
  /**
   * @param image a JPEG or PNG
   * @return the faces, the largest first; empty where as many images as may be are looked at just
   *     now: the next one may do
   * @throws UnusableImageException when it is no image
   */
  Optional<List<LiveFace>> observe(byte[] image) throws UnusableImageException;

  /** What came is no image. */
  final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableImageException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
