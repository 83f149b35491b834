package org.otklik.access.signin;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.text.PlainText;

/** What somebody may be called whom only the provider knows by now. */
final class NewUser {
  private static final int MAX_LOGIN_LENGTH = 50;
  private static final int MAX_NAME_LENGTH = 200;
  private static final String NOBODY = "user";

  private NewUser() {}

  /**
   * Logins, the best first, without an end: the one the provider proposes, or the mail; then the
   * same with 2, 3 and so on. Whoever has that login already is somebody else.
   */
  static Stream<String> logins(ProvenIdentity who) {
    String wished = who.preferredLogin() == null ? who.verifiedEmail() : who.preferredLogin();
    String login = plain(wished == null ? "" : wished);
    return Stream.concat(
        Stream.of(login), IntStream.iterate(2, i -> i + 1).mapToObj(i -> login + "-" + i));
  }

  /** With nothing but the characters that logins have. */
  private static String plain(String wished) {
    String plain =
        wished
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._@-]+", "-")
            .replaceFirst("^[^a-z0-9]+", "");
    String some = plain.isEmpty() ? NOBODY : plain;
    return some.substring(0, Math.min(MAX_LOGIN_LENGTH, some.length()));
  }

  /** The name as shown; the login where the provider says none. */
  static String name(ProvenIdentity who, String login) {
    String line = who.name() == null ? "" : who.name().replaceAll("\\p{Cntrl}+", " ");
    String name = PlainText.trimmed(PlainText.defused(line));
    return name.isEmpty() || !PlainText.isPlain(name)
        ? login
        : name.substring(0, Math.min(MAX_NAME_LENGTH, name.length()));
  }
}
