package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "lang=ru, ''",
    "id=1&lang=ru, id=1",
    "lang=ru&id=1&colours=dark&second=3, id=1&second=3",
    "slang=ru, slang=ru",
    "id=a%26lang=ru, id=a%26lang=ru"
  })
  void linksKeepWhatThePageIsAbout(String query, String rest) {
    assertEquals(rest, Choices.without(query));
  }

  @ParameterizedTest
  @CsvSource({
    "LANGUAGE, ru, true",
    "LANGUAGE, de, false",
    "COLOURS, dark, true",
    "COLOURS, , false"
  })
  void onlyWhatIsOfferedIsTaken(Choice choice, String value, boolean taken) {
    assertEquals(taken, choice.offers(value));
  }
}
