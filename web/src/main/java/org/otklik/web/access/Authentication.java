package org.otklik.web.access;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.problem.ProblemWriter;

/**
 * The one door: programs come with HTTP Basic, people with the portal's session. Only {@link
 * RequestPaths#isPublic} is open to everybody.
 */
@ApplicationScoped
@DeclareRoles({"ADMINISTRATOR", "ANALYST", "READER"})
public class Authentication implements HttpAuthenticationMechanism {
  @Inject private SignIn signIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    String path = RequestPaths.of(request);
    boolean api = RequestPaths.isApi(path);
    if (api && isForeign(request)) {
      return refuse(request, response, ProblemCode.NOT_ALLOWED);
    }
    Optional<Actor> actor = api ? signIn.ofApi(request) : signIn.ofSession(request);
    if (actor.isPresent()) {
      request.setAttribute(CurrentActor.ATTRIBUTE, actor.get());
      return context.notifyContainerAboutLogin(
          actor.get().login(), Set.of(actor.get().role().name()));
    }
    if (RequestPaths.isPublic(path)) {
      return context.doNothing();
    }
    return challenge(path, request, response, context);
  }

  /** A browser remembers Basic credentials; another site's page must not use them. */
  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return !request.getMethod().equals("GET")
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  private static AuthenticationStatus challenge(
      String path,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context) {
    if (RequestPaths.isApi(path) || RequestPaths.isUpload(path)) {
      // A browser would answer "Basic" with a window of its own over the portal's page.
      boolean ofPortal = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
      response.setHeader(
          "WWW-Authenticate",
          ofPortal ? "Session realm=\"Otklik\"" : "Basic realm=\"Otklik\", charset=\"UTF-8\"");
      return refuse(request, response, ProblemCode.SIGN_IN_NEEDED);
    }
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      return redirectPartially(request, response);
    }
    return context.redirect(request.getContextPath() + RequestPaths.SIGN_IN + returnTo(request));
  }

  private static String returnTo(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") || request.getServletPath().length() <= 1) {
      return "";
    }
    String query = request.getQueryString();
    String address = request.getServletPath() + (query == null ? "" : "?" + query);
    return "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  private static AuthenticationStatus refuse(
      HttpServletRequest request, HttpServletResponse response, ProblemCode code) {
    try {
      ProblemWriter.write(request, response, new ProblemException(code));
    } catch (IOException e) {
      return AuthenticationStatus.SEND_FAILURE; // the caller has gone
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** The session ended while a page was open: its next Ajax request leads to the sign-in. */
  private static AuthenticationStatus redirectPartially(
      HttpServletRequest request, HttpServletResponse response) {
    response.setContentType("text/xml;charset=UTF-8");
    try {
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + request.getContextPath()
                  + RequestPaths.SIGN_IN
                  + "\"/></partial-response>");
    } catch (IOException e) {
      return AuthenticationStatus.SEND_FAILURE; // the caller has gone
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
