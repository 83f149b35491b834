package org.otklik.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class ProblemViewTest {
  @ParameterizedTest
  @CsvSource({
    "FIELD_MISSING, 400",
    "JSON_MALFORMED, 400",
    "SIGN_IN_NEEDED, 401",
    "NOT_ALLOWED, 403",
    "CREATIVE_UNKNOWN, 404",
    "METHOD_UNSUPPORTED, 405",
    "RECORDING_EXISTS, 409",
    "FILM_TOO_LARGE, 413",
    "BODY_IS_A_FORM, 415",
    "FILM_TRUNCATED, 422",
    "FILM_SERVER_BUSY, 503",
    "DATABASE_AWAY, 503",
    "STORE_AWAY, 503",
    "DATABASE_READ_ONLY, 503",
    "DISK_FULL, 507",
    "INTERNAL, 500"
  })
  void hasTheStatusOfItsFamily(ProblemCode code, int status) {
    assertEquals(status, view(code, Locale.ENGLISH).status());
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void isToldInBothLanguages(ProblemCode code) {
    ProblemView english = view(code, Locale.ENGLISH);
    ProblemView russian = view(code, ProblemLanguage.RUSSIAN);
    assertFalse(english.detail().isBlank());
    assertTrue(russian.detail().matches("(?s).*[а-я].*"), russian.detail());
    assertTrue(russian.title().matches(".*[а-я].*"), russian.title());
    assertTrue(english.type().matches("urn:otklik:problem:[a-z-]+"), english.type());
  }

  @Test
  void takesTheFirstWishedLanguageThatThereIs() {
    assertEquals(
        "ru",
        ProblemLanguage.best(List.of(Locale.GERMAN, Locale.forLanguageTag("ru-RU"), Locale.UK))
            .getLanguage());
    assertEquals(Locale.ENGLISH, ProblemLanguage.best(List.of(Locale.GERMAN)));
  }

  private static ProblemView view(ProblemCode code, Locale locale) {
    return ProblemView.of(new ProblemException(code, "a", "b", "c"), locale);
  }
}
