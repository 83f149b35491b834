package org.otklik.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemCode.Kind;
import org.otklik.problem.ProblemException;

class JsonFieldsTest {
  @Test
  void readsWhatIsThereAndNothingForWhatIsNot() {
    JsonFields fields = read("{\"name\":\"Щенок\",\"synthetic\":true,\"clients\":[\"a\"]}");
    assertEquals("Щенок", fields.text("name"));
    assertTrue(fields.flag("synthetic", false));
    assertEquals(List.of("a"), fields.texts("clients"));
    assertNull(fields.text("locale"));
    assertEquals(Locale.ENGLISH, fields.language("locale", Locale.ENGLISH));
  }

  @Test
  void takesNullForLeftOut() {
    JsonFields fields = read("{\"name\":null,\"synthetic\":null,\"clients\":null}");
    assertNull(fields.text("name"));
    assertFalse(fields.flag("synthetic", false));
    assertEquals(List.of(), fields.texts("clients"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                   | BODY_MISSING
          {                    | JSON_MALFORMED
          {"name":}            | JSON_MALFORMED
          []                   | JSON_MALFORMED
          "name"               | JSON_MALFORMED
          {"name":"a"} x       | JSON_MALFORMED
          {"nmae":"a"}         | FIELD_UNKNOWN
          """)
  void refusesWhatIsNoObjectOfKnownFields(String json, ProblemCode expected) {
    assertEquals(expected, assertThrows(ProblemException.class, () -> read(json)).code());
  }

  @Test
  void refusesWrongTypes() {
    JsonFields fields =
        read("{\"name\":1,\"synthetic\":\"yes\",\"clients\":[1],\"locale\":\"de\"}");
    assertProblem(ProblemCode.FIELD_WRONG_TYPE, () -> fields.text("name"));
    assertProblem(ProblemCode.FIELD_WRONG_TYPE, () -> fields.flag("synthetic", false));
    assertProblem(ProblemCode.FIELD_WRONG_TYPE, () -> fields.texts("clients"));
    assertProblem(ProblemCode.FIELD_INVALID, () -> fields.language("locale", Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"12\"', FIELD_WRONG_TYPE",
    "true, FIELD_WRONG_TYPE",
    "1, FIELD_INVALID",
    "61, FIELD_INVALID",
    "2.5, FIELD_INVALID",
    "1e99999999, FIELD_INVALID"
  })
  void refusesWhatIsNoWholeNumberInsideTheLimits(String number, ProblemCode expected) {
    JsonFields fields = read("{\"name\":" + number + "}");
    assertProblem(expected, () -> fields.wholeNumber("name", 2, 60));
  }

  @Test
  void readsWholeNumbersUpToTheirLimitsAndNothingForWhatIsNotThere() {
    assertEquals(2, read("{\"name\":2}").wholeNumber("name", 2, 60));
    assertEquals(60, read("{\"name\":6e1}").wholeNumber("name", 2, 60));
    assertNull(read("{}").wholeNumber("name", 2, 60));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"0.5\"', FIELD_WRONG_TYPE",
    "-0.0001, FIELD_INVALID",
    "1.0001, FIELD_INVALID",
    "1e99999999, FIELD_INVALID"
  })
  void refusesWhatIsNoNumberInsideTheLimits(String number, ProblemCode expected) {
    JsonFields fields = read("{\"name\":" + number + "}");
    assertProblem(expected, () -> fields.number("name", 0, 1));
  }

  @Test
  void readsNumbersUpToTheirLimitsAndNothingForWhatIsNotThere() {
    assertEquals(0, read("{\"name\":0}").number("name", 0, 1));
    assertEquals(0.05, read("{\"name\":5e-2}").number("name", 0, 1));
    assertEquals(1, read("{\"name\":1.0}").number("name", 0, 1));
    assertNull(read("{}").number("name", 0, 1));
  }

  @Test
  void readsNestedObjectsOfKnownFields() {
    JsonFields fields = read("{\"name\":{\"a\":\"b\"},\"clients\":[],\"locale\":null}");
    assertEquals("b", fields.object("name", "a", "c").orElseThrow().text("a"));
    assertTrue(fields.has("name"));
    assertFalse(fields.has("locale"));
    assertTrue(fields.object("locale", "a").isEmpty());
    assertProblem(ProblemCode.FIELD_UNKNOWN, () -> fields.object("name", "c"));
    assertProblem(ProblemCode.FIELD_WRONG_TYPE, () -> fields.object("clients", "a"));
  }

  @Test
  void readsConstantsByTheirNames() {
    JsonFields fields = read("{\"name\":\"CONFLICT\",\"locale\":\"conflict\"}");
    assertEquals(Kind.CONFLICT, fields.constant("name", Kind.INTERNAL));
    assertEquals(Kind.INTERNAL, read("{}").constant("name", Kind.INTERNAL));
    assertProblem(ProblemCode.FIELD_INVALID, () -> fields.constant("locale", Kind.INTERNAL));
  }

  @Test
  void contentMayBeLeftOutWhereItNeedNotBeThere() {
    assertTrue(JsonFields.readIfAny(new ByteArrayInputStream(new byte[0]), "name").isEmpty());
  }

  @Test
  void neverShowsValues() {
    assertFalse(read("{\"name\":\"secret\"}").toString().contains("secret"));
  }

  private static JsonFields read(String json) {
    return JsonFields.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        "name",
        "synthetic",
        "clients",
        "locale");
  }

  private static void assertProblem(ProblemCode code, Runnable act) {
    assertEquals(code, assertThrows(ProblemException.class, act::run).code());
  }
}
