package org.otklik.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Something the person at the console can act on: one sentence, and where to read more. */
public final class LaunchException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path log;

  public LaunchException(String sentence) {
    this(sentence, null, null);
  }

  public LaunchException(String sentence, Path log) {
    this(sentence, log, null);
  }

  public LaunchException(String sentence, Path log, Throwable cause) {
    super(sentence, cause);
    this.log = log;
  }

  /** The file that tells more, if there is one. */
  public Optional<Path> log() {
    return Optional.ofNullable(log);
  }
}
