package org.otklik.web.connection;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.otklik.storage.StoredFile;

/** Writes a file whenever its reader is ready for more; takes the memory of one buffer. */
final class FileSender implements WriteListener {
  private static final System.Logger LOG = System.getLogger(FileSender.class.getName());
  private static final int BUFFER_BYTES = 1 << 16;

  private final StoredFile stored;
  private final FileChannel file;
  private final ServletOutputStream out;
  private long left;
  private AsyncContext async;

  private FileSender(StoredFile stored, FileChannel file, long left, ServletOutputStream out) {
    this.stored = stored;
    this.file = file;
    this.left = left;
    this.out = out;
  }

  static FileSender open(SentFile sent, ServletOutputStream out) throws IOException {
    FileChannel file =
        sent.isPassing()
            ? FileChannel.open(
                sent.file().path(), StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)
            : FileChannel.open(sent.file().path(), StandardOpenOption.READ);
    try {
      file.position(sent.first());
      return new FileSender(sent.file(), file, sent.length(), out);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  void begin(AsyncContext context) {
    async = context;
    out.setWriteListener(this);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (left > 0 && out.isReady()) {
      // One of its own each time: the stream may still hold the last one.
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(left, BUFFER_BYTES));
      int read = file.read(buffer);
      if (read < 0) {
        throw new IOException("A file of the store is shorter than it was");
      }
      left -= read;
      out.write(buffer.array(), 0, read);
    }
    if (left == 0 && out.isReady()) {
      end();
    }
  }

  /** A player goes away in the middle at every jump: no error of anybody. */
  @Override
  public void onError(Throwable thrown) {
    LOG.log(Level.DEBUG, "A file was not sent to its end: {0}", thrown.toString());
    end();
  }

  /** Once: a reader may go away just when the last byte was written. */
  private void end() {
    if (!file.isOpen()) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A file could not be closed", e);
    }
    stored.close();
    async.complete();
  }
}
