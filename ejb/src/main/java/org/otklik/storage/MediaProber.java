package org.otklik.storage;

import java.nio.file.Path;

/**
 * Looks into an uploaded video without trusting it; the batch module brings the FFmpeg behind it.
 */
public interface MediaProber {
  /**
   * @throws UnusableMediaException when the file is no video that can be analysed; the reason says
   *     what its owner can do
   */
  MediaFacts probe(Path video) throws UnusableMediaException;
}
