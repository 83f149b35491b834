package org.otklik.overview;

import java.util.List;

/**
 * One page of the list of campaigns.
 *
 * @param found how many campaigns there are on all pages
 */
public record CampaignListing(List<Entry> entries, int found) {

  /**
   * A campaign with what its card shows.
   *
   * @param preview of its first creative with figures, else of its first; null without one
   */
  public record Entry(CampaignOverview overview, CreativePreview preview) {}
}
