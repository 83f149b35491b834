package org.otklik.analysis.viewing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A decision on a viewing. */
@Schema(name = "NewDecision")
public record DecisionRequest(
    @NotNull Decision decision,
    @Size(max = 500) @SingleLine @Schema(description = "Why; needed with EXCLUDED.") String note) {
  public DecisionRequest {
    note = RequestText.strippedOrNull(note);
  }
}
