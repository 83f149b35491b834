package org.otklik.storage;

import java.lang.ref.Cleaner;
import java.nio.file.Path;

/**
 * Content of the store as a file of this machine, for reading only. It stays where it is until this
 * is closed, or forgotten: a copy of what lies elsewhere may be deleted after that.
 */
public final class StoredFile implements AutoCloseable {
  /** For who cannot tell when the last reader is done, such as a mail that is tried again. */
  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final Path path;
  private final Cleaner.Cleanable release;

  public StoredFile(Path path) {
    this(path, () -> {});
  }

  /**
   * @param release run once, when nobody reads any more; must not refer to this
   */
  public StoredFile(Path path, Runnable release) {
    this.path = path;
    this.release = FORGOTTEN.register(this, release);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    release.clean();
  }
}
