package org.otklik.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * An MP4 of any size up to 4 GiB that lies on no disk: between its first box and its pictures comes
 * a box of nothing, so that all pictures lie behind it.
 */
final class LargeVideo {
  private static final int HEADER_BYTES = 8;

  private final byte[] head;
  private final byte[] tail;
  private final long emptyBytes;

  /**
   * @param video a small MP4 as FFmpeg writes it, with 32-bit places of its pictures
   */
  LargeVideo(Path video, long sizeBytes) throws IOException {
    byte[] content = Files.readAllBytes(video);
    int first = ByteBuffer.wrap(content).getInt(0);
    emptyBytes = sizeBytes - content.length - HEADER_BYTES;
    movePictures(content, emptyBytes + HEADER_BYTES);
    head = Arrays.copyOf(content, first + HEADER_BYTES);
    ByteBuffer.wrap(head, first, HEADER_BYTES)
        .putInt((int) (emptyBytes + HEADER_BYTES)) // unsigned
        .put("free".getBytes(StandardCharsets.US_ASCII));
    tail = Arrays.copyOfRange(content, first, content.length);
  }

  long sizeBytes() {
    return head.length + emptyBytes + tail.length;
  }

  /** Its bytes from one place up to another. */
  InputStream bytes(long from, long until) {
    long behind = head.length + emptyBytes;
    long nothing = Math.max(0, Math.min(behind, until) - Math.max(head.length, from));
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                slice(head, from, until),
                new Nothing(nothing),
                slice(tail, from - behind, until - behind))));
  }

  private static InputStream slice(byte[] content, long from, long until) {
    int begin = (int) Math.max(0, Math.min(content.length, from));
    int end = (int) Math.max(begin, Math.min(content.length, until));
    return new ByteArrayInputStream(content, begin, end - begin);
  }

  /** Adds to every entry of the tables of chunks. */
  private static void movePictures(byte[] content, long by) {
    ByteBuffer video = ByteBuffer.wrap(content);
    byte[] name = "stco".getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < content.length - name.length; at++) {
      if (Arrays.equals(content, at, at + name.length, name, 0, name.length)) {
        int entries = video.getInt(at + 8);
        for (int i = 0; i < entries; i++) {
          int place = at + 12 + 4 * i;
          video.putInt(place, (int) (Integer.toUnsignedLong(video.getInt(place)) + by));
        }
      }
    }
  }

  /** So many zeros. */
  private static final class Nothing extends InputStream {
    private long left;

    Nothing(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(left, length);
      Arrays.fill(into, offset, offset + read, (byte) 0);
      left -= read;
      return read;
    }
  }
}
