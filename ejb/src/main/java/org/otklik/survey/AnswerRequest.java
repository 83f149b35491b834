package org.otklik.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.answer.ViewerAnswer;

/** A viewer's answers. */
@Schema(name = "NewAnswer", description = "What is left out stays as it was.")
public record AnswerRequest(
    @Min(ViewerAnswer.MIN_NPS) @Max(ViewerAnswer.MAX_NPS) Integer nps,
    @Min(ViewerAnswer.MIN_CSAT) @Max(ViewerAnswer.MAX_CSAT) Integer csat) {}
