package org.otklik.web.access;

import jakarta.servlet.DispatcherType;
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

/**
 * A second lock: on a server where Jakarta Security is configured wrongly, {@link Authentication} is
 * never asked, and nothing may be open because of that.
 */
@WebFilter(
    filterName = "signed-in",
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = DispatcherType.REQUEST)
public class SignedInFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(CurrentActor.ATTRIBUTE) != null
        || RequestPaths.isPublic(RequestPaths.of(request))) {
      chain.doFilter(request, response);
    } else {
      ProblemWriter.write(request, response, new ProblemException(ProblemCode.SIGN_IN_NEEDED));
    }
  }
}
