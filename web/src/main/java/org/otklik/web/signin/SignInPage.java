package org.otklik.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.otklik.identity.Account;
import org.otklik.web.openid.OpenIdException;
import org.otklik.web.openid.OpenIdProvider;
import org.otklik.web.portal.FieldMessage;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.LocalAddress;
import org.otklik.web.session.PortalSession;
import org.otklik.web.session.RequestPaths;
import org.otklik.web.session.SignIn;
import org.otklik.web.session.TooManySignInsException;
import org.primefaces.context.PrimeFacesContext;

/** {@code login.xhtml}, and the sign-out of every page. */
@Named
@RequestScoped
public class SignInPage {
  private static final System.Logger LOG = System.getLogger(SignInPage.class.getName());

  @Inject private SignIn signIn;
  @Inject private OpenIdProvider provider;
  @Inject private HttpServletRequest request;
  @Inject private Wording wording;

  private String login;
  private String password;
  private String to;
  private boolean isLeaving;

  public void signIn() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    Optional<Account> account;
    try {
      account = signIn.withPassword(request, login.strip(), password);
    } catch (TooManySignInsException e) {
      external.setResponseStatus(TooManySignInsException.STATUS);
      external.setResponseHeader("Retry-After", e.retryAfter());
      refuse(wording.problem(e));
      return;
    }
    if (account.isEmpty()) {
      refuse(wording.of("login.refused"));
      return;
    }
    PortalSession.begin(request, account.get());
    external.redirect(external.getRequestContextPath() + LocalAddress.orHome(to));
  }

  private static void refuse(String sentence) {
    FacesContext.getCurrentInstance().addMessage(null, new FieldMessage(sentence, "password"));
  }

  /**
   * Ends the session, and leads on to the provider's sign-out if it was the provider that let the
   * user in.
   *
   * @return the page that is seen meanwhile; null where the browser is led on at once
   */
  public String signOut() throws IOException {
    Optional<URI> elsewhere = PortalSession.idToken(request).flatMap(this::signOutAddress);
    PortalSession.end(request);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (elsewhere.isEmpty()) {
      external.redirect(external.getRequestContextPath() + RequestPaths.SIGN_IN + "?out=1");
      return null;
    }
    // No redirect: the answer to a form may lead nowhere but here (form-action).
    external.setResponseHeader("Refresh", "0; url=" + elsewhere.get());
    isLeaving = true;
    return RequestPaths.SIGN_IN;
  }

  /** A provider that is down must not keep anybody from signing out here. */
  private Optional<URI> signOutAddress(String idToken) {
    try {
      return provider.signOutAddress(idToken);
    } catch (OpenIdException e) {
      LOG.log(System.Logger.Level.WARNING, "Not signed out at the provider: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether the browser is on its way to the provider's sign-out. */
  public boolean isLeaving() {
    return isLeaving;
  }

  /** PrimeFaces wants it back with the form; its script sends it, but this page needs no script. */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  /** Never given back to the page. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
