package org.otklik.web.recording;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.ViewingDecision;

/** An analyst's decision on a viewing. */
@Schema(name = "Decision")
public record DecisionView(
    Decision decision,
    @Schema(description = "Why; may be null with AUTOMATIC.") String note,
    Instant decidedAt,
    @Schema(description = "Name of the user who decided.") String decidedBy) {

  static DecisionView of(ViewingDecision verdict) {
    return new DecisionView(
        verdict.verdict(), verdict.note(), verdict.decidedAt(), verdict.decidedBy().displayName());
  }
}
