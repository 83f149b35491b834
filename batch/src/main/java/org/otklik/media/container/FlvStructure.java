package org.otklik.media.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Flash video: tags, each with its length before and behind it. */
final class FlvStructure {
  private static final int LENGTH_BYTES = 4;
  private static final int TAG_HEADER_BYTES = 11;
  private static final int SOUND = 8;
  private static final int SCRIPT = 18;
  private static final byte[] FILE_SIZE = "filesize".getBytes(StandardCharsets.US_ASCII);

  private FlvStructure() {}

  static FileStructure read(FileBytes bytes) throws IOException {
    long at = bytes.unsigned32(5) + LENGTH_BYTES;
    while (at < bytes.size()) {
      if (Magic.at(bytes, at) != Magic.NONE) {
        return FileStructure.JOINED;
      }
      int type = bytes.at(at) & 0x1f;
      if (type < SOUND || type > SCRIPT) {
        return FileStructure.CUT_OFF;
      }
      at += TAG_HEADER_BYTES + bytes.unsigned24(at + 1) + LENGTH_BYTES;
    }
    long stated = statedBytes(bytes);
    if (stated > bytes.size()) {
      return FileStructure.cutOff(stated, bytes.size());
    }
    return at > bytes.size() + LENGTH_BYTES ? FileStructure.CUT_OFF : FileStructure.WHOLE;
  }

  /** As the first tag says, if it does: a name, a type (0 is a number) and the number; else 0. */
  private static long statedBytes(FileBytes bytes) throws IOException {
    long tag = bytes.unsigned32(5) + LENGTH_BYTES;
    if (tag >= bytes.size() || (bytes.at(tag) & 0x1f) != SCRIPT) {
      return 0;
    }
    long end = Math.min(bytes.size(), tag + TAG_HEADER_BYTES + bytes.unsigned24(tag + 1));
    for (long at = tag; at + FILE_SIZE.length + 1 + Double.BYTES <= end; at++) {
      if (isNamed(bytes, at) && bytes.at(at + FILE_SIZE.length) == 0) {
        return (long) Double.longBitsToDouble(bytes.signed64(at + FILE_SIZE.length + 1));
      }
    }
    return 0;
  }

  private static boolean isNamed(FileBytes bytes, long at) throws IOException {
    for (int i = 0; i < FILE_SIZE.length; i++) {
      if (bytes.at(at + i) != FILE_SIZE[i]) {
        return false;
      }
    }
    return true;
  }
}
