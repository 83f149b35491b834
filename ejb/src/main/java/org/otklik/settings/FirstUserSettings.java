package org.otklik.settings;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The administrator that is made, or given this password, at each start.
 *
 * @param login null: none
 * @param client code of a client that is made, too, and that the user belongs to; null: none
 * @param clientName null: its code
 * @param name null: the login
 * @param email where failures of that user's schedules are reported; null: left as it is
 */
public record FirstUserSettings(
    @ConfigProperty(name = "otklik.first-user.login") String login,
    @ConfigProperty(name = "otklik.first-user.password")
        @Secret
        @NeededWith("otklik.first-user.login")
        String password,
    @ConfigProperty(name = "otklik.first-user.name") String name,
    @ConfigProperty(name = "otklik.first-user.locale", defaultValue = "en")
        @Pattern(regexp = "en|ru", message = "en or ru")
        String locale,
    @ConfigProperty(name = "otklik.first-user.email") String email,
    @ConfigProperty(name = "otklik.first-user.client") String client,
    @ConfigProperty(name = "otklik.first-user.client-name") String clientName) {

  /** Without the password. */
  @Override
  public String toString() {
    return "FirstUserSettings[" + login + "]";
  }
}
