package org.otklik.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.otklik.access.Account;
import org.otklik.web.portal.Wording;
import org.primefaces.context.PrimeFacesContext;

/** {@code login.xhtml}, and the sign-out of every page. */
@Named
@RequestScoped
public class SignInPage {
  @Inject private SignIn signIn;
  @Inject private HttpServletRequest request;
  @Inject private Wording wording;

  private String login;
  private String password;
  private String to;

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
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
  }

  public void signOut() throws IOException {
    PortalSession.end(request);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + RequestPaths.SIGN_IN + "?out=1");
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
