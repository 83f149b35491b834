package org.otklik.web.connection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A stretch of a stored file as the body of an answer. {@link SentFileFilter} sends it once status
 * and headers are set, without a thread: players stop reading whenever they have enough, and phones
 * read as slowly as their network.
 *
 * @param first number of the first byte, from 0
 */
public record SentFile(Path file, long first, long length) {
  private static final String ATTRIBUTE = SentFile.class.getName();

  /** Has the whole file sent as the body of the answer to this request. */
  public static void send(HttpServletRequest request, Path file) throws IOException {
    request.setAttribute(ATTRIBUTE, new SentFile(file, 0, Files.size(file)));
  }

  /** The same as the entity of an answer of Jakarta REST, which must say its length. */
  public StreamingOutput entity(HttpServletRequest request) {
    return new StreamingOutput() {
      @Override
      public void write(OutputStream none) {
        request.setAttribute(ATTRIBUTE, SentFile.this);
      }
    };
  }

  static Optional<SentFile> of(HttpServletRequest request) {
    return Optional.ofNullable((SentFile) request.getAttribute(ATTRIBUTE));
  }
}
