package org.otklik.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.otklik.access.AccessService;
import org.otklik.identity.Account;
import org.otklik.settings.SessionSettings;

/** Finds out on whose behalf a request is made; rights are read anew for each. */
@ApplicationScoped
public class SignIn {
  @Inject private AccessService access;
  @Inject private CredentialCache memory;
  @Inject private SignInAttempts attempts;
  @Inject private SessionSettings sessions;

  /**
   * The user, if the password is theirs.
   *
   * @throws TooManySignInsException after too many wrong ones
   */
  public Optional<Account> withPassword(HttpServletRequest request, String login, String password) {
    return attempts.attempt(
        login,
        request.getRemoteAddr(),
        access.hasLogin(login),
        () -> access.signIn(login, password.toCharArray()));
  }

  /** A program's credentials, or the portal's session where nothing is changed by the request. */
  public Optional<Account> ofApi(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return BasicCredentials.of(header).flatMap(sent -> verified(request, sent));
    }
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads ? ofSession(request) : Optional.empty();
  }

  public Optional<Account> ofSession(HttpServletRequest request) {
    return PortalSession.login(request, sessions.longest())
        .flatMap(access::account)
        .filter(account -> PortalSession.isOf(request, account));
  }

  private Optional<Account> verified(HttpServletRequest request, BasicCredentials credentials) {
    attempts.check(credentials.login(), request.getRemoteAddr()); // else a guess could be cheap
    Optional<Account> known = remembered(credentials);
    if (known.isPresent()) {
      return known;
    }
    // A program sends many requests at once: the first verifies, the others find that it did.
    return attempts.attempt(
        credentials.login(),
        request.getRemoteAddr(),
        access.hasLogin(credentials.login()),
        () -> remembered(credentials).or(() -> verified(credentials)));
  }

  private Optional<Account> verified(BasicCredentials credentials) {
    Optional<Account> account =
        access.signIn(credentials.login(), credentials.password().toCharArray());
    account.ifPresent(found -> memory.remember(credentials, found.generation()));
    return account;
  }

  private Optional<Account> remembered(BasicCredentials credentials) {
    return access
        .account(credentials.login())
        .filter(account -> memory.knows(credentials, account.generation()));
  }
}
