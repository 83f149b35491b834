package org.otklik.access.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "four plain words here",
        "тихо едет поезд",
        "k7mq-w2xd-h9fa-3rtz",
        "anna.loves.tea"
      })
  void takesWhatIsLongAndNotGuessedFirst(String password) {
    PasswordRules.check("anna.petrova", password.toCharArray());
  }

  @ParameterizedTest
  @CsvSource({
    "short,           PASSWORD_LENGTH",
    "123456789,       PASSWORD_LENGTH",
    "1234567890,      PASSWORD_COMMON",
    "QwertyUiop,      PASSWORD_COMMON",
    "пароль12345,     PASSWORD_COMMON",
    "ababababababab,  PASSWORD_COMMON",
    "anna.petrova,    PASSWORD_IS_LOGIN",
    "Anna.Petrova,    PASSWORD_IS_LOGIN",
    "anna.petrova99,  PASSWORD_IS_LOGIN",
    "anna.petrovaanna.petrova, PASSWORD_IS_LOGIN"
  })
  void refusesWhatIsGuessedFirst(String password, ProblemCode why) {
    assertEquals(why, refusal("anna.petrova", password));
  }

  @Test
  void refusesWhatWouldTakeLongToHash() {
    assertEquals(ProblemCode.PASSWORD_LENGTH, refusal("anna", "ab c".repeat(51)));
  }

  private static ProblemCode refusal(String login, String password) {
    return assertThrows(
            ProblemException.class, () -> PasswordRules.check(login, password.toCharArray()))
        .code();
  }
}
