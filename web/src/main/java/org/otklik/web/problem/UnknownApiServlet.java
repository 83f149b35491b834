package org.otklik.web.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** What lies under {@code /api} outside of its versions. */
@WebServlet("/api/*")
public class UnknownApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemWriter.write(request, response, new ProblemException(ProblemCode.ADDRESS_UNKNOWN));
  }
}
