package org.otklik.web.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.otklik.outage.LogContext;

/**
 * Gives each request an id, by which its lines of the log are found; the answer names it, so that
 * whoever complains can.
 */
@WebFilter(
    filterName = "request-log",
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = DispatcherType.REQUEST)
public class RequestLogFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-Request-Id";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = UUID.randomUUID().toString();
    response.setHeader(HEADER, id);
    try (LogContext context = LogContext.of(LogContext.Id.REQUEST, id)) {
      chain.doFilter(request, response);
    }
  }
}
