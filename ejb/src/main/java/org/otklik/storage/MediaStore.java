package org.otklik.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** Files addressed by the SHA-256 of their content: a folder now, an object store later. */
public interface MediaStore {
  /**
   * Takes in a stream beside the store; nothing is kept until {@link #keep}.
   *
   * @throws UnusableMediaException TOO_LARGE when more than {@code limitBytes} arrive
   */
  StagedFile stage(InputStream content, long limitBytes) throws IOException, UnusableMediaException;

  /** Writes what is to be staged, piece by piece. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Takes in what we write ourselves, such as pictures packed together. */
  StagedFile stage(Content content) throws IOException;

  /**
   * Takes in a file that lies beside the store already, where it stays until {@link #keep}.
   *
   * @param arrived on the store's own disk
   */
  StagedFile stage(Path arrived) throws IOException;

  /** Lets another program write what is to be staged, into a file of its own. */
  @FunctionalInterface
  interface Writing {
    void writeTo(Path file) throws IOException, UnusableMediaException;
  }

  /** Takes in what another program writes for us, such as a copy of a video. */
  StagedFile stageFile(Writing writing) throws IOException, UnusableMediaException;

  /** Makes a staged file part of the store; harmless when the same content is there already. */
  void keep(StagedFile staged) throws IOException;

  /**
   * The content as a local file, for reading only.
   *
   * @throws IOException when the store does not hold it
   */
  Path open(String sha256) throws IOException;

  /** Removes the content for good; harmless when it is gone already. */
  void delete(String sha256) throws IOException;
}
