package org.otklik.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.upload.ArrivingFile;

/** The headers of the tus protocol, version 1.0.0. */
final class TusHeaders {
  static final String VERSION = "1.0.0";
  static final String PART_TYPE = "application/offset+octet-stream";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  private TusHeaders() {}

  /**
   * @throws ProblemException UPLOAD_VERSION
   */
  static void requireVersion(HttpServletRequest request, HttpServletResponse response) {
    if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
      response.setHeader("Tus-Version", VERSION);
      throw new ProblemException(ProblemCode.UPLOAD_VERSION);
    }
  }

  /** A method that a proxy lets through may stand for another one. */
  static String method(HttpServletRequest request) {
    String meant = request.getHeader("X-HTTP-Method-Override");
    return request.getMethod().equals("POST") && meant != null ? meant : request.getMethod();
  }

  /** A number of bytes. */
  static long number(HttpServletRequest request, String header) {
    String value = request.getHeader(header);
    if (value == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, header);
    }
    if (!NUMBER.matcher(value).matches()) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, header, Fields.shortened(value), "0, 1, 2, …");
    }
    return Long.parseLong(value);
  }

  /** The file as announced: its length, and what {@code Upload-Metadata} says of it. */
  static ArrivingFile file(HttpServletRequest request) {
    Map<String, String> metadata = metadata(request.getHeader("Upload-Metadata"));
    String modified = metadata.getOrDefault("modified", "");
    String query = request.getQueryString();
    return new ArrivingFile(
        query == null ? "" : query,
        metadata.get("filename"),
        NUMBER.matcher(modified).matches() ? Instant.ofEpochMilli(Long.parseLong(modified)) : null,
        number(request, "Upload-Length"));
  }

  /** Pairs of a name and a value in Base64, separated by commas. */
  static Map<String, String> metadata(String header) {
    Map<String, String> metadata = new HashMap<>();
    for (String pair : header == null || header.isBlank() ? new String[0] : header.split(",")) {
      String[] words = pair.strip().split(" ");
      try {
        byte[] value = Base64.getDecoder().decode(words.length > 1 ? words[1] : "");
        metadata.put(words[0], new String(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, "Upload-Metadata", Fields.shortened(pair), "Base64");
      }
    }
    return metadata;
  }
}
