package org.otklik.trailer.cut;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.trailer.Shot;

/** One shot of a trailer is to be another. */
@Schema(name = "TrailerSwap")
public record TrailerSwapRequest(
    @Valid @Schema(description = "The standard ones if left out.") TrailerSettings settings,
    @NotNull
        @Valid
        @Size(min = 1, max = TrailerRequest.MAX_SHOTS)
        @Schema(description = "In the order of the trailer.")
        List<@NotNull ShotRequest> shots,
    @NotNull @Min(0) @Schema(description = "Which of them is to be replaced, from 0.")
        Integer place,
    @Valid
        @Size(max = TrailerRequest.MAX_SHOTS)
        @Schema(description = "Stretches that are not wanted, either, as those swapped before.")
        List<@NotNull HiddenStretch> refused) {
  public TrailerSwapRequest {
    settings = settings == null ? TrailerSettings.standard() : settings;
    refused = refused == null ? List.of() : refused;
  }

  List<Shot> refusedShots() {
    return refused.stream().map(one -> new Shot(one.beginMs(), one.endMs())).toList();
  }
}
