package org.otklik.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.outage.DatabaseWatch;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * While the database is away, whatever needs it is answered at once: nobody waits for it, and no
 * sign-in page lets somebody try in vain.
 */
@WebFilter(
    filterName = "outage",
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = DispatcherType.REQUEST)
public class OutageFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private DatabaseWatch database;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (database.isAway() && RequestPaths.needsDatabase(RequestPaths.of(request))) {
      AuthenticateHeader.refuse(request, response, new ProblemException(ProblemCode.DATABASE_AWAY));
    } else {
      chain.doFilter(request, response);
    }
  }
}
