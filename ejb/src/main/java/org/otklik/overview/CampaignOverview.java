package org.otklik.overview;

import org.otklik.campaign.Campaign;

/**
 * What a list shows of a campaign: counts, and the indexes without their intervals.
 *
 * @param unfinished recordings whose analysis has not ended
 * @param contacts those that count
 * @param viewers those with a contact that counts
 * @param eei over all contacts; null until one counts
 * @param emoNps over all viewers, at the campaign's K; null until one counts
 */
public record CampaignOverview(
    Campaign campaign,
    int creatives,
    int recordings,
    int unfinished,
    int contacts,
    int viewers,
    CampaignState state,
    Double eei,
    Double emoNps) {

  /** Whether there are enough viewers for figures over all of them to be shown. */
  public boolean enough() {
    return viewers >= campaign.leastGroupSize();
  }

  /** How many recordings the indexes are made of. */
  public int analysed() {
    return recordings - unfinished;
  }
}
