package org.otklik.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewUserTest {
  @ParameterizedTest
  @CsvSource({
    "anna,            a@x.com, anna",
    "Anna.Smith,      a@x.com, anna.smith",
    ",                a@x.com, a@x.com",
    "CORP\\anna,      a@x.com, corp-anna",
    "анна,            a@x.com, user",
    "-_.@anna,        a@x.com, anna",
    "'a b\r\nc',      a@x.com, a-b-c",
    ",                ,        user"
  })
  void loginHasOnlyCharactersOfLogins(String preferred, String email, String expected) {
    assertEquals(expected, NewUser.logins(who(preferred, email, null)).findFirst().orElseThrow());
  }

  @Test
  void otherLoginsFollowThatAreNotTooLong() {
    assertEquals(
        List.of("anna", "anna-2", "anna-3"),
        NewUser.logins(who("anna", null, null)).limit(3).toList());
    String long100 = "a".repeat(100);
    assertTrue(
        NewUser.logins(who(long100, null, null))
            .limit(1000)
            .allMatch(login -> login.length() <= 64));
  }

  @Test
  void nameIsOneLineAndNotTooLong() {
    assertEquals("Anna Smith", NewUser.name(who("a", null, " Anna\r\nSmith "), "a"));
    assertEquals("a", NewUser.name(who("a", null, " \t "), "a"));
    assertEquals(200, NewUser.name(who("a", null, "x".repeat(300)), "a").length());
  }

  private static ProvenIdentity who(String preferred, String email, String name) {
    return new ProvenIdentity(
        "https://id.example.com", "1", preferred, name, email, Locale.ENGLISH, Set.of(), Set.of());
  }
}
