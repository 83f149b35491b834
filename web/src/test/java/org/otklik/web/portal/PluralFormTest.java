package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralFormTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 записей",
    "1, 1 запись",
    "2, 2 записи",
    "4, 4 записи",
    "5, 5 записей",
    "11, 11 записей",
    "12, 12 записей",
    "14, 14 записей",
    "21, 21 запись",
    "22, 22 записи",
    "111, 111 записей",
    "112, 112 записей",
    "121, 121 запись"
  })
  void choosesTheRussianForm(long count, String expected) {
    assertEquals(expected, Sentences.count(Locale.forLanguageTag("ru"), "recordings", count));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 recordings", "1, 1 recording", "2, 2 recordings", "21, 21 recordings"})
  void choosesTheEnglishForm(long count, String expected) {
    assertEquals(expected, Sentences.count(Locale.ENGLISH, "recordings", count));
  }
}
