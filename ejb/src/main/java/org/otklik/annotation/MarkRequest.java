package org.otklik.annotation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A mark as it is to be. */
@Schema(name = "NewMark")
public record MarkRequest(
    @NotNull MarkLane lane,
    @Size(max = 80) @SingleLine @Schema(description = "Short text on the mark; needed with OTHER.")
        String name,
    @NotNull
        @Min(0)
        @Max(MarkRequest.FOUR_HOURS_MS)
        @Schema(description = "In milliseconds of the creative.")
        Integer beginMs,
    @NotNull
        @Min(1)
        @Max(MarkRequest.FOUR_HOURS_MS)
        @Schema(description = "Later than beginMs, and no later than the creative's end.")
        Integer endMs,
    @Size(max = 500) @SingleLine String note) {
  static final int FOUR_HOURS_MS = 4 * 3_600_000;

  public MarkRequest {
    name = RequestText.strippedOrNull(name);
    note = RequestText.strippedOrNull(note);
  }
}
