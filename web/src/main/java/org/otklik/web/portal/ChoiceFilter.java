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

/** {@code ?lang=ru} on any page: remembers the choice and shows the same page by it. */
@WebFilter(filterName = "choices", urlPatterns = "*.xhtml")
public class ChoiceFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int ONE_YEAR_S = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    String rest = Choices.without(query);
    if (!request.getMethod().equals("GET") || query == null || rest.equals(query)) {
      chain.doFilter(request, response);
      return;
    }
    for (Choice choice : Choice.values()) {
      String value = request.getParameter(choice.parameter);
      if (choice.offers(value)) {
        response.addCookie(cookie(choice, value, request.isSecure()));
      }
    }
    String path = request.getContextPath() + request.getServletPath();
    response.sendRedirect(rest.isEmpty() ? path : path + "?" + rest);
  }

  private static Cookie cookie(Choice choice, String value, boolean secure) {
    Cookie cookie = new Cookie(choice.cookie, value);
    cookie.setPath("/");
    cookie.setMaxAge(ONE_YEAR_S);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
