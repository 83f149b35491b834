package org.otklik.web.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.CampaignKind;

/** What is sent to make a campaign. */
@Schema(name = "NewCampaign")
public record NewCampaignView(
    @Schema(required = true, description = "Code of the client it belongs to.") String client,
    @Schema(required = true, maxLength = 200) String name,
    @Schema(
            description = "ENTRY_EXIT: guests who enter and leave are filmed, two segments.",
            defaultValue = "AD")
        CampaignKind kind,
    @Schema(description = "True when its viewers are synthetic.", defaultValue = "false")
        boolean synthetic) {}
