package org.otklik.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.otklik.access.AccessService;
import org.otklik.access.NewUserRequest;
import org.otklik.access.signin.SetUpService;
import org.otklik.identity.Actor;
import org.otklik.identity.Role;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.LocalAddress;
import org.otklik.web.session.Passwords;
import org.otklik.web.session.PortalSession;
import org.otklik.web.session.RequestPaths;
import org.otklik.web.session.SignInAttempts;

/** {@code setup.xhtml}: the first administrator of a server without users. */
@Named
@RequestScoped
public class SetUpPage {

  /** Before the names of its fields. */
  private static final String FORM = "setup";

  @Inject private SetUpService setUp;
  @Inject private AccessService access;
  @Inject private SignInAttempts attempts;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  @Inject private FormProblems problems;

  private String code;
  private String login;
  private String name;
  private String client;
  private String password;
  private String again;

  /** Who comes too late is led to the sign-in. */
  public void look() {
    if (!setUp.isNeeded()) {
      PageRedirect.to(RequestPaths.SIGN_IN);
    }
  }

  public void make() {
    problems.told(
        FORM,
        () -> {
          checkCode();
          Passwords.requireAlike(password, again);
          NewUserRequest administrator =
              new NewUserRequest(
                  login,
                  name,
                  password,
                  null,
                  Role.ADMINISTRATOR,
                  language.getTag(),
                  null,
                  List.of());
          Actor made = setUp.makeAdministrator(code, administrator, client);
          access.account(made.login()).ifPresent(it -> PortalSession.begin(request, it));
          PageRedirect.to(LocalAddress.HOME);
        });
  }

  /** A chosen code may be a short one. */
  private void checkCode() {
    Optional<String> right =
        attempts.attempt(
            RequestPaths.SET_UP,
            request.getRemoteAddr(),
            true,
            () -> Optional.ofNullable(code).filter(setUp::isCode));
    if (right.isEmpty()) {
      throw new ProblemException(ProblemCode.SETUP_CODE_WRONG);
    }
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = client;
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
