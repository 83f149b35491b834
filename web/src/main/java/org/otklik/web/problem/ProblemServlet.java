package org.otklik.web.problem;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** A servlet for the scripts of the portal's pages: answers as the API does, problems too. */
public abstract class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(request, response);
    } catch (RuntimeException e) { // the boundary: every problem is told
      String asked = request.getMethod() + " " + request.getRequestURI();
      ProblemWriter.write(request, response, ProblemFinder.of(e, asked));
    }
  }

  protected static void requirePost(HttpServletRequest request) {
    if (!request.getMethod().equals("POST")) {
      throw new ProblemException(ProblemCode.METHOD_UNSUPPORTED, request.getMethod(), "POST");
    }
  }

  protected static void writeJson(HttpServletResponse response, String json) throws IOException {
    response.setContentType("application/json");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
