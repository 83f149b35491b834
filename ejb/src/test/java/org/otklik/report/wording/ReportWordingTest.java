package org.otklik.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWordingTest {

  private final ReportWording russian = ReportWording.in(Locale.forLanguageTag("ru"));
  private final ReportWording english = ReportWording.in(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, 0 контактов
          1, 1 контакт
          2, 2 контакта
          4, 4 контакта
          5, 5 контактов
          11, 11 контактов
          14, 14 контактов
          21, 21 контакт
          22, 22 контакта
          111, 111 контактов
          1001, 1 001 контакт
          """)
  void putsRussianNounsInTheFormTheNumberAsksFor(long number, String expected) {
    assertEquals(expected, plain(russian.count("viewing", number)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 viewings", "1, 1 viewing", "2, 2 viewings", "21, 21 viewings"})
  void putsEnglishNounsInTheFormTheNumberAsksFor(long number, String expected) {
    assertEquals(expected, english.count("viewing", number));
  }

  @Test
  void writesNumbersInTheLocalesForm() {
    assertEquals("0,5", russian.decimal(0.5, 2));
    assertEquals("0.5", english.decimal(0.5, 2));
    assertEquals("40 %", plain(russian.percent(0.4)));
    assertEquals("40%", english.percent(0.4));
  }

  @Test
  void writesSignsAndNeverANegativeZero() {
    assertEquals("+40", russian.signed(40));
    assertEquals("−12", russian.signed(-12.4));
    assertEquals("0", russian.signed(-0.3));
    assertEquals("0", russian.decimal(-0.001, 1));
  }

  @Test
  void writesADashForWhatIsMissing() {
    assertEquals("—", russian.percent(null));
    assertEquals("—", russian.percent(Double.NaN));
    assertEquals("—", russian.decimal(Double.NaN, 1));
    assertEquals("—", russian.signed(Double.POSITIVE_INFINITY));
    assertEquals("—", russian.date(null, ZoneOffset.UTC));
  }

  @Test
  void keepsEnglishWordsOnAServerWithAnotherLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ru-RU"));
    try {
      assertEquals("Methods", ReportWording.in(Locale.ENGLISH).text("methods.title"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void givesOtherLanguagesEnglishWordsWithTheirOwnDates() {
    ReportWording german = ReportWording.in(Locale.GERMANY);
    assertEquals("Methods", german.text("methods.title"));
    assertEquals(
        "21. November 2026", german.date(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC));
  }

  @Test
  void saysEverythingInBothLanguages() {
    assertEquals(
        new TreeSet<>(english.bundle().keySet()),
        new TreeSet<>(Collections.list(russian.bundle().getKeys())));
    assertEquals("ru", russian.language().getLanguage());
  }

  /** A no-break space belongs to the locale's form, and reads as a space here. */
  private static String plain(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }
}
