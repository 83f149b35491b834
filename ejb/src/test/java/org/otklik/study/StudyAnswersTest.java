package org.otklik.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.problem.ProblemException;

class StudyAnswersTest {
  private static final List<StudyQuestion> ASKED =
      List.of(
          question("age", QuestionKind.SINGLE, List.of("18-34", "35+"), null),
          question("brands", QuestionKind.MULTIPLE, List.of("A", "B", "C"), null),
          question("liked", QuestionKind.SCALE, List.of(), 7),
          question("why", QuestionKind.TEXT, List.of(), null));

  private static StudyQuestion question(
      String attribute, QuestionKind kind, List<String> values, Integer steps) {
    return new StudyQuestion(attribute, "?", "?", kind, false, values, steps, Map.of());
  }

  @Test
  void choicesBecomeAttributesAndTheOthersAnswers() {
    StudyAnswers answers =
        StudyAnswers.of(
            ASKED,
            Map.of(
                "age", List.of("35+"),
                "brands", List.of("C", "A"),
                "liked", List.of("7"),
                "why", List.of(" It was\u0000 short.\nAnd loud. ")));
    assertEquals(
        Map.of("age", "35+", "brands / A", "1", "brands / B", "0", "brands / C", "1"),
        answers.attributes());
    assertEquals(Map.of("liked", "7", "why", "It was  short.\nAnd loud."), answers.answers());
  }

  @Test
  void whatIsLeftOutIsNothing() {
    StudyAnswers answers =
        StudyAnswers.of(ASKED, Map.of("brands", List.of(), "why", List.of("  ")));
    assertEquals(Map.of(), answers.attributes());
    assertEquals(Map.of(), answers.answers());
  }

  @ParameterizedTest
  @CsvSource({
    "age, 50",
    "age, 18-34|35+",
    "brands, A|D",
    "liked, 0",
    "liked, 8",
    "liked, 07",
    "liked, many",
    "unasked, x"
  })
  void whatCannotBeAnsweredIsRefused(String attribute, String values) {
    Map<String, List<String>> given = Map.of(attribute, List.of(values.split("\\|")));
    assertThrows(ProblemException.class, () -> StudyAnswers.of(ASKED, given));
  }

  @Test
  void partsOfAQuestionFitEachOther() {
    assertThrows(
        ProblemException.class,
        () -> question("a", QuestionKind.SINGLE, List.of("x"), null).check());
    assertThrows(
        ProblemException.class,
        () -> question("a", QuestionKind.TEXT, List.of("x", "y"), null).check());
    assertThrows(
        ProblemException.class,
        () ->
            question("a".repeat(30), QuestionKind.MULTIPLE, List.of("x".repeat(30), "y"), null)
                .check());
    StudyQuestion limited =
        new StudyQuestion("a", "?", "?", null, false, List.of("x", "y"), null, Map.of("x", 5));
    assertThrows(ProblemException.class, limited::check, "asked after the creatives");
    ASKED.forEach(StudyQuestion::check);
  }
}
