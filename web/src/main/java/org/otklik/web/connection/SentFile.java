package org.otklik.web.connection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.otklik.storage.StoredFile;

/**
 * A stretch of a stored file as the body of an answer. {@link SentFileFilter} sends it once status
 * and headers are set, without a thread: players stop reading whenever they have enough, and phones
 * read as slowly as their network. The file is closed with the answer's end.
 *
 * @param first number of the first byte, from 0
 * @param isPassing whether the file is there for this answer only, and is deleted with its end
 */
public record SentFile(StoredFile file, long first, long length, boolean isPassing) {
  private static final String ATTRIBUTE = SentFile.class.getName();

  public SentFile(StoredFile file, long first, long length) {
    this(file, first, length, false);
  }

  /** Of a file that is written for this answer only. */
  public static SentFile passing(Path file) throws IOException {
    return new SentFile(new StoredFile(file), 0, Files.size(file), true);
  }

  /** The whole file. */
  public static SentFile of(StoredFile file) throws IOException {
    return new SentFile(file, 0, Files.size(file.path()));
  }

  /** Has it sent as the body of the answer to this request. */
  public void send(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The same as the entity of an answer of Jakarta REST, which must say its length. */
  public StreamingOutput entity(HttpServletRequest request) {
    return new StreamingOutput() {
      @Override
      public void write(OutputStream none) {
        send(request);
      }
    };
  }

  static Optional<SentFile> of(HttpServletRequest request) {
    return Optional.ofNullable((SentFile) request.getAttribute(ATTRIBUTE));
  }
}
