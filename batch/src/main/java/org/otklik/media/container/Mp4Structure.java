package org.otklik.media.container;

import java.io.IOException;
import java.util.Set;

/** MP4 and MOV: boxes (ISO/IEC 14496-12). */
final class Mp4Structure {
  private static final Set<String> FIRST =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx");
  private static final int HEADER_BYTES = 8;

  private final FileBytes bytes;

  private int fileTypes;
  private int indexes;
  private boolean hasFragments;
  private boolean hasFragmentIndex;
  private boolean hasSecondIndexOfAllFrames;

  Mp4Structure(FileBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * @param head eight bytes or more
   */
  static boolean begins(String head) {
    return FIRST.contains(head.substring(4, HEADER_BYTES));
  }

  FileStructure read() throws IOException {
    long at = 0;
    while (at + HEADER_BYTES <= bytes.size() && isBox(at)) {
      note(bytes.ascii(at + 4, 4), at);
      at = end(at);
    }
    boolean joinedByOther = at < bytes.size() && Magic.at(bytes, at) != Magic.NONE && indexes > 0;
    if (joinedByOther || isJoined()) {
      return FileStructure.JOINED;
    }
    if (at > bytes.size() || indexes == 0) {
      return FileStructure.CUT_OFF;
    }
    return hasFragments && !hasFragmentIndex ? FileStructure.UNTOLD : FileStructure.WHOLE;
  }

  boolean hasFragmentsWithoutIndex() throws IOException {
    read();
    return hasFragments && indexes == 0;
  }

  private void note(String type, long at) throws IOException {
    switch (type) {
      case "ftyp" -> fileTypes++;
      case "moov" -> {
        indexes++;
        hasSecondIndexOfAllFrames |= indexes > 1 && !isOfFragments(at);
      }
      case "moof" -> hasFragments = true;
      case "mfra" -> hasFragmentIndex = true;
      default -> {}
    }
  }

  /**
   * Fragments may come with their head repeated, and go on; without fragments nobody reads what is
   * behind a second head.
   */
  private boolean isJoined() {
    return hasSecondIndexOfAllFrames || !hasFragments && fileTypes > 1 && indexes > 0;
  }

  private boolean isOfFragments(long index) throws IOException {
    for (long at = index + HEADER_BYTES; at < Math.min(end(index), bytes.size()); at = end(at)) {
      if (!isBox(at)) {
        return false;
      }
      if (bytes.ascii(at + 4, 4).equals("mvex")) {
        return true;
      }
    }
    return false;
  }

  private boolean isBox(long at) throws IOException {
    boolean isNamed =
        bytes.ascii(at + 4, 4).chars().allMatch(c -> c >= ' ' && c <= '~' || c == 169);
    return isNamed && end(at) >= at + HEADER_BYTES;
  }

  private long end(long at) throws IOException {
    long size = bytes.unsigned32(at);
    if (size == 0) {
      return bytes.size(); // to the end of the file
    }
    long large = size == 1 ? bytes.signed64(at + HEADER_BYTES) : size;
    return large < 0 || large > Long.MAX_VALUE - at ? Long.MAX_VALUE : at + large;
  }
}
