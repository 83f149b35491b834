package org.otklik.web.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.problem.ErrorServlet;
import org.otklik.web.problem.ProblemWriter;

/** How those are answered who may not come in: programs by a problem, people by the sign-in. */
public final class AuthenticateHeader {
  private AuthenticateHeader() {}

  static void toSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (isForPrograms(request)) {
      // A browser would answer "Basic" with a window of its own over the portal's page.
      boolean ofPortal = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
      response.setHeader(
          "WWW-Authenticate",
          ofPortal ? "Session realm=\"Otklik\"" : "Basic realm=\"Otklik\", charset=\"UTF-8\"");
      refuse(request, response, new ProblemException(ProblemCode.SIGN_IN_NEEDED));
    } else if (isPartial(request)) {
      redirectPartially(
          request, response, RequestPaths.SIGN_IN + afterwards(pageOf(request), true));
    } else {
      response.sendRedirect(request.getContextPath() + RequestPaths.SIGN_IN + returnTo(request));
    }
  }

  public static void refuse(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException, ServletException {
    if (isForPrograms(request)) {
      ProblemWriter.write(request, response, problem);
    } else if (isPartial(request) && request.getSession(false) != null) {
      request.getSession(false).setAttribute(ErrorServlet.PROBLEM, problem);
      redirectPartially(request, response, ErrorServlet.PATH);
    } else {
      request.setAttribute(ErrorServlet.PROBLEM, problem);
      request.getRequestDispatcher(ErrorServlet.PATH).forward(request, response);
    }
  }

  /** The password was for one sign-in: nothing else is open before it is changed. */
  static void toPasswordChange(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (isForPrograms(request)) {
      refuse(request, response, new ProblemException(ProblemCode.PASSWORD_CHANGE_NEEDED));
    } else if (isPartial(request)) {
      redirectPartially(request, response, RequestPaths.PASSWORD);
    } else {
      response.sendRedirect(request.getContextPath() + RequestPaths.PASSWORD);
    }
  }

  private static boolean isForPrograms(HttpServletRequest request) {
    String path = RequestPaths.of(request);
    return RequestPaths.isApi(path) || RequestPaths.isUpload(path);
  }

  private static boolean isPartial(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  private static String returnTo(HttpServletRequest request) {
    boolean isOver = request.getRequestedSessionId() != null; // there was a session once
    if (!request.getMethod().equals("GET")) {
      return afterwards(pageOf(request), isOver);
    }
    if (request.getServletPath().length() <= 1) {
      return afterwards("", isOver);
    }
    String query = request.getQueryString();
    return afterwards(request.getServletPath() + (query == null ? "" : "?" + query), isOver);
  }

  /** The page that was open when its form was sent; empty where the browser does not say. */
  private static String pageOf(HttpServletRequest request) {
    String referrer = request.getHeader("Referer");
    String portal = request.getScheme() + "://" + request.getHeader("Host");
    String root = portal + request.getContextPath();
    return referrer != null && referrer.startsWith(root + "/")
        ? referrer.substring(root.length())
        : "";
  }

  /**
   * @param address where the sign-in is to lead; empty for the home page
   * @param isOver whether a session ended, which the sign-in page says
   */
  private static String afterwards(String address, boolean isOver) {
    String to = address.isEmpty() ? "" : "to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    String over = isOver ? "over=1" : "";
    String both = to.isEmpty() || over.isEmpty() ? to + over : over + "&" + to;
    return both.isEmpty() ? "" : "?" + both;
  }

  /** The session ended while a page was open: its next Ajax request leads to the sign-in. */
  private static void redirectPartially(
      HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + request.getContextPath()
                + path.replace("&", "&amp;")
                + "\"/></partial-response>");
  }
}
