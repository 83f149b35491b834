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
import org.otklik.access.signin.SetUpService;
import org.otklik.identity.Account;
import org.otklik.problem.ProblemCode;
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
  private static final long serialVersionUID = 1L;

  /** Attribute of the request: the {@link ProblemException} with which it is refused. */
  static final String REFUSAL = SignedInFilter.class.getName() + ".refusal";

  /** A character that no name has, and that PostgreSQL cannot be asked for. */
  private static final String NUL = "%00";

  /** Attribute of the request: the {@link Account} that it is made by. */
  public static final String ACCOUNT = Account.class.getName();

  @Inject private SetUpService setUp;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPaths.of(request);
    ProblemException refusal = (ProblemException) request.getAttribute(REFUSAL);
    Account account = (Account) request.getAttribute(ACCOUNT);
    if (request.getRequestURI().contains(NUL)) {
      AuthenticateHeader.refuse(
          request, response, new ProblemException(ProblemCode.ADDRESS_UNKNOWN));
    } else if (refusal != null) {
      AuthenticateHeader.refuse(request, response, refusal);
    } else if (account == null && RequestPaths.isPage(path) && setUp.isNeeded()) {
      toSetUp(request, response, chain);
    } else if (RequestPaths.isPublic(path)) {
      chain.doFilter(request, response);
    } else if (account == null) {
      AuthenticateHeader.toSignIn(request, response);
    } else if (account.mustChangePassword() && !RequestPaths.isPasswordChange(path)) {
      AuthenticateHeader.toPasswordChange(request, response);
    } else if (RequestPaths.isAdministration(path) && !account.actor().isAdministrator()) {
      AuthenticateHeader.refuse(request, response, new ProblemException(ProblemCode.NOT_ALLOWED));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void toSetUp(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (RequestPaths.of(request).equals(RequestPaths.SET_UP)) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + RequestPaths.SET_UP);
    }
  }
}
