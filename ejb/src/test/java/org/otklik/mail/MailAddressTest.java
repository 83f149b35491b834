package org.otklik.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemException;

class MailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "first.last+tag@sub.example.com",
        "o'neil@example.co",
        "x@xn--e1afmkfd.xn--p1ai"
      })
  void addressIsTaken(String address) {
    assertEquals(address, MailAddress.of("to", " " + address + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b",
        "a@",
        "a b@c",
        "a@b c",
        "a@b,c@d",
        "<a@b>",
        "A <a@b>",
        "a@b\r\nBcc: c@d",
        "a@b\u0000",
        "a@-b",
        "a@b..c",
        "a@[127.0.0.1]",
        "\"a\"@b",
        "й@example.com"
      })
  void whatIsNoPlainAddressIsRefused(String text) {
    assertThrows(ProblemException.class, () -> MailAddress.of("to", text));
  }

  @Test
  void addressLongerThanSmtpBearsIsRefused() {
    String domain = ("a".repeat(60) + ".").repeat(4) + "com";
    assertThrows(ProblemException.class, () -> MailAddress.of("to", "a".repeat(20) + "@" + domain));
  }
}
