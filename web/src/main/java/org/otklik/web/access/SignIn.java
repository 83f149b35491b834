package org.otklik.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.otklik.access.AccessService;
import org.otklik.access.Actor;

/** Finds out on whose behalf a request is made; rights are read anew for each. */
@ApplicationScoped
class SignIn {
  @Inject private AccessService access;
  @Inject private CredentialMemory memory;
  @Inject private SignInAttempts attempts;

  /**
   * The user, if the password is theirs.
   *
   * @throws TooManySignInsException after too many wrong ones
   */
  Optional<Actor> withPassword(HttpServletRequest request, String login, String password) {
    return attempts.attempt(
        login, request.getRemoteAddr(), () -> access.signIn(login, password.toCharArray()));
  }

  /** A program's credentials, or the portal's session where nothing is changed by the request. */
  Optional<Actor> ofApi(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return BasicCredentials.of(header).flatMap(sent -> verified(request, sent));
    }
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads ? ofSession(request) : Optional.empty();
  }

  Optional<Actor> ofSession(HttpServletRequest request) {
    return PortalSession.login(request).flatMap(access::find);
  }

  private Optional<Actor> verified(HttpServletRequest request, BasicCredentials credentials) {
    attempts.check(credentials.login(), request.getRemoteAddr()); // else a guess could be cheap
    if (memory.knows(credentials)) {
      return access.find(credentials.login());
    }
    Optional<Actor> actor = withPassword(request, credentials.login(), credentials.password());
    actor.ifPresent(known -> memory.remember(credentials));
    return actor;
  }
}
