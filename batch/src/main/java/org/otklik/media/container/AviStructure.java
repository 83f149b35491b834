package org.otklik.media.container;

import java.io.IOException;

/** AVI: chunks of RIFF; a long one goes on in chunks named AVIX. */
final class AviStructure {
  private static final int HEADER_BYTES = 8;

  private AviStructure() {}

  static FileStructure read(FileBytes bytes) throws IOException {
    long at = 0;
    while (at + HEADER_BYTES <= bytes.size() && bytes.ascii(at, 4).equals("RIFF")) {
      if (at > 0 && bytes.ascii(at + HEADER_BYTES, 4).equals("AVI ")) {
        return FileStructure.JOINED;
      }
      long size = bytes.unsigned32LittleEndian(at + 4);
      if (size == 0 || size == 0xffffffffL) {
        return FileStructure.UNTOLD; // its end was never written
      }
      at += HEADER_BYTES + size + size % 2;
    }
    if (at < bytes.size() && Magic.at(bytes, at) != Magic.NONE) {
      return FileStructure.JOINED;
    }
    return at > bytes.size() + 1 ? FileStructure.cutOff(at, bytes.size()) : FileStructure.WHOLE;
  }
}
