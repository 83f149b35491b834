package org.otklik.web.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerAreaRequest;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.NameRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.vision.image.FrameArea;
import org.otklik.web.campaign.CampaignPage;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** On the page of a campaign of calls: new scripts, and where customers are in its calls. */
@Named
@ViewScoped
public class CallsPart implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignPage page;
  @Inject private CampaignService campaigns;
  @Inject private CallSideService sides;
  @Inject private PageProblems problems;
  @Inject private CurrentActor me;

  private String name;

  public CustomerPlace[] getPlaces() {
    return CustomerPlace.values();
  }

  /** Null where nobody has said so, or a rectangle of its own. */
  public CustomerPlace getPlace() {
    FrameArea area = page.getCampaign().customerArea().orElse(null);
    return Arrays.stream(CustomerPlace.values())
        .filter(place -> place.area().equals(area))
        .findFirst()
        .orElse(null);
  }

  public void choose(CustomerPlace place) {
    UUID campaign = uuid();
    if (problems.told(
        () -> sides.showInCampaign(me.get(), campaign, CustomerAreaRequest.of(place.area())))) {
      PageRedirect.to("/campaign.xhtml?id=" + campaign);
    }
  }

  public void addScript() {
    UUID campaign = uuid();
    if (problems.told(() -> campaigns.addScript(me.get(), campaign, new NameRequest(name)))) {
      PageRedirect.to("/campaign.xhtml?id=" + campaign);
    }
  }

  private UUID uuid() {
    return PageAddress.id(page.getId(), ProblemCode.CAMPAIGN_UNKNOWN);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
