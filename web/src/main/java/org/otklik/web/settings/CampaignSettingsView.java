package org.otklik.web.settings;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.CampaignSettings;
import org.otklik.campaign.MetricRequest;

/** One version of a campaign's settings. */
@Schema(name = "CampaignSettings")
public record CampaignSettingsView(
    @Schema(description = "Number of the version within the campaign, from 1.") int version,
    MetricRequest settings,
    @Schema(description = "Why they were changed; may be null.") String note,
    Instant changedAt,
    @Schema(description = "Name of the user who changed them.") String changedBy) {

  static CampaignSettingsView of(CampaignSettings settings) {
    return new CampaignSettingsView(
        settings.version(),
        MetricRequest.of(settings.metric()),
        settings.note(),
        settings.changedAt(),
        settings.changedBy().displayName());
  }
}
