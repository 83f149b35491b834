package org.otklik.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class RequestReaderTest {
  /** A value of each kind that requests have. */
  record Sent(
      @NotBlank @Size(max = 10) @SingleLine String name,
      Boolean flag,
      @Min(2) @Max(60) Integer whole,
      @DecimalMin("0") @DecimalMax("1") Double share,
      ProblemCode.Kind kind,
      UUID id,
      LocalDateTime at,
      @Size(max = 2) List<LocalDate> dates,
      List<@Min(0) @Max(23) Integer> hours,
      List<String> texts,
      @Size(max = 2) Map<@Size(max = 5) String, @Size(max = 5) String> pairs,
      @Valid Inner inner,
      @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
          String locale,
      @TimeZoneName String zone) {}

  /** A record within another. */
  record Inner(@NotNull Integer every, @Min(1) Integer times) {}

  @Test
  void bindsEveryKindOfValue() {
    Sent sent =
        read(
            """
            {"name": "Щенок", "flag": true, "whole": 6e1, "share": 5e-2, "kind": "CONFLICT",
             "id": "3f0c4c1e-5a0e-4d8e-9a57-000000000000", "at": "2026-12-01T09:30:15.5",
             "dates": ["2026-12-31"], "hours": [9, 13], "texts": ["a"], "pairs": {"a": "b"},
             "inner": {"every": 1}}
            """);
    assertEquals(
        new Sent(
            "Щенок",
            true,
            60,
            0.05,
            ProblemCode.Kind.CONFLICT,
            UUID.fromString("3f0c4c1e-5a0e-4d8e-9a57-000000000000"),
            LocalDateTime.of(2026, 12, 1, 9, 30, 15),
            List.of(LocalDate.of(2026, 12, 31)),
            List.of(9, 13),
            List.of("a"),
            Map.of("a", "b"),
            new Inner(1, null),
            null,
            null),
        sent);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff, 0xc3, 0x80, 0xed})
  void contentThatIsNoUtf8IsMalformed(int broken) {
    byte[] content = "{\"name\": \"a?b\"}".getBytes(StandardCharsets.UTF_8);
    content[11] = (byte) broken;
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> RequestReader.json(Sent.class, new ByteArrayInputStream(content)));
    assertEquals(ProblemCode.JSON_MALFORMED, problem.code());
  }

  /** As the half of a surrogate pair that some programs write in three bytes. */
  @Test
  void halfACharacterInThreeBytesIsMalformed() {
    byte[] content = "{\"name\": \"???\"}".getBytes(StandardCharsets.UTF_8);
    content[10] = (byte) 0xed;
    content[11] = (byte) 0xa0;
    content[12] = (byte) 0x80;
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> RequestReader.json(Sent.class, new ByteArrayInputStream(content)));
    assertEquals(ProblemCode.JSON_MALFORMED, problem.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\ufffe", "a\\u202eb", "a\\u2028b", "\\u3164", "a\\ufffd"})
  void namesAreOfCharactersThatCanBeShown(String name) {
    Sent sent = read("{\"name\": \"" + name + "\"}");
    assertEquals(
        ProblemCode.FIELD_INVALID,
        assertThrows(ProblemException.class, () -> RequestValidator.valid(sent)).code());
  }

  @Test
  void takesNullForLeftOut() {
    String nulls =
        Arrays.stream(Sent.class.getRecordComponents())
            .map(component -> '"' + component.getName() + "\": null")
            .collect(Collectors.joining(",", "{", "}"));
    assertEquals(read("{}"), read(nulls));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                             | BODY_MISSING     | name, flag, whole
          {                              | JSON_MALFORMED   | 1:2
          {"name":}                      | JSON_MALFORMED   | 1:9
          {"pairs":{"a":}}               | JSON_MALFORMED   | 1:15
          []                             | JSON_MALFORMED   | […]
          "name"                         | JSON_MALFORMED   | […]
          null                           | JSON_MALFORMED   | […]
          {"name":"a"} x                 | JSON_MALFORMED   | 1:1
          {"name":"a"} {}                | JSON_MALFORMED   | {…} …
          {"name":"a","name":"b"}        | JSON_MALFORMED   | 1:1
          {"nmae":"a"}                   | FIELD_UNKNOWN    | “nmae” here. Known fields: name, flag,
          {"inner":{"evry":1}}           | FIELD_UNKNOWN    | “inner.evry” here. Known fields: inner.every, inner.times.
          {"name":1}                     | FIELD_WRONG_TYPE | “name” has the wrong type: it must be a JSON string
          {"name":true}                  | FIELD_WRONG_TYPE | “name”
          {"name":[]}                    | FIELD_WRONG_TYPE | “name”
          {"flag":"yes"}                 | FIELD_WRONG_TYPE | a JSON boolean
          {"flag":1}                     | FIELD_WRONG_TYPE | a JSON boolean
          {"whole":"12"}                 | FIELD_WRONG_TYPE | a JSON integer
          {"whole":true}                 | FIELD_WRONG_TYPE | a JSON integer
          {"whole":2.5}                  | FIELD_INVALID    | “whole” cannot be “2.5”. Allowed: 2…60
          {"whole":1e99999999}           | FIELD_INVALID    | Allowed: 2…60
          {"whole":9223372036854775807}  | FIELD_INVALID    | Allowed: 2…60
          {"share":"0.5"}                | FIELD_WRONG_TYPE | a JSON number
          {"share":1e400}                | FIELD_INVALID    | “share” cannot be “1e400”. Allowed: 0…1
          {"kind":"conflict"}            | FIELD_INVALID    | “kind” cannot be “conflict”. Allowed: INVALID, UNAUTHENTICATED
          {"kind":""}                    | FIELD_INVALID    | “kind”
          {"kind":1}                     | FIELD_WRONG_TYPE | a JSON string
          {"id":"x"}                     | FIELD_INVALID    | 3f0c4c1e
          {"at":"2026-12-01"}            | FIELD_INVALID    | 2026-12-01T09:30
          {"dates":["31.12.2026"]}       | FIELD_INVALID    | “dates” cannot be “31.12.2026”. Allowed: 2026-12-31
          {"dates":"2026-12-31"}         | FIELD_WRONG_TYPE | a JSON array of strings
          {"dates":""}                   | FIELD_WRONG_TYPE | a JSON array of strings
          {"hours":[9,"13"]}             | FIELD_WRONG_TYPE | a JSON array of integers
          {"hours":[9,null]}             | FIELD_WRONG_TYPE | a JSON array of integers
          {"texts":[1]}                  | FIELD_WRONG_TYPE | a JSON array of strings
          {"pairs":{"a":1}}              | FIELD_WRONG_TYPE | “pairs.a”
          {"pairs":{"a":null}}           | FIELD_WRONG_TYPE | “pairs.a”
          {"pairs":[]}                   | FIELD_WRONG_TYPE | a JSON object
          {"inner":"daily"}              | FIELD_WRONG_TYPE | “inner” has the wrong type: it must be a JSON object
          {"inner":""}                   | FIELD_WRONG_TYPE | a JSON object
          {"inner":{"every":"1"}}        | FIELD_WRONG_TYPE | “inner.every”
          """)
  void namesWhatCannotBeBound(String json, ProblemCode expected, String told) {
    assertProblem(expected, told, () -> read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                      | FIELD_MISSING | “name”
          {"name":" "}                            | FIELD_MISSING | “name”
          {"name":"a","inner":{}}                 | FIELD_MISSING | “inner.every”
          {"name":"a","inner":{"every":1,"times":0}} | FIELD_INVALID | “inner.times” cannot be “0”. Allowed: ≥ 1
          {"name":"12345678901"}                  | FIELD_INVALID | “name” cannot be “12345678901”. Allowed: ≤ 10
          {"name":"a\\nb"}                        | FIELD_INVALID | “name” cannot be “a?b”. Allowed: A–Z
          {"name":"a\\u0000"}                     | FIELD_INVALID | “name” cannot be “a?”
          {"name":"a","whole":1}                  | FIELD_INVALID | “whole” cannot be “1”. Allowed: 2…60
          {"name":"a","whole":61}                 | FIELD_INVALID | “whole”
          {"name":"a","share":-0.0001}            | FIELD_INVALID | Allowed: 0…1
          {"name":"a","dates":["2026-12-31","2027-12-31","2028-12-31"]} | FIELD_INVALID | “dates” cannot be “3”. Allowed: ≤ 2
          {"name":"a","hours":[9,24]}             | FIELD_INVALID | “hours” cannot be “24”. Allowed: 0…23
          {"name":"a","pairs":{"a":"123456"}}     | FIELD_INVALID | “pairs.a” cannot be “123456”. Allowed: ≤ 5
          {"name":"a","pairs":{"123456":"a"}}     | FIELD_INVALID | “pairs.123456”
          {"name":"a","pairs":{"a":"a","b":"b","c":"c"}} | FIELD_INVALID | “pairs” cannot be “3”. Allowed: ≤ 2
          {"name":"a","locale":"de"}              | FIELD_INVALID | “locale” cannot be “de”. Allowed: en, ru
          {"name":"a","zone":"Moscow"}            | FIELD_INVALID | “zone” cannot be “Moscow”. Allowed: Europe/Moscow
          {"name":"a","zone":"+03:00"}            | FIELD_INVALID | “zone”
          """)
  void namesWhatConstraintsForbid(String json, ProblemCode expected, String told) {
    assertProblem(expected, told, () -> RequestValidator.valid(read(json)));
  }

  @Test
  void looksOnlyAtTheFieldsAskedFor() {
    Sent sent = read("{\"whole\": 1}");
    assertEquals(sent, RequestValidator.valid(sent, Set.of("inner")));
    assertProblem(
        ProblemCode.FIELD_INVALID, "“whole”", () -> RequestValidator.valid(sent, Set.of("whole")));
  }

  @Test
  void whatIsDeepOrLongIsMalformed() {
    assertProblem(ProblemCode.JSON_MALFORMED, "", () -> read("{\"unknown\":" + "[".repeat(20_000)));
    assertProblem(
        ProblemCode.JSON_MALFORMED, "64 KiB", () -> read("{\"name\":\"" + "x".repeat(70_000)));
    assertProblem(ProblemCode.JSON_MALFORMED, "", () -> read("\u0000\u0001"));
  }

  @Test
  void contentMayBeLeftOutWhereItNeedNotBeThere() {
    assertTrue(
        RequestReader.jsonIfAny(Sent.class, new ByteArrayInputStream(new byte[0])).isEmpty());
  }

  @Test
  void bindsAnAddress() {
    Sent sent =
        query(
            Map.of(
                "name", List.of("a b"),
                "flag", List.of("true"),
                "whole", List.of(" 7 "),
                "kind", List.of("CONFLICT"),
                "id", List.of(""),
                "pairs", List.of("age:25-34", "city:Нижний: центр")));
    assertEquals("a b", sent.name());
    assertTrue(sent.flag());
    assertEquals(7, sent.whole());
    assertEquals(ProblemCode.Kind.CONFLICT, sent.kind());
    assertEquals(null, sent.id());
    assertEquals(Map.of("age", "25-34", "city", "Нижний: центр"), new TreeMap<>(sent.pairs()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "age", "age:", ":25-34", "age:\u0000", "a\nge:1"})
  void refusesPairsThatAreNone(String pair) {
    assertProblem(
        ProblemCode.FIELD_INVALID,
        "Allowed: age:25-34",
        () -> query(Map.of("pairs", List.of(pair))));
  }

  @Test
  void namesWhatIsWrongInAnAddress() {
    assertProblem(
        ProblemCode.FIELD_INVALID,
        "“age:2”",
        () -> query(Map.of("pairs", List.of("age:1", "age:2"))));
    assertProblem(
        ProblemCode.FIELD_UNKNOWN,
        "“consnt” here. Known fields: name, flag,",
        () -> query(Map.of("consnt", List.of("x"))));
    assertProblem(ProblemCode.FIELD_INVALID, "1 ×", () -> query(Map.of("name", List.of("a", "b"))));
    assertProblem(
        ProblemCode.FIELD_INVALID, "Allowed: 2…60", () -> query(Map.of("whole", List.of("1.5"))));
    assertProblem(
        ProblemCode.FIELD_INVALID, "Allowed: 2…60", () -> query(Map.of("whole", List.of("NaN"))));
    assertProblem(
        ProblemCode.FIELD_INVALID, "true, false", () -> query(Map.of("flag", List.of("yes"))));
    assertProblem(
        ProblemCode.FIELD_INVALID, "INVALID, ", () -> query(Map.of("kind", List.of("X"))));
  }

  private static Sent read(String json) {
    return RequestReader.json(
        Sent.class, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Sent query(Map<String, List<String>> query) {
    return RequestReader.query(Sent.class, query);
  }

  private static void assertProblem(ProblemCode code, String told, Runnable act) {
    ProblemException problem = assertThrows(ProblemException.class, act::run);
    String sentence = problem.sentence(Locale.ENGLISH);
    assertEquals(code, problem.code(), sentence);
    assertTrue(sentence.contains(told), sentence);
  }
}
