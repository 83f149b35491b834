package org.otklik.media.container;

import java.io.IOException;

/** Finds the inside of a video in a file that does not begin as one. */
final class MissingBeginning {
  /** Looked through at either end of the file. */
  private static final int SEARCHED_BYTES = 8 << 20;

  private MissingBeginning() {}

  static boolean isSeenIn(FileBytes bytes) throws IOException {
    if (Magic.at(bytes, 0) == Magic.MP4) {
      return new Mp4Structure(bytes).hasFragmentsWithoutIndex();
    }
    long rest = Math.max(SEARCHED_BYTES, bytes.size() - SEARCHED_BYTES);
    return Magic.at(bytes, 0) == Magic.NONE
        && (isSeen(bytes, 0, Math.min(SEARCHED_BYTES, bytes.size()))
            || isSeen(bytes, rest, bytes.size()));
  }

  private static boolean isSeen(FileBytes bytes, long from, long until) throws IOException {
    for (long at = from; at < until; at++) {
      boolean seen =
          switch (bytes.at(at)) {
            case 'm' -> isBox(bytes, at);
            case 0x1f -> isCluster(bytes, at);
            case 'i' -> isAviIndex(bytes, at);
            default -> false;
          };
      if (seen) {
        return true;
      }
    }
    return false;
  }

  /** An index or a fragment of MP4: each begins with a header of its own. */
  private static boolean isBox(FileBytes bytes, long at) throws IOException {
    String names = bytes.ascii(at, 12);
    return names.startsWith("moov") && names.endsWith("mvhd")
        || names.startsWith("moof") && names.endsWith("mfhd");
  }

  /** Of WebM and Matroska. */
  private static boolean isCluster(FileBytes bytes, long at) throws IOException {
    if (bytes.unsigned32(at) != MatroskaStructure.CLUSTER) {
      return false;
    }
    int sizeLength = MatroskaStructure.length(bytes.at(at + 4));
    return sizeLength > 0
        && MatroskaStructure.FIRST_IN_CLUSTER.contains(bytes.at(at + 4 + sizeLength));
  }

  /** It lists chunks of the tracks 00 and 01. */
  private static boolean isAviIndex(FileBytes bytes, long at) throws IOException {
    return bytes.ascii(at, 4).equals("idx1") && bytes.ascii(at + 8, 4).matches("0[01](dc|db|wb)");
  }
}
