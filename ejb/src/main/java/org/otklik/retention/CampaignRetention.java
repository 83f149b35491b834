package org.otklik.retention;

import java.util.List;

/**
 * What holds for a campaign.
 *
 * @param own its own periods
 * @param ofClient its client's; of both the shorter holds
 * @param hold null unless nothing is to be deleted
 * @param upcoming what is deleted within {@value RetentionService#PREVIEW_DAYS} days
 */
public record CampaignRetention(
    RetentionPeriods own,
    RetentionPeriods ofClient,
    RetentionHold hold,
    List<UpcomingDeletion> upcoming) {

  public RetentionPeriods effective() {
    return own.shorterOf(ofClient);
  }
}
