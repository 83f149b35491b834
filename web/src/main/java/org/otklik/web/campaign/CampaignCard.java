package org.otklik.web.campaign;

import org.otklik.analysis.CampaignListing;
import org.otklik.analysis.CampaignOverview;
import org.otklik.analysis.CampaignState;
import org.otklik.campaign.Campaign;
import org.otklik.web.portal.Glance;

/** A campaign as the list shows it. */
public record CampaignCard(CampaignListing.Entry entry) {

  public CampaignOverview overview() {
    return entry.overview();
  }

  public Campaign campaign() {
    return overview().campaign();
  }

  public CampaignState state() {
    return overview().state();
  }

  /** Null while it has no creative. */
  public Glance glance() {
    return entry.preview() == null ? null : new Glance(entry.preview());
  }
}
