package org.otklik.web.session;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.identity.Account;
import org.otklik.identity.Actor;
import org.otklik.identity.Caller;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.PortalSettings;

/**
 * Finds out who is at the door: programs come with HTTP Basic, people with the portal's session.
 * Whom to turn away is for {@link SignedInFilter}: an answer written here would lack the security
 * headers, and the container would try to write another one after it.
 */
@ApplicationScoped
@DeclareRoles({"ADMINISTRATOR", "ANALYST", "READER"})
public class Authentication implements HttpAuthenticationMechanism {
  @Inject private SignIn signIn;
  @Inject private Caller caller;
  @Inject private PortalSettings portal;
  @Inject private DatabaseWatch database;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = RequestPaths.of(request);
    boolean api = RequestPaths.isApi(path);
    caller.comesFrom(request.getRemoteAddr());
    if (isForeign(request)) {
      return refuse(request, context, new ProblemException(ProblemCode.FOREIGN_REQUEST));
    }
    if (!RequestPaths.needsDatabase(path) || database.isAway()) {
      return context.doNothing(); // it is the same for everybody; or the next filter says so
    }
    Optional<Account> account;
    try {
      account = api ? signIn.ofApi(request) : signIn.ofSession(request);
    } catch (TooManySignInsException e) {
      response.setHeader("Retry-After", e.retryAfter());
      return refuse(request, context, e);
    } catch (RuntimeException e) { // a boundary: an answer is written by the filter
      Outage outage = Outage.of(e).orElseThrow(() -> e);
      FaultLog.write(outage, e);
      return refuse(request, context, new ProblemException(outage.code()));
    }
    if (account.isEmpty()) {
      return context.doNothing();
    }
    Actor actor = account.get().actor();
    request.setAttribute(SignedInFilter.ACCOUNT, account.get());
    request.setAttribute(CurrentActor.ATTRIBUTE, actor);
    return context.notifyContainerAboutLogin(actor.login(), Set.of(actor.role().name()));
  }

  private static AuthenticationStatus refuse(
      HttpServletRequest request, HttpMessageContext context, ProblemException problem) {
    request.setAttribute(SignedInFilter.REFUSAL, problem);
    return context.doNothing();
  }

  /**
   * A browser remembers Basic credentials and sends its session along; another site's page must not
   * use them, nor sign somebody in, nor listen to a campaign. Old browsers say only the origin;
   * programs say neither and do not listen.
   */
  private boolean isForeign(HttpServletRequest request) {
    boolean listens = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    if (!listens && !changes) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null ? listens : !isOwn(origin, request);
  }

  /** As the browser asked for it, or as the setting says where a proxy does not pass that on. */
  private boolean isOwn(String origin, HttpServletRequest request) {
    String asked = request.getScheme() + "://" + request.getHeader("Host");
    return origin.equalsIgnoreCase(asked)
        || portal.url() != null && portal.url().matches("(?i)" + Pattern.quote(origin) + "(/.*)?");
  }
}
