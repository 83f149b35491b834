package org.otklik.web.recording;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.Verdict;
import org.otklik.analysis.viewing.ViewingVerdict;

/** An analyst's decision on a viewing. */
@Schema(name = "Decision")
public record VerdictView(
    Verdict decision,
    @Schema(description = "Why; may be null with AUTOMATIC.") String note,
    Instant decidedAt,
    @Schema(description = "Name of the user who decided.") String decidedBy) {

  static VerdictView of(ViewingVerdict verdict) {
    return new VerdictView(
        verdict.verdict(), verdict.note(), verdict.decidedAt(), verdict.decidedBy().displayName());
  }
}
