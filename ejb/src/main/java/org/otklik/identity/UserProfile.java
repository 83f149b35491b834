package org.otklik.identity;

import java.util.List;
import java.util.Locale;

/**
 * A user as an administrator describes them.
 *
 * @param name as shown; the login where it is missing
 * @param email where failures of the user's schedules are told; null for nowhere
 * @param clients codes of the clients that the user may see
 */
public record UserProfile(
    String login, String name, Role role, Locale locale, String email, List<String> clients) {
  public static UserProfile of(AppUser user) {
    return new UserProfile(
        user.login(),
        user.displayName(),
        user.role(),
        user.locale(),
        user.email(),
        user.clients().stream().map(Client::code).sorted().toList());
  }
}
