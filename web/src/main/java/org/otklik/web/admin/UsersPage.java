package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.access.UserService;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.user.UserAccountView;

/** {@code admin-users.xhtml}: everybody who may sign in. */
@Named
@RequestScoped
public class UsersPage {
  @Inject private UserService users;
  @Inject private CurrentActor me;

  private List<UserAccountView> all;

  public List<UserAccountView> getUsers() {
    if (all == null) {
      all = users.users(me.get()).stream().map(UserAccountView::of).toList();
    }
    return all;
  }

  /** Codes of the user's clients, or a dash. */
  public String clients(UserAccountView user) {
    return user.clients().isEmpty() ? "–" : String.join(", ", user.clients());
  }
}
