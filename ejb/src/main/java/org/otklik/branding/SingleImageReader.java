package org.otklik.branding;

import java.awt.image.BufferedImage;
import org.otklik.problem.ProblemException;

/**
 * Reads an uploaded picture without trusting it; the batch module brings the child process behind
 * it.
 */
public interface SingleImageReader {
  /**
   * The picture upright, on white where it was transparent, of TYPE_3BYTE_BGR; its longer side is
   * at most 1280 px.
   *
   * @throws ProblemException IMAGE_UNSUPPORTED, IMAGE_DAMAGED, IMAGE_TOO_LARGE, or IMAGE_NOT_READ
   *     where no child process could read it
   */
  BufferedImage read(byte[] content);
}
