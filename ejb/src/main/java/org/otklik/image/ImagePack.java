package org.otklik.image;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.storage.MediaDisk;

/**
 * Packs a batch's pictures into one file as they arrive: a ZIP of ours, not compressed, whose
 * entries are named by the images' ordinals, so that no name from outside is ever one of a file. An
 * identifier of its own makes every pack different: none is shared, and it can be deleted with its
 * batch.
 */
final class ImagePack implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long ROOM_STEP_BYTES = 8 << 20;

  private final ZipOutputStream zip;
  private final ImageLimits limits;
  private final List<ListedImage> listed = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private final MediaDisk disk;
  private long bytes;
  private long maxGrownBytes = Long.MAX_VALUE;
  private long roomCheckedAt;

  /**
   * @param disk that is written to
   */
  ImagePack(OutputStream out, ImageLimits limits, MediaDisk disk) throws IOException {
    this.limits = limits;
    this.disk = disk;
    zip =
        new ZipOutputStream(
            new FilterOutputStream(out) {
              @Override
              public void write(byte[] from, int offset, int length) throws IOException {
                out.write(from, offset, length); // the superclass writes byte by byte
              }

              @Override
              public void close() {} // it belongs to the caller
            });
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry("batch"));
    zip.write(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
    zip.closeEntry();
  }

  /** What stands in a pack for an image. */
  static String entry(int ordinal) {
    return Integer.toString(ordinal);
  }

  /** Lists a file that is not even to be decoded. */
  void refuse(String path, UnreadableReason reason) {
    if (listed.size() == limits.images()) {
      throw new ProblemException(ProblemCode.IMAGES_TOO_MANY, limits.images());
    }
    listed.add(new ListedImage(path, reason));
  }

  /**
   * Takes in one file; one that is too large is listed as such and left.
   *
   * @throws ProblemException when all together are too many or too large
   */
  void add(ImagePath path, InputStream content) throws IOException {
    if (!path.isSafe()) {
      refuse(path.text(), UnreadableReason.UNSAFE_PATH);
      return;
    }
    if (!paths.add(path.text())) {
      refuse(path.text(), UnreadableReason.DUPLICATE);
      return;
    }
    refuse(path.text(), null);
    int place = listed.size() - 1;
    zip.putNextEntry(new ZipEntry(entry(place + 1)));
    try {
      if (!copied(content)) {
        listed.set(place, new ListedImage(path.text(), UnreadableReason.TOO_LARGE));
      }
    } finally {
      zip.closeEntry();
    }
  }

  /** Marks the image taken in last: it turned out to be damaged half-way. */
  void damaged() {
    int place = listed.size() - 1;
    listed.set(place, new ListedImage(listed.get(place).path(), UnreadableReason.DAMAGED));
  }

  private boolean copied(InputStream content) throws IOException {
    int size = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      size += read;
      bytes += read;
      if (bytes > limits.unpackedBytes()) {
        throw tooLarge((limits.unpackedBytes() >> 20) + " MiB");
      }
      if (bytes > maxGrownBytes) {
        throw tooLarge("× " + limits.ratio());
      }
      checkRoom();
      if (size > limits.imageBytes()) {
        return false;
      }
      zip.write(buffer, 0, read);
    }
    return true;
  }

  private static ProblemException tooLarge(String limit) {
    return new ProblemException(ProblemCode.IMAGES_UNPACK_TOO_LARGE, limit);
  }

  /** From now on all together may grow no more than pictures ever do, packed in so many bytes. */
  void limitGrowth(long packedBytes) {
    maxGrownBytes = Math.max(ImageLimits.HARMLESS_BYTES, limits.ratio() * packedBytes);
  }

  /** What is written goes to a disk, which others need, too. */
  private void checkRoom() {
    if (bytes - roomCheckedAt >= ROOM_STEP_BYTES) {
      roomCheckedAt = bytes;
      disk.requireRoom(0);
    }
  }

  /** Everything listed so far, in its order. */
  List<ListedImage> listed() {
    return List.copyOf(listed);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
