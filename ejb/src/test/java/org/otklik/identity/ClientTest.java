package org.otklik.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
  @ParameterizedTest
  @CsvSource({
    "Acme,            acme",
    "Café Noir,       cafe-noir",
    "' 7 Seas & Co. ', 7-seas-co",
    "Чай Tea,         tea",
    "Чай,             client",
    "--x--,           x"
  })
  void codeIsMadeOfLatinLettersAndDigits(String name, String code) {
    Client client = Client.named(name);
    assertEquals(code, client.code());
    assertEquals(name.strip(), client.name());
  }

  @Test
  void codeOfALongNameFits() {
    String code = Client.named("a ".repeat(100)).code();
    assertTrue(code.matches("[a-z0-9][a-z0-9-]{0,62}"), code);
  }
}
