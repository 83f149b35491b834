package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ServerSettings;

/**
 * Videos that have arrived in part, in {@code uploads/} beside the media store. How much of one is
 * there the file itself says, so that nothing can disagree after a crash. A session stays on one
 * node, so one process writes to a video.
 */
@ApplicationScoped
public class PartialVideos {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Longer than the four days for which an upload may be gone on with. */
  private static final Duration MAX_PAUSE = Duration.ofDays(5);

  private final Map<UUID, FileChannel> writing = new ConcurrentHashMap<>();
  private Path folder;
  private MediaDisk disk;

  protected PartialVideos() {}

  @Inject
  public PartialVideos(ServerSettings settings, MediaDisk disk) {
    this(settings.mediaFolder().resolve("uploads"), disk);
  }

  public PartialVideos(Path folder, MediaDisk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** How much is there; a writer that still waits for a lost connection is stopped first. */
  public long settledSize(UUID id) {
    FileChannel stale = writing.remove(id);
    try {
      if (stale != null) {
        stale.close();
      }
      return size(id);
    } catch (IOException e) {
      throw new UncheckedIOException("A partial video cannot be looked at: " + id, e);
    }
  }

  /** How much is there by now; nothing when the video is unknown. */
  public long size(UUID id) {
    try {
      Path file = path(id);
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("A partial video cannot be looked at: " + id, e);
    }
  }

  public Path path(UUID id) {
    return folder.resolve(id + ".part");
  }

  /**
   * @throws ProblemException DISK_FULL when so much more would not fit
   */
  public void requireRoom(long bytes) {
    disk.requireRoom(bytes);
  }

  /**
   * Adds a part. When its stream breaks off, what came of it stays, unless a checksum is given,
   * which can be verified of a whole part only.
   *
   * @param offset where the part begins; must be where the video ends by now
   * @param wholeBytes size of the whole video, which the part must not exceed
   * @param checksum of the part, or null
   * @return how much is there after it
   * @throws ProblemException UPLOAD_OFFSET_WRONG, UPLOAD_CHECKSUM_WRONG, UPLOAD_BROKEN_OFF,
   *     DISK_FULL; FIELD_INVALID when more arrives than was announced
   */
  public long append(
      UUID id, long offset, long wholeBytes, InputStream content, PartChecksum checksum) {
    requireRoom(wholeBytes - offset);
    try (FileChannel file = open(id)) {
      FileChannel stale = writing.put(id, file);
      if (stale != null) {
        stale.close();
      }
      if (file.size() != offset) {
        throw new ProblemException(ProblemCode.UPLOAD_OFFSET_WRONG, offset, file.size());
      }
      file.position(offset);
      return append(file, wholeBytes, content, checksum);
    } catch (ClosedChannelException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF); // another request goes on with it
    } catch (IOException e) {
      throw new UncheckedIOException("A partial video cannot be written: " + id, e);
    } finally {
      writing.values().removeIf(file -> !file.isOpen());
    }
  }

  private FileChannel open(UUID id) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(path(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static long append(
      FileChannel file, long wholeBytes, InputStream content, PartChecksum checksum)
      throws IOException {
    long offset = file.position();
    MessageDigest digest = checksum == null ? null : checksum.digest();
    boolean verified = checksum == null;
    try {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = next(content, buffer); read >= 0; read = next(content, buffer)) {
        if (file.position() + read > wholeBytes) {
          throw new ProblemException(
              ProblemCode.FIELD_INVALID, "Upload-Length", wholeBytes, "≥ " + (wholeBytes + 1));
        }
        write(file, ByteBuffer.wrap(buffer, 0, read));
        if (digest != null) {
          digest.update(buffer, 0, read);
        }
      }
      if (checksum != null && !checksum.matches(digest)) {
        throw new ProblemException(ProblemCode.UPLOAD_CHECKSUM_WRONG);
      }
      verified = true;
      return file.position();
    } finally {
      if (!verified && file.isOpen()) {
        file.truncate(offset);
      }
    }
  }

  private static int next(InputStream content, byte[] buffer) {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
  }

  private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /**
   * Removes what nobody can go on with: of uploads that another node has forgotten, or whose end
   * was missed.
   */
  public void removeForgotten() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant limit = Instant.now().minus(MAX_PAUSE);
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> file.toFile().lastModified() < limit.toEpochMilli()).toList();
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
  }

  /** Harmless when there is nothing. */
  public void remove(UUID id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException("A partial video could not be removed: " + id, e);
    }
  }
}
