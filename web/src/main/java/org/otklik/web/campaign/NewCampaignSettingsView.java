package org.otklik.web.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to change a campaign's settings. */
@Schema(name = "NewCampaignSettings")
public record NewCampaignSettingsView(
    @Schema(
            required = true,
            description = "The version that was changed; refused if a newer one is current.")
        int version,
    @Schema(required = true) MetricSettingsView settings,
    @Schema(description = "Why.", maxLength = 500) String note) {}
