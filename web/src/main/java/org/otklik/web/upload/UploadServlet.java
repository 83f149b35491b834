package org.otklik.web.upload;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.image.ImageUploads;
import org.otklik.web.problem.ProblemFinder;
import org.otklik.web.problem.ProblemWriter;

/**
 * Uploads of the portal's pages ({@code upload.js}): {@code POST /upload/campaigns/ID?name=…} and
 * {@code POST /upload/creatives/ID?viewer=…}, the film as the content; {@code POST
 * /upload/images?client=…&name=…}, a ZIP or a form with pictures; the session's token in the header
 * {@code X-Upload-Token}. Answers {@code {"id": …}} or a problem.
 */
@WebServlet("/upload/*")
public class UploadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient FilmUploads uploads;
  @Inject private transient ImageUploads images;
  @Inject private transient CurrentActor me;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      String id = take(request).toString();
      byte[] answer =
          Json.createObjectBuilder()
              .add("id", id)
              .build()
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      response.setStatus(HttpServletResponse.SC_CREATED);
      response.setContentType("application/json");
      response.getOutputStream().write(answer);
    } catch (RuntimeException e) { // the boundary: every problem is told
      String asked = request.getMethod() + " " + request.getRequestURI();
      ProblemWriter.write(request, response, ProblemFinder.of(e, asked));
    }
  }

  private UUID take(HttpServletRequest request) throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw new ProblemException(ProblemCode.METHOD_UNSUPPORTED, request.getMethod(), "POST");
    }
    Actor actor = me.uploader();
    String[] path = String.valueOf(request.getPathInfo()).split("/");
    if (path.length == 2 && path[1].equals("images")) {
      return images
          .receive(actor, query(request), request.getContentType(), request.getInputStream())
          .publicId();
    }
    UUID subject = path.length == 3 ? id(path[2]) : null;
    if (subject != null && path[1].equals("campaigns")) {
      return uploads
          .creative(
              actor, subject, query(request), request.getContentType(), request.getInputStream())
          .publicId();
    }
    if (subject != null && path[1].equals("creatives")) {
      return uploads
          .recording(
              actor, subject, query(request), request.getContentType(), request.getInputStream())
          .publicId();
    }
    throw new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Not by getParameterMap: that may read the content, which is the film. */
  private static Map<String, List<String>> query(HttpServletRequest request) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String query = request.getQueryString();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.METHOD_REFUSED, "?");
    }
  }
}
