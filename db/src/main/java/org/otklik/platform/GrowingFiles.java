package org.otklik.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether files still change their size, such as the logs of a server that starts: on a slow
 * machine it takes long, but says what it does.
 */
public final class GrowingFiles {
  private final List<Path> files;
  private final InstantSource clock;
  private List<Long> sizes = List.of();
  private Instant changedAt;

  public GrowingFiles(List<Path> files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.changedAt = clock.instant();
  }

  /** Looks at them now: how long ago one of them was last seen changed. */
  public Duration quietFor() throws IOException {
    List<Long> now = new ArrayList<>();
    for (Path file : files) {
      now.add(size(file));
    }
    if (!now.equals(sizes)) {
      sizes = now;
      changedAt = clock.instant();
    }
    return Duration.between(changedAt, clock.instant());
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException notYet) {
      return 0;
    }
  }
}
