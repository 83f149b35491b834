package org.otklik.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Only one live process may use a folder. The operating system lets go of the lock when its holder
 * dies, however it dies; so whoever gets the lock may treat what still runs there as left over.
 */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or says in one sentence that somebody else uses the folder. */
  public static FolderLock take(Path folder) throws IOException {
    FileChannel channel = open(folder.resolve("in-use.lock"));
    if (tryLock(channel) == null) {
      channel.close();
      throw new LaunchException("Another Otklik is already running in " + folder + ".");
    }
    return new FolderLock(channel);
  }

  /** Waits until the lock file is ours. */
  public static FolderLock await(Path file) throws IOException, InterruptedException {
    FileChannel channel = open(file);
    while (tryLock(channel) == null) {
      Thread.sleep(200);
    }
    return new FolderLock(channel);
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisVeryProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
