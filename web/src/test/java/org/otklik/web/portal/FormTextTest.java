package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemException;

class FormTextTest {
  @ParameterizedTest
  @CsvSource({"2.34, 2340", "'2,34', 2340", "' 0 ', 0", "12, 12000", "0.0015, 2"})
  void secondsAreWrittenWithAPointOrAComma(String text, int ms) {
    assertEquals(ms, FormText.milliseconds("at", text));
  }

  @ParameterizedTest
  @CsvSource({"-0.25, -250", "'−1,5', -1500"})
  void someMayBeBelowZero(String text, int ms) {
    assertEquals(ms, FormText.signedMilliseconds("at", text));
    assertThrows(ProblemException.class, () -> FormText.milliseconds("at", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "1:20", "NaN", "1e9", "-1e9", "14400.1"})
  void whatAreNoSecondsOfAVideoIsRefused(String text) {
    assertThrows(ProblemException.class, () -> FormText.signedMilliseconds("at", text));
  }

  @Test
  void nothingIsNothing() {
    assertNull(FormText.milliseconds("at", "  "));
  }
}
