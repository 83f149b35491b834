package org.otklik.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class QueryFieldsTest {
  @Test
  void readsSegmentsAsPairs() {
    assertEquals(
        Map.of("age", "25-34", "city", "Нижний: центр"),
        segments("age:25-34", "city:Нижний: центр"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "age", "age:", ":25-34", "age:\u0000", "a\nge:1"})
  void refusesSegmentsThatAreNoPairs(String segment) {
    assertProblem(ProblemCode.FIELD_INVALID, () -> segments(segment));
  }

  @Test
  void refusesTwoValuesOfOneSegment() {
    assertProblem(ProblemCode.FIELD_INVALID, () -> segments("age:1", "age:2"));
  }

  @Test
  void namesTheFieldThatIsUnknownAndThoseThatAreKnown() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> new QueryFields(Map.of("consnt", List.of("x")), "viewer", "consent"));
    assertEquals(ProblemCode.FIELD_UNKNOWN, problem.code());
    assertEquals(
        "There is no field “consnt” here. Known fields: viewer, consent.",
        problem.sentence(Locale.ENGLISH));
  }

  @Test
  void refusesAFieldGivenTwice() {
    QueryFields fields = new QueryFields(Map.of("viewer", List.of("a", "b")), "viewer");
    assertProblem(ProblemCode.FIELD_INVALID, () -> fields.text("viewer"));
  }

  @Test
  void readsWholeNumbersAndNothingElse() {
    QueryFields fields =
        new QueryFields(Map.of("a", List.of("-1500"), "b", List.of("1.5")), "a", "b");
    assertEquals(-1500, fields.wholeNumber("a", 0));
    assertProblem(ProblemCode.FIELD_INVALID, () -> fields.wholeNumber("b", 0));
    assertEquals(7, fields.wholeNumber("c", 7));
    assertNull(fields.text("c"));
  }

  private static Map<String, String> segments(String... given) {
    return new QueryFields(Map.of("segment", List.of(given)), "segment").pairs("segment");
  }

  private static void assertProblem(ProblemCode code, Runnable act) {
    assertEquals(code, assertThrows(ProblemException.class, act::run).code());
  }
}
