package org.otklik.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Reads an archive from outside, once, into a pack of ours. */
final class ZipImages {
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT_LENGTH = 0xffff;
  private static final int END = 0x06054b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int END_64_LOCATOR_BYTES = 20;

  private ZipImages() {}

  /**
   * @throws ProblemException when it is no archive, or one that would harm us
   */
  static void unpack(Path archive, ImagePack pack, ImageLimits limits) throws IOException {
    checkDirectory(archive, limits);
    try (ZipFile zip = open(archive)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        if (!entry.isDirectory()) {
          take(zip, entry, pack);
        }
      }
      pack.checkGrowth(Files.size(archive));
    }
  }

  private static ZipFile open(Path archive) {
    try {
      return ZipFile.builder().setPath(archive).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.IMAGES_NOT_A_ZIP);
    }
  }

  private static void take(ZipFile zip, ZipArchiveEntry entry, ImagePack pack) throws IOException {
    boolean told = entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
    byte[] raw = entry.getRawName();
    ImagePath path = ImagePath.of(told || raw == null ? entry.getName() : ZipNames.decoded(raw));
    if (path.isLitter() || path.text().isEmpty()) {
      return;
    }
    if (entry.getGeneralPurposeBit().usesEncryption() || entry.isUnixSymlink()) {
      pack.refuse(
          path.text(),
          entry.isUnixSymlink() ? UnreadableReason.NOT_A_PICTURE : UnreadableReason.ENCRYPTED);
      return;
    }
    try (InputStream content = zip.getInputStream(entry)) {
      if (content == null) {
        pack.refuse(path.text(), UnreadableReason.DAMAGED);
      } else {
        pack.add(path, new DamagedAware(content));
      }
    } catch (DamagedAware.DamagedException e) {
      pack.damaged();
    } catch (ZipException e) { // a way of packing that is not known here
      pack.refuse(path.text(), UnreadableReason.DAMAGED);
    }
  }

  /** The table of contents is read into memory before anything of it can be counted. */
  private static void checkDirectory(Path archive, ImageLimits limits) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
      long start = directoryStart(file);
      if (start < 0 || start > file.length()) {
        throw new ProblemException(ProblemCode.IMAGES_NOT_A_ZIP);
      }
      if (file.length() - start > limits.directoryBytes()) {
        throw new ProblemException(ProblemCode.IMAGES_TOO_MANY, limits.images());
      }
    }
  }

  /** By APPNOTE.TXT 4.3.14 to 4.3.16; -1 when there is none. */
  private static long directoryStart(RandomAccessFile file) throws IOException {
    int tailBytes =
        (int) Math.min(file.length(), END_BYTES + MAX_COMMENT_LENGTH + END_64_LOCATOR_BYTES);
    ByteBuffer tail = ByteBuffer.allocate(tailBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.seek(file.length() - tailBytes);
    file.readFully(tail.array());
    for (int at = tailBytes - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        long start = tail.getInt(at + 16) & 0xffffffffL;
        int locator = at - END_64_LOCATOR_BYTES;
        boolean long64 = locator >= 0 && tail.getInt(locator) == END_64_LOCATOR;
        return long64 ? directoryStart64(file, tail.getLong(locator + 8)) : start;
      }
    }
    return -1;
  }

  private static long directoryStart64(RandomAccessFile file, long end) throws IOException {
    if (end < 0 || end + 56 > file.length()) {
      return -1;
    }
    file.seek(end + 48);
    return Long.reverseBytes(file.readLong());
  }
}
