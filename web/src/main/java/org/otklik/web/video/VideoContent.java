package org.otklik.web.video;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A stretch of a video on its way to a player; takes the memory of one buffer. */
final class VideoContent implements StreamingOutput {
  private static final System.Logger LOG = System.getLogger(VideoContent.class.getName());
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path video;
  private final ByteRange range;

  VideoContent(Path video, ByteRange range) {
    this.video = video;
    this.range = range;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (FileChannel channel = FileChannel.open(video, StandardOpenOption.READ)) {
      channel.position(range.first());
      long left = range.length();
      while (left > 0) {
        buffer.clear().limit((int) Math.min(left, BUFFER_BYTES));
        int read = channel.read(buffer);
        if (read < 0) {
          throw new IOException("A video of the store is shorter than it was: " + video);
        }
        left -= read;
        if (!isTaken(buffer.array(), read, out)) {
          return;
        }
      }
    }
  }

  /** A player goes away in the middle at every jump: no error of anybody. */
  private static boolean isTaken(byte[] bytes, int length, OutputStream out) {
    try {
      out.write(bytes, 0, length);
      return true;
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "A player broke off: {0}", gone.toString());
      return false;
    }
  }
}
