package org.otklik.storage;

import java.nio.file.Path;

/**
 * Looks into an uploaded film without trusting it; the batch module brings the FFmpeg behind it.
 */
public interface MediaProber {
  /**
   * @throws UnusableMediaException when the file is no film that can be analysed; the reason says
   *     what its owner can do
   */
  MediaFacts probe(Path film) throws UnusableMediaException;
}
