package org.otklik.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * What a viewer answered to a study's questions.
 *
 * @param attributes of the viewer: what was chosen
 * @param answers by the questions' attributes: numbers of scales, and texts
 */
public record StudyAnswers(Map<String, String> attributes, Map<String, String> answers) {
  /**
   * Of one of several values that was chosen, and of one that was not; the same in all languages.
   */
  static final String CHOSEN = "1";

  static final String NOT_CHOSEN = "0";
  static final int MAX_TEXT_LENGTH = 1000;

  public StudyAnswers {
    attributes = Map.copyOf(attributes);
    answers = Map.copyOf(answers);
  }

  /**
   * Takes only what was asked and could be answered; who leaves a question out has no attribute of
   * it.
   *
   * @param given by the questions' attributes
   * @throws ProblemException FIELD_INVALID
   */
  public static StudyAnswers of(List<StudyQuestion> asked, Map<String, List<String>> given) {
    Map<String, String> attributes = new TreeMap<>();
    Map<String, String> answers = new TreeMap<>();
    given.forEach(
        (name, values) -> {
          StudyQuestion question =
              asked.stream()
                  .filter(one -> one.attribute().equals(name))
                  .findFirst()
                  .orElseThrow(() -> invalid(name, String.join(", ", values)));
          if (!values.isEmpty()) {
            add(question, values, attributes, answers);
          }
        });
    return new StudyAnswers(attributes, answers);
  }

  private static void add(
      StudyQuestion question,
      List<String> values,
      Map<String, String> attributes,
      Map<String, String> answers) {
    String name = question.attribute();
    if (question.kind() == QuestionKind.MULTIPLE) {
      values.forEach(value -> require(question.values().contains(value), name, value));
      question
          .values()
          .forEach(
              value ->
                  attributes.put(
                      question.attributeOf(value), values.contains(value) ? CHOSEN : NOT_CHOSEN));
      return;
    }
    require(values.size() == 1, name, String.join(", ", values));
    String value = values.get(0).strip();
    switch (question.kind()) {
      case SCALE -> {
        require(
            value.matches("[1-9]\\d?") && Integer.parseInt(value) <= question.steps(), name, value);
        answers.put(name, value);
      }
      case TEXT -> {
        require(value.length() <= MAX_TEXT_LENGTH, name, value);
        if (!value.isEmpty()) {
          answers.put(name, value.replaceAll("[\\p{Cc}&&[^\\n]]+", " "));
        }
      }
      default -> {
        require(question.values().contains(value), name, value);
        attributes.put(name, value);
      }
    }
  }

  private static void require(boolean isPossible, String name, String value) {
    if (!isPossible) {
      throw invalid(name, value);
    }
  }

  private static ProblemException invalid(String name, String value) {
    return new ProblemException(
        ProblemCode.FIELD_INVALID,
        "answers." + Fields.shortened(name),
        Fields.shortened(value),
        "…");
  }
}
