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
 * @param isPassing whether the file is there for this answer only, and is deleted with its end
 */
public record SentFile(Path file, long first, long length, boolean isPassing) {
  private static final String ATTRIBUTE = SentFile.class.getName();

  public SentFile(Path file, long first, long length) {
    this(file, first, length, false);
  }

  /** Of a file that is written for this answer only. */
  public static SentFile passing(Path file) throws IOException {
    return new SentFile(file, 0, Files.size(file), true);
  }

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
