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
import org.otklik.access.AccessService;
import org.otklik.access.Actor;
import org.otklik.web.portal.Wording;

/** {@code login.xhtml}, and the sign-out of every page. */
@Named
@RequestScoped
public class SignInPage {
  @Inject private AccessService access;
  @Inject private HttpServletRequest request;
  @Inject private Wording wording;

  private String login;
  private String password;
  private String to;

  public void signIn() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    Optional<Actor> actor = access.signIn(login.strip(), password.toCharArray());
    if (actor.isEmpty()) {
      faces.addMessage(
          null,
          new FacesMessage(FacesMessage.SEVERITY_ERROR, wording.of("login.refused"), null));
      return;
    }
    PortalSession.begin(request, actor.get().login());
    ExternalContext external = faces.getExternalContext();
    external.redirect(external.getRequestContextPath() + LocalAddress.orHome(to));
  }

  public void signOut() throws IOException {
    PortalSession.end(request);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + RequestPaths.SIGN_IN + "?out=1");
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
