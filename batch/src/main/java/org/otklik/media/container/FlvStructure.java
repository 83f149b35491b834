package org.otklik.media.container;

import java.io.IOException;

/** Flash video: tags, each with its length before and behind it. */
final class FlvStructure {
  private static final int LENGTH_BYTES = 4;
  private static final int TAG_HEADER_BYTES = 11;
  private static final int SOUND = 8;
  private static final int SCRIPT = 18;

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
    return at > bytes.size() + LENGTH_BYTES ? FileStructure.CUT_OFF : FileStructure.WHOLE;
  }
}
