package org.otklik.web.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.analysis.ResultService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.creative.EeiView;
import org.otklik.web.creative.EmoNpsView;

/** Puts a campaign's results together from the services. */
@ApplicationScoped
class CampaignResults {
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private CreativeViews creatives;

  CampaignResultView of(Actor actor, UUID id) {
    Campaign campaign = campaigns.campaign(actor, id);
    double k = campaign.metricSettings().silentWeight();
    return new CampaignResultView(
        CampaignView.of(campaign),
        results.campaignIndex(actor, id).map(EeiView::of).orElse(null),
        results.campaignNps(actor, id).map(nps -> EmoNpsView.of(nps, k)).orElse(null),
        creatives.of(campaigns.creatives(actor, id)));
  }
}
