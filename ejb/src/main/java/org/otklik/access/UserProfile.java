package org.otklik.access;

import java.util.List;
import java.util.Locale;
import org.otklik.mail.MailAddress;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * A user as an administrator describes them.
 *
 * @param name as shown; the login where it is missing
 * @param email where failures of the user's schedules are told; null for nowhere
 * @param clients codes of the clients that the user may see
 */
public record UserProfile(
    String login, String name, Role role, Locale locale, String email, List<String> clients) {
  private static final int LONGEST_LOGIN = 64;
  private static final int LONGEST_NAME = 200;

  static UserProfile of(AppUser user) {
    return new UserProfile(
        user.login(),
        user.displayName(),
        user.role(),
        user.locale(),
        user.email(),
        user.clients().stream().map(Client::code).sorted().toList());
  }

  /**
   * The same, trimmed.
   *
   * @throws ProblemException FIELD_MISSING or FIELD_INVALID
   */
  UserProfile checked() {
    if (role == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "role");
    }
    return new UserProfile(
        login,
        name == null || name.isBlank() ? login : Fields.text("name", name, LONGEST_NAME),
        role,
        locale == null ? Locale.ENGLISH : locale,
        email == null || email.isBlank() ? null : MailAddress.of("email", email),
        clients.stream().distinct().sorted().toList());
  }

  /** As {@link #checked()}, of somebody who is not there yet. */
  UserProfile checkedNew() {
    String known = Fields.text("login", login, LONGEST_LOGIN).toLowerCase(Locale.ROOT);
    if (!known.matches("[a-z0-9][a-z0-9._@-]*")) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "login", Fields.shortened(known), "a-z 0-9 . _ @ -");
    }
    return new UserProfile(known, name, role, locale, email, clients).checked();
  }
}
