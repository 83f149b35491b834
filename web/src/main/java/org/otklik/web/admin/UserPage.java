package org.otklik.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.otklik.access.AccessService;
import org.otklik.access.NewUserRequest;
import org.otklik.access.UserRequest;
import org.otklik.access.UserService;
import org.otklik.identity.Role;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.user.ClientView;
import org.otklik.web.user.UserAccountView;

/** {@code admin-user.xhtml}: a user, or a new one. */
@Named
@ViewScoped
public class UserPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Before the names of its fields. */
  private static final String FORM = "user";

  @Inject private UserService users;
  @Inject private AccessService access;
  @Inject private CurrentActor me;
  @Inject private Language language;
  @Inject private FormProblems problems;
  @Inject private Wording wording;

  private String id;
  private boolean there;
  private transient UserAccountView user;
  private transient String oneTimePassword;
  private String login;
  private String name;
  private Role role = Role.ANALYST;
  private String locale;
  private String email;
  private String providerEmail;
  private List<String> clients = List.of();

  /** Fills the form in. */
  public void open() {
    locale = language.getTag();
    if (id != null && !id.isBlank()) {
      fill(UserAccountView.of(users.user(me.get(), id)));
    }
  }

  private void fill(UserAccountView account) {
    there = true;
    id = account.login();
    login = account.login();
    name = account.name();
    role = account.role();
    locale = account.locale();
    email = account.email();
    clients = account.clients();
  }

  public void save() {
    act(
        there ? "user.saved" : providerEmail == null ? "user.created" : "user.created-awaited",
        () -> {
          if (there) {
            users.change(me.get(), login, new UserRequest(name, role, locale, email, clients));
          } else {
            NewUserRequest request =
                new NewUserRequest(login, name, null, providerEmail, role, locale, email, clients);
            oneTimePassword = users.add(me.get(), request);
            id = request.login();
          }
          fill(UserAccountView.of(users.user(me.get(), id)));
        });
  }

  public void awaitProvider() {
    act("user.awaited", () -> users.awaitProvider(me.get(), id, providerEmail));
  }

  public void resetPassword() {
    act("user.password-reset", () -> oneTimePassword = users.resetPassword(me.get(), id));
  }

  public void deactivate() {
    act("user.deactivated", () -> users.deactivate(me.get(), id));
  }

  public void reactivate() {
    act("user.reactivated", () -> users.reactivate(me.get(), id));
  }

  public void endSessions() {
    act("user.sessions-ended", () -> users.endSessions(me.get(), id));
  }

  private void act(String sentence, Runnable act) {
    user = null;
    if (problems.told(FORM, act)) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_INFO, wording.of(sentence, (Object) login), null));
    }
  }

  /** Null while it is being made. */
  public UserAccountView getUser() {
    if (user == null && there) {
      user = UserAccountView.of(users.user(me.get(), id));
    }
    return user;
  }

  public boolean isThere() {
    return there;
  }

  /** Nobody shuts themselves out. */
  public boolean isMyself() {
    return me.get().login().equals(id);
  }

  /** Shown once, on the page that follows the act; null on every other. */
  public String getOneTimePassword() {
    return oneTimePassword;
  }

  public List<ClientView> getAllClients() {
    return access.clients(me.get()).stream().map(ClientView::of).toList();
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
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

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public String getLocale() {
    return locale;
  }

  public void setLocale(String locale) {
    this.locale = locale;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  /** Of the one who is to sign in by the provider; null for a password. */
  public String getProviderEmail() {
    return providerEmail;
  }

  public void setProviderEmail(String providerEmail) {
    this.providerEmail = providerEmail;
  }

  public List<String> getClients() {
    return clients;
  }

  public void setClients(List<String> clients) {
    this.clients = List.copyOf(clients);
  }
}
