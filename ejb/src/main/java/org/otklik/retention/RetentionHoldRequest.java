package org.otklik.retention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** Nothing of a campaign is to be deleted by its periods. */
@Schema(name = "NewRetentionHold")
public record RetentionHoldRequest(
    @NotNull @Size(max = MAX_REASON_LENGTH) @SingleLine @Schema(description = "Why.")
        String reason) {
  public static final int MAX_REASON_LENGTH = 500;

  public RetentionHoldRequest {
    reason = RequestText.strippedOrNull(reason);
  }
}
