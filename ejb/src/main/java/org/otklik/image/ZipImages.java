package org.otklik.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Reads an archive from outside, once, into a pack of ours. */
final class ZipImages {
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT_LENGTH = 0xffff;
  private static final int END = 0x06054b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int END_64_LOCATOR_BYTES = 20;

  private static final int LOCAL_HEADER_BYTES = 30;

  /** By which contents are packed that can be read here (APPNOTE.TXT 4.4.5). */
  private static final Set<Integer> METHODS =
      Stream.of(
              ZipMethod.STORED,
              ZipMethod.UNSHRINKING,
              ZipMethod.IMPLODING,
              ZipMethod.DEFLATED,
              ZipMethod.ENHANCED_DEFLATED,
              ZipMethod.BZIP2)
          .map(ZipMethod::getCode)
          .collect(Collectors.toSet());

  private ZipImages() {}

  /**
   * @throws ProblemException when it is no archive, or one that would harm us
   */
  static void unpack(Path archive, ImagePack pack, ImageLimits limits) throws IOException {
    checkDirectory(archive, limits);
    try (ZipFile zip = open(archive)) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
      checkOverlaps(entries);
      checkEncryption(entries);
      ZipNames names = ZipNames.of(entries);
      checkNumber(entries, names, limits);
      pack.limitGrowth(Files.size(archive));
      for (ZipArchiveEntry entry : entries) {
        if (!entry.isDirectory()) {
          take(zip, entry, ImagePath.of(names.name(entry)), pack);
        }
      }
    }
  }

  /** Entries that share their bytes are how a small archive becomes a huge one. */
  private static void checkOverlaps(List<ZipArchiveEntry> entries) {
    long end = 0;
    for (ZipArchiveEntry entry : entries) {
      if (entry.getLocalHeaderOffset() < end) {
        throw new ProblemException(ProblemCode.IMAGES_OVERLAP);
      }
      int nameBytes = entry.getRawName() == null ? 0 : entry.getRawName().length;
      end =
          entry.getLocalHeaderOffset()
              + LOCAL_HEADER_BYTES
              + nameBytes
              + Math.max(0, entry.getCompressedSize());
    }
  }

  private static void checkNumber(
      List<ZipArchiveEntry> entries, ZipNames names, ImageLimits limits) {
    long files =
        entries.stream()
            .filter(one -> !one.isDirectory() && !ImagePath.of(names.name(one)).isLitter())
            .count();
    if (files > limits.images()) {
      throw new ProblemException(ProblemCode.IMAGES_TOO_MANY, limits.images());
    }
  }

  private static void checkEncryption(List<ZipArchiveEntry> entries) {
    List<ZipArchiveEntry> files = entries.stream().filter(one -> !one.isDirectory()).toList();
    if (!files.isEmpty()
        && files.stream().allMatch(one -> one.getGeneralPurposeBit().usesEncryption())) {
      throw new ProblemException(ProblemCode.IMAGES_ENCRYPTED);
    }
  }

  private static ZipFile open(Path archive) {
    try {
      return ZipFile.builder().setPath(archive).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.IMAGES_NOT_A_ZIP);
    }
  }

  private static void take(ZipFile zip, ZipArchiveEntry entry, ImagePath path, ImagePack pack)
      throws IOException {
    if (path.isLitter() || path.text().isEmpty()) {
      return;
    }
    if (entry.getGeneralPurposeBit().usesEncryption() || entry.isUnixSymlink()) {
      pack.refuse(
          path.text(),
          entry.isUnixSymlink() ? UnreadableReason.NOT_A_PICTURE : UnreadableReason.ENCRYPTED);
      return;
    }
    if (!METHODS.contains(entry.getMethod())) {
      pack.refuse(path.text(), UnreadableReason.PACKING_UNSUPPORTED);
      return;
    }
    try (InputStream content = zip.getInputStream(entry)) {
      if (content == null) {
        pack.refuse(path.text(), UnreadableReason.DAMAGED);
      } else {
        pack.add(path, new DamagedAware(checked(content, entry)));
      }
    } catch (DamagedAware.DamagedException e) {
      pack.damaged();
    } catch (ZipException e) { // its local header is none
      pack.refuse(path.text(), UnreadableReason.DAMAGED);
    }
  }

  /** At its end it tells whether it was what the archive says of it. */
  private static InputStream checked(InputStream content, ZipArchiveEntry entry) {
    return new CheckedInputStream(content, new CRC32()) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException("The checksum is another one");
        }
        return read;
      }
    };
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
