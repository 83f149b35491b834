package org.otklik.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** Another version of a campaign's settings. */
@Schema(name = "NewCampaignSettings")
public record SettingsRequest(
    @NotNull
        @Min(1)
        @Schema(
            description = "The version that was changed; refused when a newer one holds by now.")
        Integer version,
    @NotNull @Valid MetricRequest settings,
    @Size(max = 500) @SingleLine @Schema(description = "Why.") String note) {
  public SettingsRequest {
    note = RequestText.strippedOrNull(note);
  }
}
