package org.otklik.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one that got the same id by the time it started.
 *
 * @param startMillis since the epoch, as the operating system tells it
 */
public record ProcessMark(long pid, long startMillis) {
  /** The kernel's boot time is re-estimated, so the same process may move by a second or so. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  public static ProcessMark of(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return new ProcessMark(process.pid(), start.toEpochMilli());
  }

  /** The process itself, if it still lives. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  private boolean isSame(ProcessHandle other) {
    return Math.abs(of(other).startMillis - startMillis) <= TOLERANCE.toMillis();
  }

  public void write(Path file) throws IOException {
    Files.writeString(file, pid + " " + startMillis);
  }

  /** The live process that the file names. */
  public static Optional<ProcessHandle> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] parts = Files.readString(file).trim().split(" ");
    if (parts.length != 2) {
      return Optional.empty();
    }
    return new ProcessMark(Long.parseLong(parts[0]), Long.parseLong(parts[1])).find();
  }
}
