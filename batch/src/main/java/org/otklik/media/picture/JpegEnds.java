package org.otklik.media.picture;

import java.util.Arrays;

/** What programs get wrong before and after a JPEG, and all viewers overlook. */
final class JpegEnds {
  private static final int MAX_BLANKS = 16;

  private JpegEnds() {}

  /** Without line breaks before it, and with the mark of its end; other files as they are. */
  static byte[] mended(byte[] content) {
    int start = 0;
    while (start < Math.min(MAX_BLANKS, content.length) && isBlank(content[start])) {
      start++;
    }
    if (!begins(content, start)) {
      return content;
    }
    boolean ended = isMarkAt(content, content.length - 2, 0xd9) || contains(content, 0xd9);
    byte[] mended = Arrays.copyOfRange(content, start, content.length + (ended ? 0 : 2));
    if (!ended) {
      // The last bytes may be the first half of the mark.
      int end = mended.length - 2;
      mended[end] = (byte) 0xff;
      mended[end + 1] = (byte) 0xd9;
    }
    return mended;
  }

  private static boolean isBlank(byte b) {
    return b == '\n' || b == '\r' || b == ' ' || b == '\t';
  }

  private static boolean begins(byte[] content, int start) {
    return isMarkAt(content, start, 0xd8)
        && start + 2 < content.length
        && (content[start + 2] & 0xff) == 0xff;
  }

  private static boolean isMarkAt(byte[] content, int at, int mark) {
    return at >= 0
        && at + 1 < content.length
        && (content[at] & 0xff) == 0xff
        && (content[at + 1] & 0xff) == mark;
  }

  /** In the last bytes: cameras and editors write something behind the end. */
  private static boolean contains(byte[] content, int mark) {
    for (int at = content.length - 2; at > 0; at--) {
      if (isMarkAt(content, at, mark)) {
        return true;
      }
      if (isMarkAt(content, at, 0xda)) { // the last scan begins here
        return false;
      }
    }
    return false;
  }
}
