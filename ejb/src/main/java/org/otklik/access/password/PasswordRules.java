package org.otklik.access.password;

import java.util.Locale;
import java.util.Set;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * What a password must be: long, and not what is guessed first. No rules about kinds of characters,
 * which make passwords alike rather than strong (NIST SP 800-63B, 5.1.1.2).
 */
public final class PasswordRules {
  public static final int MIN_LENGTH = 10;
  public static final int MAX_LENGTH = 200;

  /** Of the commonest passwords in leaked lists, those long enough, English and Russian. */
  private static final Set<String> COMMONEST =
      Set.of(
          "1234567890",
          "0123456789",
          "0987654321",
          "9876543210",
          "12345678910",
          "123456789a",
          "1q2w3e4r5t",
          "1qaz2wsx3edc",
          "qwertyuiop",
          "qwerty12345",
          "qwerty123456",
          "password12",
          "password123",
          "password1234",
          "passw0rd123",
          "iloveyou123",
          "welcome123",
          "letmein123",
          "administrator",
          "admin12345",
          "admin123456",
          "changeme123",
          "qwertyuiop123",
          "asdfghjkl123",
          "q1w2e3r4t5",
          "q1w2e3r4t5y6",
          "1234512345",
          "1111111111",
          "0000000000",
          "йцукенгшщз",
          "йцукен12345",
          "пароль12345",
          "пароль123456",
          "любовь12345");

  private PasswordRules() {}

  /**
   * @throws ProblemException saying what to choose instead
   */
  public static void check(String login, char[] password) {
    if (password.length < MIN_LENGTH || password.length > MAX_LENGTH) {
      throw new ProblemException(ProblemCode.PASSWORD_LENGTH, MIN_LENGTH, MAX_LENGTH);
    }
    String known = new String(password).strip().toLowerCase(Locale.ROOT);
    String name = login.toLowerCase(Locale.ROOT);
    if (known.equals(name)
        || known.equals(name + name)
        || known.replaceAll("\\d+$", "").equals(name)) {
      throw new ProblemException(ProblemCode.PASSWORD_IS_LOGIN);
    }
    if (COMMONEST.contains(known) || known.chars().distinct().count() < 3) {
      throw new ProblemException(ProblemCode.PASSWORD_COMMON);
    }
  }
}
