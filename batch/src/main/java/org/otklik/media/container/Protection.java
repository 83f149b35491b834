package org.otklik.media.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whether a file says of itself that its content is encrypted, where the decoder would only find it
 * damaged: ASF by an object of its header, MPEG transport streams by a mark in their packets.
 */
public final class Protection {
  /** First bytes of the two Content Encryption Objects (ASF specification, 3.14 and 3.15). */
  private static final Set<Long> ASF_ENCRYPTION = Set.of(0xfbb31122L, 0x14e68a29L);

  /** Kind, length, number of objects and two reserved bytes. */
  private static final int ASF_HEADER_BYTES = 30;

  private static final int ASF_LENGTH = 16;
  private static final int MIN_ASF_BYTES = 24;

  private static final int SYNC = 0x47;
  private static final int TS_BYTES = 188;

  /** With four bytes of time before each packet, as on discs. */
  private static final int TIMED_TS_BYTES = 192;

  private static final int TS_PACKETS = 2000;
  private static final int TS_MIN_PACKETS = 5;
  private static final int SCRAMBLED = 0xc0;

  private Protection() {}

  /** Reads the header, or the first packets. */
  public static boolean isStatedIn(Path file) throws IOException {
    try (FileBytes bytes = FileBytes.open(file)) {
      return Magic.at(bytes, 0) == Magic.ASF
          ? isAsfEncrypted(bytes)
          : isScrambled(bytes, 0, TS_BYTES) || isScrambled(bytes, 4, TIMED_TS_BYTES);
    }
  }

  private static boolean isAsfEncrypted(FileBytes bytes) throws IOException {
    long end = Math.min(bytes.size(), bytes.unsigned32LittleEndian(ASF_LENGTH));
    long at = ASF_HEADER_BYTES;
    while (at + MIN_ASF_BYTES <= end) {
      if (ASF_ENCRYPTION.contains(bytes.unsigned32(at))) {
        return true;
      }
      at += Math.max(MIN_ASF_BYTES, bytes.unsigned32LittleEndian(at + ASF_LENGTH));
    }
    return false;
  }

  /** A few tables of a protected stream are open: most of its packets are not. */
  private static boolean isScrambled(FileBytes bytes, int first, int packetBytes)
      throws IOException {
    int packets = 0;
    int scrambled = 0;
    for (long at = first; at < bytes.size() && packets < TS_PACKETS; at += packetBytes) {
      if (bytes.at(at) != SYNC) {
        break;
      }
      packets++;
      scrambled += (bytes.at(at + 3) & SCRAMBLED) == 0 ? 0 : 1;
    }
    return packets >= TS_MIN_PACKETS && 2 * scrambled > packets;
  }
}
