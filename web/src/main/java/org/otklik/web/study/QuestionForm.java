package org.otklik.web.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.study.QuestionKind;
import org.otklik.study.StudyQuestion;
import org.otklik.web.portal.FormText;

/** A question as the page's form has it. */
public class QuestionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String attribute;
  private String en;
  private String ru;
  private QuestionKind kind = QuestionKind.SINGLE;
  private boolean before;
  private String values;
  private String steps = "7";
  private String places;

  static QuestionForm of(StudyQuestion question) {
    QuestionForm form = new QuestionForm();
    form.attribute = question.attribute();
    form.en = question.en();
    form.ru = question.ru();
    form.kind = question.kind();
    form.before = question.isBefore();
    form.values = String.join("; ", question.values());
    form.steps = question.steps() == null ? form.steps : question.steps().toString();
    form.places =
        question.values().stream()
            .filter(question.places()::containsKey)
            .map(value -> value + " = " + question.places().get(value))
            .collect(Collectors.joining("; "));
    return form;
  }

  /** What does not belong to the kind is hidden, and not sent. */
  StudyQuestion request() {
    return new StudyQuestion(
        attribute,
        en,
        ru,
        kind,
        before,
        kind.isChoice() ? parts(values) : List.of(),
        kind == QuestionKind.SCALE ? FormText.wholeNumber("steps", steps) : null,
        kind == QuestionKind.SINGLE && before ? places() : Map.of());
  }

  private static List<String> parts(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(";"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  /** “18-34 = 50; 35+ = 50”; the last equals sign counts. */
  private Map<String, Integer> places() {
    Map<String, Integer> limits = new TreeMap<>();
    for (String part : parts(places)) {
      int equals = part.lastIndexOf('=');
      if (equals < 1) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, "places", Fields.shortened(part), "18-34 = 50; 35+ = 50");
      }
      limits.put(
          part.substring(0, equals).strip(),
          FormText.wholeNumber("places", part.substring(equals + 1)));
    }
    return limits;
  }

  public QuestionKind[] getKinds() {
    return QuestionKind.values();
  }

  public QuestionKind getKind() {
    return kind;
  }

  public void setKind(QuestionKind kind) {
    this.kind = kind;
  }

  public boolean isBefore() {
    return before;
  }

  public void setBefore(boolean before) {
    this.before = before;
  }

  public String getSteps() {
    return steps;
  }

  public void setSteps(String steps) {
    this.steps = steps;
  }

  public String getPlaces() {
    return places;
  }

  public void setPlaces(String places) {
    this.places = places;
  }

  public String getAttribute() {
    return attribute;
  }

  public void setAttribute(String attribute) {
    this.attribute = attribute;
  }

  public String getEn() {
    return en;
  }

  public void setEn(String en) {
    this.en = en;
  }

  public String getRu() {
    return ru;
  }

  public void setRu(String ru) {
    this.ru = ru;
  }

  public String getValues() {
    return values;
  }

  public void setValues(String values) {
    this.values = values;
  }
}
