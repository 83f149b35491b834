package org.otklik.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the administrator named at start-up, so that somebody can sign in to a new server: {@code
 * otklik.first-user.login} and {@code otklik.first-user.password}, or the environment variable
 * {@code OTKLIK_FIRST_USER_PASSWORD}; and the client {@code otklik.first-user.client} with the name
 * {@code otklik.first-user.client-name}. Failures of that user's schedules are told to {@code
 * otklik.first-user.email}.
 */
@Singleton
@Startup
public class FirstUser {
  private static final System.Logger LOG = System.getLogger(FirstUser.class.getName());

  @Inject private AccessService access;

  @PostConstruct
  void provide() {
    Optional<String> client = property("otklik.first-user.client");
    client.ifPresent(
        code -> access.provideClient(code, property("otklik.first-user.client-name").orElse(code)));
    property("otklik.first-user.login").ifPresent(login -> provide(login, client));
  }

  private void provide(String login, Optional<String> client) {
    String password =
        property("otklik.first-user.password")
            .or(() -> given(System.getenv("OTKLIK_FIRST_USER_PASSWORD")))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "otklik.first-user.login is set, but no otklik.first-user.password."));
    Locale locale = Locale.forLanguageTag(property("otklik.first-user.locale").orElse("en"));
    access.provideUser(
        login,
        property("otklik.first-user.name").orElse(login),
        password.toCharArray(),
        Role.ADMINISTRATOR,
        locale,
        client.stream().toArray(String[]::new));
    property("otklik.first-user.email")
        .ifPresent(email -> access.changeEmail(Actor.JOB, login, email));
    LOG.log(System.Logger.Level.INFO, "The first user is there: {0}", login);
  }

  private static Optional<String> property(String name) {
    return given(System.getProperty(name));
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
