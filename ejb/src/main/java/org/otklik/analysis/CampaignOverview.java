package org.otklik.analysis;

import org.otklik.campaign.Campaign;

/**
 * What a list shows of a campaign: counts, and the indexes without their intervals.
 *
 * @param contacts those that count
 * @param settled whether every recording is analysed and in its creative's summary
 * @param eei over all contacts; null until one counts
 * @param emoNps over all viewers, at the campaign's K; null until one counts
 */
public record CampaignOverview(
    Campaign campaign,
    int creatives,
    int recordings,
    int contacts,
    boolean settled,
    Double eei,
    Double emoNps) {

  public CampaignState state() {
    if (creatives == 0) {
      return CampaignState.NO_CREATIVE;
    }
    if (recordings == 0) {
      return CampaignState.NO_RECORDING;
    }
    return settled ? CampaignState.READY : CampaignState.ANALYSING;
  }
}
