package org.otklik.web.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.problem.ProblemWriter;
import org.otklik.web.session.RequestPaths;

/** Says to who has not signed in that a request is larger than any that is needed. */
@WebFilter(filterName = "body-limit", urlPatterns = "/*", asyncSupported = true)
public class BodyLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int BYTES_PER_KIB = 1 << 10;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPaths.of(request);
    if (BodyHandler.isTooLarge(path, request.getContentLengthLong())) {
      ProblemWriter.write(
          request,
          response,
          new ProblemException(
              ProblemCode.REQUEST_TOO_LARGE, BodyHandler.maxPublicBytes(path) / BYTES_PER_KIB));
    } else {
      chain.doFilter(request, response);
    }
  }
}
