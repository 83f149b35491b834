package org.otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has arrived but is not part of the store; closing it throws it away unless kept. */
public record StagedFile(Path path, String sha256, long sizeBytes) implements AutoCloseable {
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("A staged file could not be removed: " + path, e);
    }
  }
}
