package org.otklik.web.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.answer.ViewerAnswer;

/** What a viewer answered. */
@Schema(name = "Answer")
public record AnswerView(
    String viewer,
    @Schema(description = "0..10; null when not asked.") Integer nps,
    @Schema(description = "1..5; null when not asked.") Integer csat) {

  static AnswerView of(ViewerAnswer answer) {
    return new AnswerView(answer.viewerKey(), answer.nps(), answer.csat());
  }
}
