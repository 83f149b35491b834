package org.otklik.trailer.cut;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shot as it is to be. */
@Schema(name = "NewTrailerShot")
public record ShotRequest(
    @NotNull
        @Min(0)
        @Max(TrailerSettings.FOUR_HOURS_MS)
        @Schema(description = "In milliseconds of the creative.")
        Integer beginMs,
    @NotNull
        @Min(1)
        @Max(TrailerSettings.FOUR_HOURS_MS)
        @Schema(description = "Later than beginMs, and no later than the creative's end.")
        Integer endMs,
    @Schema(defaultValue = "false", description = "It stays when shots are chosen anew.")
        Boolean isLocked) {
  public ShotRequest {
    isLocked = Boolean.TRUE.equals(isLocked);
  }
}
