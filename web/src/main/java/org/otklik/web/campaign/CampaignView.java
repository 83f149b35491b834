package org.otklik.web.campaign;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.call.CustomerAreaRequest;
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignKind;
import org.otklik.web.user.ClientView;

/** A campaign. */
@Schema(name = "Campaign")
public record CampaignView(
    UUID id,
    String name,
    ClientView client,
    CampaignKind kind,
    @Schema(description = "True when its viewers are synthetic.") boolean synthetic,
    Instant createdAt,
    @Schema(description = "When it was archived; null unless it is.") Instant archivedAt,
    @Schema(description = "Whether voices in its recordings are analysed.") boolean voiceAnalysed,
    @Schema(
            description =
                "Which part of the frame is the customer's in calls that come from now on; null"
                    + " where nobody has said so.")
        CustomerAreaRequest customerArea,
    @Schema(
            description =
                "Where the customer is heard in calls that come from now on; null where nobody has"
                    + " said so.")
        CustomerSoundRequest customerSound) {

  public static CampaignView of(Campaign campaign) {
    return new CampaignView(
        campaign.publicId(),
        campaign.name(),
        ClientView.of(campaign.client()),
        campaign.kind(),
        campaign.isSynthetic(),
        campaign.createdAt(),
        campaign.archivedAt(),
        campaign.isVoiceAnalysed(),
        campaign.customerArea().map(CustomerAreaRequest::of).orElse(null),
        campaign.customerSound().map(CustomerSoundRequest::of).orElse(null));
  }
}
