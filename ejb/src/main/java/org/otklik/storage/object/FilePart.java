package org.otklik.storage.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.input.BoundedInputStream;
import software.amazon.awssdk.core.sync.RequestBody;

/** A stretch of a file, to be read as often as it has to be sent. */
record FilePart(Path file, long offset, long length) {
  InputStream open() throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      channel.position(offset);
      return BoundedInputStream.builder()
          .setInputStream(Channels.newInputStream(channel))
          .setMaxCount(length)
          .get();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  RequestBody body() {
    return RequestBody.fromContentProvider(
        () -> {
          try {
            return open();
          } catch (IOException e) {
            throw new UncheckedIOException("A staged file cannot be read.", e);
          }
        },
        length,
        "application/octet-stream");
  }
}
