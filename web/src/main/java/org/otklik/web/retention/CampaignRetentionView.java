package org.otklik.web.retention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.retention.CampaignRetention;
import org.otklik.retention.RetentionHold;
import org.otklik.retention.RetentionPeriods;
import org.otklik.retention.UpcomingDeletion;

/** How long what there is of a campaign's viewers is kept. */
@Schema(name = "CampaignRetention")
public record CampaignRetentionView(
    @Schema(description = "The campaign's own.") RetentionPeriods own,
    @Schema(description = "Its client's.") RetentionPeriods ofClient,
    @Schema(description = "What holds: of both the shorter.") RetentionPeriods effective,
    @Schema(description = "Null unless nothing is to be deleted.") RetentionHold hold,
    @Schema(description = "What is deleted within 30 days.") List<UpcomingDeletion> upcoming) {

  static CampaignRetentionView of(CampaignRetention retention) {
    return new CampaignRetentionView(
        retention.own(),
        retention.ofClient(),
        retention.effective(),
        retention.hold(),
        retention.upcoming());
  }
}
