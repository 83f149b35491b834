package org.otklik.media.container;

import java.io.IOException;

/** ASF, as of WMV: objects, each with its kind and length; the first one is the header. */
final class AsfStructure {
  static final long HEADER = 0x3026B275L;
  private static final int LENGTH = 16;
  private static final int HEADER_BYTES = 24;

  private AsfStructure() {}

  static FileStructure read(FileBytes bytes) throws IOException {
    long at = 0;
    while (at + HEADER_BYTES <= bytes.size()) {
      if (at > 0 && Magic.at(bytes, at) != Magic.NONE) {
        return FileStructure.JOINED;
      }
      long low = bytes.unsigned32LittleEndian(at + LENGTH);
      long length = low | bytes.unsigned32LittleEndian(at + LENGTH + 4) << 32;
      if (length < HEADER_BYTES || length > Long.MAX_VALUE - at) {
        return FileStructure.UNTOLD; // its length was never written
      }
      at += length;
    }
    return at > bytes.size() ? FileStructure.cutOff(at, bytes.size()) : FileStructure.WHOLE;
  }
}
