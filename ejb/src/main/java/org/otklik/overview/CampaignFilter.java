package org.otklik.overview;

import org.otklik.campaign.CampaignKind;

/**
 * Which campaigns to list; null lets all through.
 *
 * @param text part of the campaign's name, in any case
 * @param clientCode the client's short name
 * @param archived whether those put away are wanted, or those in use
 * @param page from 0
 * @param pageSize campaigns on a page
 */
public record CampaignFilter(
    String text,
    String clientCode,
    CampaignState state,
    CampaignKind kind,
    boolean archived,
    CampaignOrder order,
    int page,
    int pageSize) {}
