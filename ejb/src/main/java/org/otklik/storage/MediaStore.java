package org.otklik.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Files addressed by the SHA-256 of their content, in a folder or in an object store. What arrives
 * is staged on this machine's disk either way: it is looked into before it is kept.
 *
 * <p>While a store that lies elsewhere does not answer, its methods throw a {@link
 * org.otklik.problem.ProblemException} STORE_AWAY.
 */
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

  /**
   * Sends a large file ahead to a store that lies elsewhere, so that {@link #keep} takes no longer
   * than a transaction should. Not to be called in one.
   *
   * @return to be kept or closed in place of the one given
   */
  StagedFile send(StagedFile staged) throws IOException;

  /** Makes a staged file part of the store; harmless when the same content is there already. */
  void keep(StagedFile staged) throws IOException;

  /**
   * The content as a local file, which may first have to be fetched as a whole.
   *
   * @throws java.nio.file.NoSuchFileException when the store does not hold it
   */
  StoredFile open(String sha256) throws IOException;

  /**
   * The content from a byte on, without waiting for all of it.
   *
   * @param first number of the first byte, from 0; the content must have it
   * @param length of what is asked for; at least 1
   * @throws java.nio.file.NoSuchFileException when the store does not hold it
   */
  StoredStretch stretch(String sha256, long first, long length) throws IOException;

  /** Small content, such as an image. */
  default byte[] read(String sha256) throws IOException {
    try (StoredFile file = open(sha256)) {
      return Files.readAllBytes(file.path());
    }
  }

  /** Removes the content for good; harmless when it is gone already. */
  void delete(String sha256) throws IOException;

  /** Keys of content that lies elsewhere and has a copy on this machine. */
  default Set<String> copies() {
    return Set.of();
  }

  /** Deletes this machine's copy of content that another machine has deleted for good. */
  default void removeCopy(String sha256) {}

  /** Deletes copies, as far as there are any, until so many bytes of the disk can be used. */
  default void makeRoom(long bytes) {}

  /** Returns when the store answers. */
  void check() throws IOException;

  /**
   * Removes what killed servers left half stored; what is younger than a day may belong to an
   * upload that goes on.
   */
  void removeLeftovers() throws IOException;
}
