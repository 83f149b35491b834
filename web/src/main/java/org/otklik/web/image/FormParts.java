package org.otklik.web.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a multipart/form-data content (RFC 7578), one after the other as they arrive:
 * nothing is kept in memory or in files, however many pictures there are.
 */
final class FormParts {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i);\\s*filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int MOST_HEADER_BYTES = 16 * 1024;

  /** Reads one part. */
  interface PartReader {
    /**
     * @param fileName null for a field that is no file
     */
    void read(String fileName, InputStream content) throws IOException;
  }

  private final BufferedInputStream in;

  /** What stands before and between the parts: line end, two hyphens, boundary. */
  private final byte[] delimiter;

  /**
   * For each length of what has matched of the delimiter, the length of its longest beginning that
   * is also an end of it (Knuth, Morris, Pratt).
   */
  private final int[] fallback;

  private FormParts(InputStream in, String boundary) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    this.fallback = fallback(delimiter);
  }

  /** Empty where the media type is that of no form, or names no boundary. */
  static Optional<FormParts> of(String mediaType, InputStream body) {
    Matcher boundary = BOUNDARY.matcher(mediaType);
    return mediaType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") && boundary.find()
        ? Optional.of(
            new FormParts(body, boundary.group(1) == null ? boundary.group(2) : boundary.group(1)))
        : Optional.empty();
  }

  /**
   * @throws EOFException when the content ends before its last part does
   */
  void each(PartReader reader) throws IOException {
    // The first delimiter stands at the very beginning, without the line end before it.
    drain(new Content(2));
    while (hasNext()) {
      String fileName = fileName(header());
      Content content = new Content(0);
      reader.read(fileName, content);
      drain(content);
    }
  }

  /** Behind a delimiter: two hyphens at the end, a line end before a part. */
  private boolean hasNext() throws IOException {
    int first = required();
    int second = required();
    while (first == ' ' || first == '\t') { // padding that RFC 2046 allows
      first = second;
      second = required();
    }
    if (first == '-' && second == '-') {
      return false;
    }
    if (first != '\r' || second != '\n') {
      throw new IOException("a delimiter is followed by neither a part nor an end");
    }
    return true;
  }

  /** The lines before the empty one. */
  private String header() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    int lineLength = 0;
    while (true) {
      int next = required();
      if (next == '\n') {
        if (lineLength == 0) {
          return header.toString(StandardCharsets.UTF_8);
        }
        lineLength = 0;
      } else if (next != '\r') {
        lineLength++;
      }
      header.write(next);
      if (header.size() > MOST_HEADER_BYTES) {
        throw new IOException("a part's header is too long");
      }
    }
  }

  /** Browsers write the name in UTF-8, with quotes as %22. */
  private static String fileName(String header) {
    Matcher name = FILE_NAME.matcher(header);
    return name.find()
        ? name.group(1).replace("%22", "\"").replaceAll("\\\\([\"\\\\])", "$1")
        : null;
  }

  private int required() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the form ends in the middle");
    }
    return next;
  }

  private static void drain(Content content) throws IOException {
    byte[] buffer = new byte[1 << 13];
    while (content.read(buffer) >= 0) {
      continue; // what the reader has left
    }
  }

  private static int[] fallback(byte[] pattern) {
    int[] fallback = new int[pattern.length + 1];
    int length = 0;
    for (int i = 1; i < pattern.length; i++) {
      while (length > 0 && pattern[i] != pattern[length]) {
        length = fallback[length];
      }
      if (pattern[i] == pattern[length]) {
        length++;
      }
      fallback[i + 1] = length;
    }
    return fallback;
  }

  /** Up to the next delimiter, which it swallows. */
  private final class Content extends InputStream {
    /** How much of the delimiter the last bytes read are. */
    private int matched;

    /** Bytes of a beginning delimiter that turned out to be content; the first is next. */
    private int owed;

    private int owedFrom;
    private int held = -1;
    private boolean ended;

    Content(int matched) {
      this.matched = matched;
    }

    @Override
    public int read() throws IOException {
      while (!ended) {
        if (owed > 0) {
          owed--;
          return delimiter[owedFrom++] & 0xff;
        }
        if (held >= 0) {
          int next = held;
          held = -1;
          return next;
        }
        step(required());
      }
      return -1;
    }

    private void step(int next) {
      int before = matched;
      while (matched > 0 && (delimiter[matched] & 0xff) != next) {
        matched = fallback[matched];
      }
      if ((delimiter[matched] & 0xff) == next) {
        // What is no longer part of a match is content, and stood at the delimiter's beginning.
        owed = before - matched;
        owedFrom = 0;
        matched++;
        ended = matched == delimiter.length;
      } else {
        owed = before;
        owedFrom = 0;
        held = next;
      }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 ? -1 : count;
        }
        into[offset + count++] = (byte) next;
      }
      return count;
    }
  }
}
