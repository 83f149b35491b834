package org.otklik.media.container;

import java.io.IOException;
import java.util.Set;

/** WebM and Matroska: elements in elements (RFC 8794, RFC 9559). */
final class MatroskaStructure {
  static final long EBML = 0x1A45DFA3L;
  static final long CLUSTER = 0x1F43B675L;

  /** What a cluster begins with: its time, a checksum, its place, the length of the one before. */
  static final Set<Integer> FIRST_IN_CLUSTER = Set.of(0xE7, 0xBF, 0xA7, 0xAB);

  private static final long SEGMENT = 0x18538067L;

  /** Those whose inside is looked at; the others are passed over. */
  private static final Set<Long> OPENED = Set.of(SEGMENT, CLUSTER);

  private static final long UNKNOWN = -1;

  private final FileBytes bytes;

  MatroskaStructure(FileBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * @param end of its content; {@link #UNKNOWN} where it is not told, as while it is recorded
   */
  private record Element(long id, long content, long end) {}

  FileStructure read() throws IOException {
    long segmentEnd = 0;
    boolean inSegment = false;
    boolean isEndless = false;
    boolean isCutOff = false;
    long at = 0;
    while (at < bytes.size()) {
      boolean mayEnd = !inSegment || isEndless || at >= segmentEnd;
      if (at > 0 && mayEnd && Magic.at(bytes, at) != Magic.NONE) {
        return FileStructure.JOINED;
      }
      Element element = element(at);
      if (element == null) {
        boolean isPadding = inSegment && at >= segmentEnd;
        return isPadding && !isCutOff ? FileStructure.WHOLE : FileStructure.CUT_OFF;
      }
      if (at > 0 && element.id() == EBML || inSegment && element.id() == SEGMENT) {
        return FileStructure.JOINED;
      }
      if (element.id() == SEGMENT) {
        inSegment = true;
        isEndless = element.end() == UNKNOWN;
        segmentEnd = isEndless ? bytes.size() : element.end();
      }
      isCutOff |= element.end() > bytes.size();
      at = OPENED.contains(element.id()) ? element.content() : element.end();
    }
    return isCutOff || !inSegment ? FileStructure.CUT_OFF : FileStructure.WHOLE;
  }

  /** Null where none can begin, or where its end cannot be told. */
  private Element element(long at) throws IOException {
    int idLength = length(bytes.at(at));
    int sizeLength = length(bytes.at(at + idLength));
    if (idLength == 0 || idLength > 4 || sizeLength == 0) {
      return null;
    }
    long id = 0;
    for (int i = 0; i < idLength; i++) {
      id = id << 8 | bytes.at(at + i);
    }
    long content = at + idLength + sizeLength;
    long size = value(at + idLength, sizeLength);
    if (size == UNKNOWN) {
      return OPENED.contains(id) ? new Element(id, content, UNKNOWN) : null;
    }
    return new Element(id, content, Math.addExact(content, size));
  }

  /** By the zeros that it begins with: of 1 to 8 bytes; 0 for none. */
  static int length(int firstByte) {
    return firstByte == 0 ? 0 : Integer.numberOfLeadingZeros(firstByte) - 23;
  }

  private long value(long at, int length) throws IOException {
    long value = bytes.at(at) & (1 << 8 - length) - 1;
    boolean allOnes = value == (1 << 8 - length) - 1;
    for (int i = 1; i < length; i++) {
      allOnes &= bytes.at(at + i) == 0xff;
      value = value << 8 | bytes.at(at + i);
    }
    return allOnes ? UNKNOWN : value;
  }
}
