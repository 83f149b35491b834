package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"40, +40", "-12.5, −12", "0.4, 0", "-0.4, 0", "100, +100"})
  void writeAnIndexWithItsSign(double value, String expected) {
    assertEquals(expected, Figures.index(value, Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({"en, 57%", "ru, 57\u202f%"})
  void writeASharePerCent(String language, String expected) {
    assertEquals(expected, Figures.share(0.567, Locale.forLanguageTag(language)));
  }

  @ParameterizedTest
  @CsvSource({"en, 999, 1 kB", "ru, 916000, 916 КБ", "ru, 12340000, '12,3 МБ'"})
  void writeTheSizeOfAFile(String language, long bytes, String expected) {
    assertEquals(expected, Figures.size(bytes, Locale.forLanguageTag(language)));
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, '29 Nov 2026, 07:22 UTC'",
    "Etc/UTC, '29 Nov 2026, 07:22 UTC'",
    "Europe/Moscow, '29 Nov 2026, 10:22'"
  })
  void tellTimesInAZoneThatIsNamedWhereItIsNobodysOwn(String zone, String expected) {
    assertEquals(
        expected,
        Figures.instant(Instant.parse("2026-11-29T07:22:00Z"), ZoneId.of(zone), Locale.UK));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Moscow, true",
    "Europe%2FMoscow, true",
    "Nowhere/At_all, false",
    "%zz, false"
  })
  void knowTheZoneThatABrowserNames(String sent, boolean isKnown) {
    assertEquals(isKnown, BrowserZone.known(sent).isPresent());
  }
}
