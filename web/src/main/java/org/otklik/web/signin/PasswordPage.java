package org.otklik.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.otklik.access.AccessService;
import org.otklik.identity.Account;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.session.LocalAddress;
import org.otklik.web.session.Passwords;
import org.otklik.web.session.PortalSession;
import org.otklik.web.session.RequestPaths;
import org.otklik.web.session.SignInAttempts;
import org.otklik.web.session.SignedInFilter;

/** {@code password.xhtml}: one's own password. */
@Named
@RequestScoped
public class PasswordPage {
  @Inject private AccessService access;
  @Inject private SignInAttempts attempts;
  @Inject private CurrentActor me;
  @Inject private HttpServletRequest request;
  @Inject private PageProblems problems;

  private String old;
  private String password;
  private String again;

  /** This session goes on with a new id; the user's other ones end. */
  public void change() {
    problems.told(
        () -> {
          Passwords.requireAlike(password, again);
          boolean atFirst = isNeeded();
          PortalSession.begin(request, changed(me.get()));
          PageRedirect.to(atFirst ? LocalAddress.HOME : RequestPaths.PASSWORD + "?changed=1");
        });
  }

  /** Whoever sits down at somebody's open browser must not guess the old one either. */
  private Account changed(Actor actor) {
    return attempts
        .attempt(actor.login(), request.getRemoteAddr(), true, () -> tried(actor))
        .orElseThrow(() -> new ProblemException(ProblemCode.PASSWORD_WRONG));
  }

  private Optional<Account> tried(Actor actor) {
    try {
      return Optional.of(access.changePassword(actor, old.toCharArray(), password.toCharArray()));
    } catch (ProblemException e) {
      if (e.code() == ProblemCode.PASSWORD_WRONG) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The password was for one sign-in: it is changed before anything else. */
  public boolean isNeeded() {
    return ((Account) request.getAttribute(SignedInFilter.ACCOUNT)).mustChangePassword();
  }

  /** Never given back to the page. */
  public String getOld() {
    return null;
  }

  public void setOld(String old) {
    this.old = old;
  }

  /** Never given back to the page. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Never given back to the page. */
  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
