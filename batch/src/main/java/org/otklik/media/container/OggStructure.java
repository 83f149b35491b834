package org.otklik.media.container;

import java.io.IOException;

/** Ogg: pages (RFC 3533); the first pages of all tracks come before all others. */
final class OggStructure {
  private static final int FIRST_PAGE = 2;
  private static final int LAST_PAGE = 4;
  private static final int FLAGS = 5;
  private static final int SEGMENTS = 26;

  private OggStructure() {}

  static FileStructure read(FileBytes bytes) throws IOException {
    boolean begun = false;
    boolean ended = false;
    long at = 0;
    while (at < bytes.size() && bytes.ascii(at, 4).equals("OggS")) {
      boolean isFirst = (bytes.at(at + FLAGS) & FIRST_PAGE) != 0;
      if (begun && isFirst) {
        return FileStructure.JOINED;
      }
      begun |= !isFirst;
      ended |= (bytes.at(at + FLAGS) & LAST_PAGE) != 0;
      at = end(bytes, at);
    }
    if (at > bytes.size()) {
      return FileStructure.CUT_OFF;
    }
    return ended ? FileStructure.WHOLE : FileStructure.UNTOLD;
  }

  private static long end(FileBytes bytes, long page) throws IOException {
    int segments = bytes.at(page + SEGMENTS);
    long end = page + SEGMENTS + 1 + segments;
    for (int i = 0; i < segments; i++) {
      end += bytes.at(page + SEGMENTS + 1 + i);
    }
    return end;
  }
}
