package org.otklik.web.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.otklik.analysis.ModelRenewalService;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.result.VersionedScore;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.creative.EeiView;
import org.otklik.web.creative.EmoNpsView;

/** Puts a campaign's results together from the services. */
@ApplicationScoped
class CampaignResults {
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private CreativeViews creatives;
  @Inject private ModelRenewalService renewals;

  CampaignResultView of(Actor actor, UUID id) {
    Campaign campaign = campaigns.campaign(actor, id);
    VersionedScore versioned = results.campaignScore(actor, id);
    return new CampaignResultView(
        CampaignView.of(campaign),
        versioned.score().eeiWithInterval().map(EeiView::of).orElse(null),
        EmoNpsView.of(versioned),
        creatives.of(campaigns.creatives(actor, id)),
        ModelStatusView.of(renewals.standing(actor, id)));
  }
}
