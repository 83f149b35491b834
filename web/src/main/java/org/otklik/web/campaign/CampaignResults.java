package org.otklik.web.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.analysis.ResultService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.metric.Contact;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.settings.MetricSettings;
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
    MetricSettings settings = campaign.metricSettings();
    List<Contact> contacts = results.campaignContacts(actor, id);
    return new CampaignResultView(
        CampaignView.of(campaign),
        EmotionalExperienceIndex.of(contacts).map(EeiView::of).orElse(null),
        EmotionalNps.of(contacts, settings.trace())
            .map(nps -> EmoNpsView.of(nps, settings.silentWeight()))
            .orElse(null),
        creatives.of(campaigns.creatives(actor, id)));
  }
}
