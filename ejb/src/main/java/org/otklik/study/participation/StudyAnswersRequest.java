package org.otklik.study.participation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.study.StudyRequest;

/** What a viewer answers in the end; what was not asked, or not answered, is left out. */
@Schema(name = "NewStudyAnswers")
public record StudyAnswersRequest(
    @Min(ViewerAnswer.MIN_NPS) @Max(ViewerAnswer.MAX_NPS) Integer nps,
    @Min(ViewerAnswer.MIN_CSAT) @Max(ViewerAnswer.MAX_CSAT) Integer csat,
    @Size(max = StudyRequest.MAX_QUESTIONS)
        @Schema(
            description =
                "By the questions' attributes: the values chosen, the number of a scale, or a text.")
        Map<String, List<String>> answers) {
  public StudyAnswersRequest {
    answers = answers == null ? Map.of() : answers;
  }
}
