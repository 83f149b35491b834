package org.otklik.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file's bytes at any place, through one window; beyond its end there are zeros. */
final class FileBytes implements AutoCloseable {
  private static final int WINDOW_BYTES = 1 << 16;

  private final FileChannel file;
  private final long size;
  private final byte[] window = new byte[WINDOW_BYTES];
  private long windowAt = -1;
  private int windowLength;

  private FileBytes(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  static FileBytes open(Path path) throws IOException {
    return new FileBytes(FileChannel.open(path));
  }

  long size() {
    return size;
  }

  int at(long place) throws IOException {
    if (place < 0 || place >= size) {
      return 0;
    }
    if (windowAt < 0 || place < windowAt || place >= windowAt + windowLength) {
      fill(place);
    }
    return windowLength == 0 ? 0 : window[(int) (place - windowAt)] & 0xff;
  }

  private void fill(long place) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(window);
    int length = 0;
    while (buffer.hasRemaining() && length >= 0) {
      length = file.read(buffer, place + buffer.position());
    }
    windowAt = place;
    windowLength = buffer.position();
  }

  private ByteBuffer bytes(long place, int count) throws IOException {
    byte[] copy = new byte[count];
    for (int i = 0; i < count; i++) {
      copy[i] = (byte) at(place + i);
    }
    return ByteBuffer.wrap(copy);
  }

  String ascii(long place, int count) throws IOException {
    return new String(bytes(place, count).array(), StandardCharsets.ISO_8859_1);
  }

  long unsigned32(long place) throws IOException {
    return bytes(place, 4).getInt() & 0xffffffffL;
  }

  long unsigned24(long place) throws IOException {
    return unsigned32(place) >> 8;
  }

  long unsigned32LittleEndian(long place) throws IOException {
    return bytes(place, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
  }

  long signed64(long place) throws IOException {
    return bytes(place, 8).getLong();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
