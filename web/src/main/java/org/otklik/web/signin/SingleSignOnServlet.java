package org.otklik.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.access.signin.SingleSignOnAnswer;
import org.otklik.access.signin.SingleSignOnService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.web.openid.OpenIdException;
import org.otklik.web.openid.OpenIdProvider;
import org.otklik.web.openid.PendingSignIn;
import org.otklik.web.openid.ProvenSignIn;
import org.otklik.web.portal.Language;
import org.otklik.web.session.AuthenticateHeader;
import org.otklik.web.session.LocalAddress;
import org.otklik.web.session.PortalSession;
import org.otklik.web.session.RequestPaths;

/**
 * Sign-in by the provider: {@code /sso/begin} leads there, {@code /sso/callback} is where it leads
 * back to. Whatever goes wrong is told by the sign-in page, whose password form still works.
 */
@WebServlet({RequestPaths.SSO_BEGIN, RequestPaths.SSO_CALLBACK})
public class SingleSignOnServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(SingleSignOnServlet.class.getName());

  @Inject private transient SingleSignOnSettings settings;
  @Inject private transient OpenIdProvider provider;
  @Inject private transient SingleSignOnService service;
  @Inject private transient Language language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (!settings.isSetUp()) {
      AuthenticateHeader.refuse(
          request, response, new ProblemException(ProblemCode.ADDRESS_UNKNOWN));
    } else if (request.getServletPath().equals(RequestPaths.SSO_BEGIN)) {
      begin(request, response);
    } else {
      comeBack(request, response);
    }
  }

  /** A look is no sign-in: it would use an answer up. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Allow", "GET");
    response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String to = LocalAddress.orHome(request.getParameter("to"));
    try {
      PendingSignIn pending = PendingSignIns.begin(request, to);
      response.sendRedirect(provider.address(pending, language.getLocale()).toString());
    } catch (OpenIdException e) {
      tell(request, response, failed(e), to);
    }
  }

  private void comeBack(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<PendingSignIn> pending = PendingSignIns.take(request, request.getParameter("state"));
    if (pending.isEmpty()) {
      tell(request, response, SingleSignOnProblem.OVER, LocalAddress.HOME);
      return;
    }
    String to = pending.get().to();
    try {
      ProvenSignIn proven =
          provider.proven(parameters(request), pending.get(), language.getLocale());
      SingleSignOnAnswer answer = service.signIn(proven.identity());
      if (answer.refusal() != null) {
        tell(request, response, SingleSignOnProblem.of(answer.refusal()), to);
        return;
      }
      PortalSession.end(request); // of a passer-by, or of somebody else in this browser
      PortalSession.begin(request, answer.account());
      PortalSession.keepIdToken(request, proven.idToken());
      response.sendRedirect(request.getContextPath() + to);
    } catch (OpenIdException e) {
      tell(request, response, failed(e), to);
    }
  }

  private static SingleSignOnProblem failed(OpenIdException e) {
    LOG.log(System.Logger.Level.WARNING, "Single sign-on: {0}: {1}", e.reason(), e.getMessage());
    return SingleSignOnProblem.of(e.reason());
  }

  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
  }

  private static void tell(
      HttpServletRequest request,
      HttpServletResponse response,
      SingleSignOnProblem problem,
      String to)
      throws IOException {
    response.sendRedirect(
        request.getContextPath()
            + RequestPaths.SIGN_IN
            + "?sso="
            + problem
            + "&to="
            + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }
}
