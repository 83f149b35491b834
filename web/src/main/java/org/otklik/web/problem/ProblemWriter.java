package org.otklik.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.otklik.problem.ProblemException;

/** Writes a problem where no JAX-RS does. */
public final class ProblemWriter {
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemWriter() {}

  public static void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    if (response.isCommitted()) {
      return; // the caller has the beginning of another answer already
    }
    Locale locale = ProblemLanguage.of(request);
    ProblemView view = ProblemView.of(problem, locale);
    JsonObject json =
        Json.createObjectBuilder()
            .add("type", view.type())
            .add("title", view.title())
            .add("status", view.status())
            .add("detail", view.detail())
            .add("code", view.code().name())
            .build();
    byte[] content = json.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(view.status());
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Content-Language", locale.getLanguage());
    response.setHeader("Cache-Control", "no-store");
    ProblemStatus.retrySeconds(problem.code())
        .ifPresent(seconds -> response.setHeader("Retry-After", seconds));
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
    response.flushBuffer(); // sent as it is: the container would make an error page of a 401
  }
}
