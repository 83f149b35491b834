package org.otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived but is not part of the store; closing it throws it away unless kept.
 *
 * @param sentAhead what the store has of it already; null for nothing
 */
public record StagedFile(Path path, String sha256, long sizeBytes, SentAhead sentAhead)
    implements AutoCloseable {
  /** What was sent to a store that lies elsewhere, before it is known whether it is kept. */
  public interface SentAhead {
    /** Harmless when it is gone already. */
    void discard();
  }

  public StagedFile(Path path, String sha256, long sizeBytes) {
    this(path, sha256, sizeBytes, null);
  }

  /** Takes back what was sent ahead; the file itself stays. */
  public void takeBack() {
    if (sentAhead != null) {
      sentAhead.discard();
    }
  }

  @Override
  public void close() {
    takeBack();
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("A staged file could not be removed: " + path, e);
    }
  }
}
