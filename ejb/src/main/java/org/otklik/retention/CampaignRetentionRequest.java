package org.otklik.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to hold for a campaign from now on; no period longer than its client's. */
@Schema(name = "NewCampaignRetention")
public record CampaignRetentionRequest(@NotNull @Valid RetentionPeriods periods) {}
