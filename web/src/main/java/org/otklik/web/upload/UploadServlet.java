package org.otklik.web.upload;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
          .receive(
              actor,
              QueryString.fields(request.getQueryString()),
              request.getContentType(),
              request.getInputStream())
          .publicId();
    }
    UUID subject = path.length == 3 ? id(path[2]) : null;
    if (subject != null && path[1].equals("campaigns")) {
      return uploads
          .creative(
              actor,
              subject,
              QueryString.fields(request.getQueryString()),
              request.getContentType(),
              request.getInputStream())
          .publicId();
    }
    if (subject != null && path[1].equals("creatives")) {
      return uploads
          .recording(
              actor,
              subject,
              QueryString.fields(request.getQueryString()),
              request.getContentType(),
              request.getInputStream())
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
}
