package org.otklik.overview;

import org.otklik.campaign.Campaign;

/**
 * What a list shows of a campaign: counts, and the indexes without their intervals.
 *
 * @param contacts those that count
 * @param eei over all contacts; null until one counts
 * @param emoNps over all viewers, at the campaign's K; null until one counts
 */
public record CampaignOverview(
    Campaign campaign,
    int creatives,
    int recordings,
    int contacts,
    CampaignState state,
    Double eei,
    Double emoNps) {}
