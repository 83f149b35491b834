package org.otklik.web.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * The parts of a multipart/form-data content (RFC 7578), one after the other as they arrive:
 * nothing is kept in memory or in files, however many pictures there are.
 */
final class FormParts {
  private static final System.Logger LOG = System.getLogger(FormParts.class.getName());
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i);\\s*filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Reads one part. */
  interface PartReader {
    /**
     * @param fileName null for a field that is no file
     */
    void read(String fileName, InputStream content) throws IOException;
  }

  private final InputStream body;
  private final String boundary;

  private FormParts(InputStream body, String boundary) {
    this.body = body;
    this.boundary = boundary;
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
   * @throws ProblemException FORM_MALFORMED, when the content is no whole form
   * @throws IOException when the connection breaks off
   */
  void each(PartReader reader) throws IOException {
    try {
      eachOfForm(reader);
    } catch (EOFException | FileUploadException e) {
      LOG.log(System.Logger.Level.INFO, "No whole form: {0}", e.toString());
      throw new ProblemException(ProblemCode.FORM_MALFORMED, MAX_HEADER_BYTES >> 10);
    }
  }

  private void eachOfForm(PartReader reader) throws IOException {
    MultipartInput parts =
        MultipartInput.builder()
            .setInputStream(body)
            .setBufferSize(BUFFER_BYTES)
            .setBoundary(boundary.getBytes(StandardCharsets.UTF_8))
            .setPartHeaderSizeMax(MAX_HEADER_BYTES)
            .get();
    parts.setHeaderCharset(StandardCharsets.UTF_8);
    if (!parts.skipPreamble()) {
      throw new EOFException("the form ends before its first part");
    }
    do {
      String fileName = fileName(parts.readHeaders());
      try (InputStream content = parts.newInputStream()) { // closing passes over what is left
        reader.read(fileName, content);
      }
    } while (parts.readBoundary());
  }

  /** Browsers write the name in UTF-8, with quotes as %22. */
  private static String fileName(String header) {
    Matcher name = FILE_NAME.matcher(header);
    return name.find()
        ? name.group(1).replace("%22", "\"").replaceAll("\\\\([\"\\\\])", "$1")
        : null;
  }
}
