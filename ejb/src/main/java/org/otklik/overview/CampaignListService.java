package org.otklik.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;

/** The list of campaigns, limited to the actor's clients. */
@Stateless
public class CampaignListService {
  @Inject private CampaignSearch search;
  @Inject private CampaignService campaigns;
  @Inject private CampaignOverviews overviews;
  @Inject private CreativePreviews previews;

  /** One page of what passes the filter; the last one where the page asked for is beyond it. */
  public CampaignListing list(Actor actor, CampaignFilter filter) {
    List<Long> found = search.find(actor, filter);
    int size = filter.pageSize();
    int last = Math.max(0, (found.size() - 1) / size);
    int from = Math.min(Math.max(0, filter.page()), last) * size;
    List<Long> shown = found.subList(from, Math.min(found.size(), from + size));
    List<Campaign> ofPage = campaigns.campaigns(actor, shown);
    Map<Long, CreativePreview> glances = previews.ofCampaigns(shown.toArray(Long[]::new));
    return new CampaignListing(
        overviews.of(ofPage).stream()
            .map(
                overview ->
                    new CampaignListing.Entry(overview, glances.get(overview.campaign().id())))
            .toList(),
        found.size());
  }

  /** The creatives of a campaign at a glance, by identifier. */
  public Map<UUID, CreativePreview> previews(Actor actor, UUID campaignId) {
    return previews.ofCampaign(campaigns.campaign(actor, campaignId).id());
  }
}
