package org.otklik.web.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemException;

class ListTextTest {
  @Test
  void takesWhatPeopleDivideListsBy() {
    assertEquals(
        List.of("a@x.org", "b@x.org", "c@x.org"), ListText.words("a@x.org; b@x.org,\nc@x.org "));
    assertEquals(List.of(), ListText.words(null));
  }

  @Test
  void takesRangesOfNumbers() {
    assertEquals(List.of(9, 13, 14, 15, 20), ListText.numbers("hours", "9, 13 – 15; 20"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "9-", "15-9", "1.5", "0-999", "-3", "9999999999"})
  void refusesWhatIsNoNumber(String text) {
    assertThrows(ProblemException.class, () -> ListText.numbers("hours", text));
  }

  @Test
  void takesDatesAsBothLanguagesWriteThem() {
    LocalDate day = LocalDate.of(2026, 12, 31);
    assertEquals(
        List.of(day, day, day.minusDays(25)),
        ListText.dates("d", "2026-12-31 31.12.2026\n6.12.2026"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2026", "2026-13-01", "tomorrow", "12/31/2026"})
  void refusesWhatIsNoDate(String text) {
    assertThrows(ProblemException.class, () -> ListText.dates("d", text));
  }
}
