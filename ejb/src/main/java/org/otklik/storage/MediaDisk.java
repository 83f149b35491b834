package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ServerSettings;

/**
 * Room for what is stored. Its last part is kept in reserve, for the database and for jobs: what
 * arrives from outside is refused before it is used up.
 */
@ApplicationScoped
public class MediaDisk {
  private static final Logger LOG = System.getLogger(MediaDisk.class.getName());

  /** Beside the reserve; of a large disk less is enough to act in time. */
  private static final double SCANT_SHARE = 0.05;

  private static final long MAX_SCANT_BYTES = 20L << 30;

  private List<Path> folders;
  private long reservedBytes;
  private LongConsumer wanted;

  protected MediaDisk() {}

  @Inject
  public MediaDisk(ServerSettings settings, Event<RoomWanted> wanted) {
    this(
        settings.mediaFolder(),
        settings.reservedBytes(),
        bytes -> wanted.fire(new RoomWanted(bytes)));
  }

  public MediaDisk(Path media, long reservedBytes) {
    this(media, reservedBytes, bytes -> {});
  }

  /**
   * @param wanted called before what arrives is refused, for who can do with less
   */
  MediaDisk(Path media, long reservedBytes, LongConsumer wanted) {
    this.wanted = wanted;
    // What arrives may lie on disks of its own.
    this.folders = List.of(media, media.resolve("staging"), media.resolve("uploads"));
    this.reservedBytes = reservedBytes;
  }

  /** What the fullest of the store's disks has room for, the reserve included. */
  public long freeBytes() {
    try (Stream<Path> there = folders.stream().filter(Files::isDirectory)) {
      return there.mapToLong(MediaDisk::freeBytes).min().orElseGet(() -> freeBytes(parent()));
    }
  }

  /** Before the first file is stored there is no folder. */
  private Path parent() {
    Path folder = folders.get(0).toAbsolutePath();
    while (!Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static long freeBytes(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("The disk cannot be looked at: " + folder, e);
    }
  }

  public long reservedBytes() {
    return reservedBytes;
  }

  /** Whether nothing more is taken; also when it was another disk that had no room just now. */
  public boolean isFull() {
    return freeBytes() < reservedBytes || FaultLog.isCurrent(Outage.DISK);
  }

  /** Whether room for what arrives will be gone soon; true of a full disk, too. */
  public boolean isNearlyFull() {
    return spareBytes() < 0;
  }

  /** What there is beyond what is said to be little; negative on a disk that is nearly full. */
  public long spareBytes() {
    long scant = Math.min((long) (totalBytes() * SCANT_SHARE), MAX_SCANT_BYTES);
    return freeBytes() - reservedBytes - scant;
  }

  /** Somebody needs so much for what arrives: copies of what lies elsewhere are to give way. */
  public record RoomWanted(long bytes) {}

  /** Of the smallest of the store's disks. */
  private long totalBytes() {
    try (Stream<Path> there = folders.stream().filter(Files::isDirectory)) {
      return there.mapToLong(MediaDisk::totalBytes).min().orElseGet(() -> totalBytes(parent()));
    }
  }

  private static long totalBytes(Path folder) {
    try {
      return Files.getFileStore(folder).getTotalSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("The disk cannot be looked at: " + folder, e);
    }
  }

  /**
   * @throws ProblemException DISK_FULL when so much more would not fit beside the reserve
   */
  public void requireRoom(long bytes) {
    if (freeBytes() - reservedBytes < bytes) {
      wanted.accept(bytes);
    }
    long free = freeBytes();
    if (free - reservedBytes < bytes) {
      String detail =
          "%d MiB are free, %d MiB are kept in reserve, %d MiB are asked for"
              .formatted(free >> 20, reservedBytes >> 20, bytes >> 20);
      if (free < reservedBytes) {
        FaultLog.write(Outage.DISK, detail);
      } else {
        LOG.log(Level.WARNING, "There is no room for what somebody sends: {0}", detail);
      }
      throw new ProblemException(ProblemCode.DISK_FULL);
    }
  }
}
