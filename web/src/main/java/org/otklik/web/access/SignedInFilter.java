package org.otklik.web.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.problem.ProblemException;

/**
 * The one door: only {@link RequestPaths#isPublic} is open to everybody. It stays shut also on a
 * server where Jakarta Security is configured wrongly and {@link Authentication} is never asked.
 */
@WebFilter(
    filterName = "signed-in",
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = DispatcherType.REQUEST)
public class SignedInFilter extends HttpFilter {
  /** Attribute of the request: the {@link ProblemException} with which it is refused. */
  static final String REFUSAL = SignedInFilter.class.getName() + ".refusal";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ProblemException refusal = (ProblemException) request.getAttribute(REFUSAL);
    if (refusal != null) {
      Challenge.refuse(request, response, refusal);
    } else if (request.getAttribute(CurrentActor.ATTRIBUTE) != null
        || RequestPaths.isPublic(RequestPaths.of(request))) {
      chain.doFilter(request, response);
    } else {
      Challenge.toSignIn(request, response);
    }
  }
}
