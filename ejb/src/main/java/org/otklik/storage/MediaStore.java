package org.otklik.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files addressed by the SHA-256 of their content: a folder now, an object store later. */
public interface MediaStore {
  /**
   * Takes in a stream beside the store; nothing is kept until {@link #keep}.
   *
   * @throws UnusableMediaException TOO_LARGE when more than {@code limitBytes} arrive
   */
  StagedFile stage(InputStream content, long limitBytes) throws IOException, UnusableMediaException;

  /** Makes a staged file part of the store; harmless when the same content is there already. */
  void keep(StagedFile staged) throws IOException;

  /**
   * The content as a local file, for reading only.
   *
   * @throws IOException when the store does not hold it
   */
  Path open(String sha256) throws IOException;
}
