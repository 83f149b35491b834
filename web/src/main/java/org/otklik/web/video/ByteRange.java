package org.otklik.web.video;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file, as the header Range asks for it (RFC 9110, 14.1.2).
 *
 * @param first number of its first byte, from 0
 * @param last number of its last byte
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \t]*(\\d*)-(\\d*)[ \t]*");

  /** More digits than any file needs; they still fit a long. */
  private static final int MAX_DIGITS = 18;

  /** No byte of the file lies in the stretch asked for. */
  static final class ImpossibleException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static ByteRange whole(long size) {
    return new ByteRange(0, size - 1);
  }

  /**
   * @param header null where none was sent
   * @param size of the file in bytes, at least 1
   * @return empty where the whole file is to be sent: no range, one that cannot be understood, or
   *     several, which a server may leave aside
   */
  static Optional<ByteRange> of(String header, long size) throws ImpossibleException {
    Matcher single = SINGLE.matcher(header == null ? "" : header);
    if (!single.matches()) {
      return Optional.empty();
    }
    String first = single.group(1);
    String last = single.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(ending(number(last), size));
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    if (to < from) {
      return Optional.empty();
    }
    if (from >= size) {
      throw new ImpossibleException();
    }
    return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
  }

  /** The file's last bytes, so many as asked for or as there are. */
  private static ByteRange ending(long length, long size) throws ImpossibleException {
    if (length == 0) {
      throw new ImpossibleException();
    }
    return new ByteRange(Math.max(0, size - length), size - 1);
  }

  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  long length() {
    return last - first + 1;
  }

  /** Value of the header Content-Range. */
  String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
