package org.otklik.web.showing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingService;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;

/** {@code showings.xhtml}: the live showings of a campaign. */
@Named
@ViewScoped
public class ShowingsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignService campaigns;
  @Inject private ShowingService showings;
  @Inject private CurrentActor me;

  private String campaignId;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<Showing> all;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    getCampaign();
  }

  public List<Showing> getAll() {
    if (all == null) {
      all = showings.showings(me.get(), uuid());
    }
    return all;
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), uuid());
    }
    return campaign;
  }

  private UUID uuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }
}
