package org.otklik.upload;

import java.time.Instant;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * A file as its uploader announces it.
 *
 * @param details what is said of the video, as the query of the request
 * @param name to find it again; a path of the uploader's is cut off
 * @param modifiedAt null where not told
 * @param sizeBytes of the whole file
 */
public record ArrivingFile(String details, String name, Instant modifiedAt, long sizeBytes) {
  private static final int MAX_NAME_LENGTH = 255;

  public ArrivingFile {
    String plain = name == null || name.isBlank() ? "video" : name.replaceAll(".*[/\\\\]", "");
    name = Fields.text("filename", plain.isBlank() ? "video" : plain, MAX_NAME_LENGTH);
    if (sizeBytes <= 0) {
      throw new ProblemException(ProblemCode.FILM_EMPTY);
    }
  }
}
