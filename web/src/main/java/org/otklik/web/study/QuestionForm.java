package org.otklik.web.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.otklik.study.StudyQuestion;

/** A question as the page's form has it. */
public class QuestionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String attribute;
  private String en;
  private String ru;
  private String values;

  static QuestionForm of(StudyQuestion question) {
    QuestionForm form = new QuestionForm();
    form.attribute = question.attribute();
    form.en = question.en();
    form.ru = question.ru();
    form.values = String.join("; ", question.values());
    return form;
  }

  StudyQuestion request() {
    List<String> chosen =
        values == null
            ? List.of()
            : Arrays.stream(values.split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    return new StudyQuestion(attribute, en, ru, chosen);
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
