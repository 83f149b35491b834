package org.otklik.access.signin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import org.otklik.access.AccessService;
import org.otklik.identity.Actor;
import org.otklik.identity.Role;
import org.otklik.outage.DatabaseWatch;
import org.otklik.settings.FirstUserSettings;

/** Makes the administrator of the settings, so that somebody can sign in to a new server. */
@Singleton
@Startup
@DependsOn("DatabaseWatch")
public class FirstUser {
  private static final System.Logger LOG = System.getLogger(FirstUser.class.getName());

  @Inject private AccessService access;
  @Inject private FirstUserSettings settings;
  @Inject private DatabaseWatch database;

  @PostConstruct
  void provide() {
    if (database.isAway()) {
      return; // the server begins anew once it is there
    }
    String client = settings.client();
    if (client != null) {
      access.provideClient(client, Objects.requireNonNullElse(settings.clientName(), client));
    }
    if (settings.login() != null) {
      provideUser(client == null ? new String[0] : new String[] {client});
    }
  }

  private void provideUser(String... clients) {
    String login = settings.login();
    access.provideUser(
        login,
        Objects.requireNonNullElse(settings.name(), login),
        settings.password().toCharArray(),
        Role.ADMINISTRATOR,
        Locale.forLanguageTag(settings.locale()),
        clients);
    if (settings.email() != null) {
      access.changeEmail(Actor.JOB, login, settings.email());
    }
    LOG.log(System.Logger.Level.INFO, "The first user is there");
  }
}
