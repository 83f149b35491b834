package org.otklik.study.participation;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.study.StudyRequest;

/** What a viewer answers before the creatives. */
@Schema(name = "NewAnswersBefore")
public record AnswersBeforeRequest(
    @Size(max = StudyRequest.MAX_QUESTIONS)
        @Schema(
            description =
                "By the questions' attributes: the values chosen, the number of a scale, or a text.")
        Map<String, List<String>> answers) {
  public AnswersBeforeRequest {
    answers = answers == null ? Map.of() : answers;
  }
}
