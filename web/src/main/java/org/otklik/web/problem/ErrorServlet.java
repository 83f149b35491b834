package org.otklik.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Where the container sends every error that nobody has answered: programs get a problem, people a
 * page.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** What the error page shows: a {@link ProblemException}. */
  public static final String PROBLEM = ErrorServlet.class.getName() + ".problem";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    ProblemException problem = problem(request);
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String context = request.getContextPath();
    if (path != null
        && (path.startsWith(context + "/api") || path.startsWith(context + "/upload/"))) {
      ProblemWriter.write(request, response, problem);
    } else {
      response.setStatus(ProblemStatus.of(problem.code()));
      request.setAttribute(PROBLEM, problem);
      request.getRequestDispatcher("/error.xhtml").forward(request, response);
    }
  }

  private static ProblemException problem(HttpServletRequest request) {
    Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (thrown != null) {
      return ProblemFinder.of(thrown, String.valueOf(asked));
    }
    Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status == null || status == HttpServletResponse.SC_NOT_FOUND) {
      return new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
    }
    if (status == HttpServletResponse.SC_FORBIDDEN) {
      return new ProblemException(ProblemCode.NOT_ALLOWED);
    }
    if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      return new ProblemException(ProblemCode.METHOD_REFUSED, "HTTP " + status);
    }
    return ProblemFinder.of(new IllegalStateException("Status " + status), String.valueOf(asked));
  }
}
