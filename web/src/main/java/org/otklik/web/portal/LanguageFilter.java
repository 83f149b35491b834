package org.otklik.web.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** {@code ?lang=ru} on any page: remembers the language and shows the same page in it. */
@WebFilter(filterName = "language", urlPatterns = "*.xhtml")
public class LanguageFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int ONE_YEAR_S = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    if (!request.getMethod().equals("GET") || query == null || !query.contains("lang=")) {
      chain.doFilter(request, response);
      return;
    }
    String tag = request.getParameter("lang");
    if (Language.isOurs(tag)) {
      Cookie cookie = new Cookie(Language.COOKIE, tag);
      cookie.setPath("/");
      cookie.setMaxAge(ONE_YEAR_S);
      cookie.setHttpOnly(true);
      cookie.setSecure(request.isSecure());
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
    String rest = query.replaceAll("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
    String path = request.getContextPath() + request.getServletPath();
    response.sendRedirect(rest.isEmpty() ? path : path + "?" + rest);
  }
}
