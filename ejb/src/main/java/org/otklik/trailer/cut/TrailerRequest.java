package org.otklik.trailer.cut;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A trailer as it is to be kept. */
@Schema(name = "NewTrailer")
public record TrailerRequest(
    @NotBlank @Size(max = 120) @SingleLine String name,
    @Valid @Schema(description = "The standard ones if left out.") TrailerSettings settings,
    @Valid
        @Size(max = TrailerRequest.MAX_SHOTS)
        @Schema(
            description =
                "In the order of the trailer. If left out, or if all are locked ones, the others"
                    + " are chosen.")
        List<@NotNull ShotRequest> shots) {
  static final int MAX_SHOTS = 100;

  public TrailerRequest {
    name = RequestText.strippedOrNull(name);
    settings = settings == null ? TrailerSettings.standard() : settings;
    shots = shots == null ? List.of() : shots;
  }

  /** Whether shots are still to be chosen. */
  boolean isToBeChosen() {
    return shots.stream().allMatch(ShotRequest::isLocked);
  }
}
