package org.otklik.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms ask for seconds, requests for milliseconds. */
class ProblemInSecondsTest {
  private static ProblemException invalid(String field, String value, String allowed) {
    return new ProblemException(ProblemCode.FIELD_INVALID, field, value, allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "99000, 0…20000, 99, 0…20",
    "3250, 5500 … 20000, 3.25, 5.5 … 20",
    "0, > 5000, 0, > 5"
  })
  void valueAndWhatIsAllowedAreToldInSeconds(
      String value, String allowed, String seconds, String allowedSeconds) {
    assertEquals(
        invalid("endMs", seconds, allowedSeconds).sentence(Locale.ENGLISH),
        invalid("endMs", value, allowed).inSeconds().sentence(Locale.ENGLISH));
  }

  @Test
  void whatWasTypedAsSecondsStays() {
    ProblemException typed = invalid("endMs", "99999", "12.5");
    assertSame(typed, typed.inSeconds());
    ProblemException shots = invalid("maxShots", "99", "1…40");
    assertSame(shots, shots.inSeconds());
  }
}
