package org.otklik.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemException;

class AnswerNumberTest {
  @ParameterizedTest
  @CsvSource({
    "9, 9",
    "+9, 9",
    "'9,0', 9",
    "9.00, 9",
    "９, 9",
    "１０, 10",
    "09, 9",
    "9/10, 9",
    "9 / 10, 9",
    "9 из 10, 9",
    "10 out of 10, 10",
    "10 - Extremely likely, 10",
    "10 – крайне вероятно, 10",
    "10 = точно да, 10",
    "0 (not at all likely), 0",
    "0: Not at all, 0",
    "10. Да, 10",
    "9 баллов, 9",
    "9 - maybe, 9",
    "9 - март был лучше, 9",
    "Extremely likely (10), 10",
    "Extremely likely - 10, 10",
    "Отлично: 9, 9",
    "1\u00a00 , ",
    "7\u00a0— хорошо, 7"
  })
  void numberIsFoundInWhatIsWritten(String cell, Integer number) {
    if (number == null) {
      assertThrows(ProblemException.class, () -> of(cell));
    } else {
      assertEquals(number, of(cell));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "–",
        "—",
        "NA",
        "n/a",
        "#N/A",
        "#Н/Д",
        "н/д",
        "null",
        "NaN",
        "Нет ответа",
        "no answer"
      })
  void noAnswerIsNoProblem(String cell) {
    assertNull(of(cell));
  }

  @ParameterizedTest
  @CsvSource({
    "99, ANSWER_IS_CODE",
    "-1, ANSWER_IS_CODE",
    "'99,0', ANSWER_IS_CODE",
    "98, ANSWER_IS_CODE",
    "11, FIELD_INVALID",
    "'7,5', FIELD_INVALID",
    "nine, FIELD_INVALID",
    "7-8, FIELD_INVALID",
    "7 - 8 points, FIELD_INVALID",
    "9/5, FIELD_INVALID",
    "9%, FIELD_INVALID",
    "1e1, FIELD_INVALID",
    "2026-11-29, FIELD_INVALID",
    "Promoter, FIELD_INVALID",
    "#REF!, FIELD_INVALID",
    "-5, FIELD_INVALID",
    "10-Jun, ANSWER_IS_DATE",
    "10. Mai, ANSWER_IS_DATE",
    "10. Mrz, ANSWER_IS_DATE",
    "09. Okt, ANSWER_IS_DATE",
    "10-juin, ANSWER_IS_DATE",
    "10-févr, ANSWER_IS_DATE",
    "10-ene, ANSWER_IS_DATE",
    "10.чер, ANSWER_IS_DATE",
    "10-Sep, ANSWER_IS_DATE",
    "09.окт, ANSWER_IS_DATE",
    "6 октября, ANSWER_IS_DATE",
    "Jun-10, ANSWER_IS_DATE",
    "5. Oct 2026, ANSWER_IS_DATE",
    "9 мая, ANSWER_IS_DATE",
    "8-ноя, ANSWER_IS_DATE"
  })
  void whatIsNoAnswerIsTold(String cell, String code) {
    assertEquals(code, assertThrows(ProblemException.class, () -> of(cell)).code().name());
  }

  private static Integer of(String cell) {
    return AnswerNumber.of("nps", cell, 0, 10);
  }
}
