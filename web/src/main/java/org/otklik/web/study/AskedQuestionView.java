package org.otklik.web.study;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.study.QuestionKind;
import org.otklik.study.StudyQuestion;

/** A question as viewers are asked it; how many places there are is not theirs to know. */
@Schema(name = "AskedQuestion")
public record AskedQuestionView(
    String attribute,
    String en,
    String ru,
    QuestionKind kind,
    boolean isBefore,
    List<String> values,
    @Schema(description = "The highest number of a scale; null of others.") Integer steps) {

  static List<AskedQuestionView> of(List<StudyQuestion> questions) {
    return questions.stream()
        .map(
            one ->
                new AskedQuestionView(
                    one.attribute(),
                    one.en(),
                    one.ru(),
                    one.kind(),
                    one.isBefore(),
                    one.values(),
                    one.steps()))
        .toList();
  }
}
