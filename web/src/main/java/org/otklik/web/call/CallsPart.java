package org.otklik.web.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerAreaRequest;
import org.otklik.analysis.call.CustomerSideRequest;
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.NameRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.sound.CustomerSound;
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

  // As the sound's own words; empty where nothing is said of it.
  private String sound;

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
    show(CustomerAreaRequest.of(place.area()));
  }

  /** Takes what is said of the sound, and leaves the frame. */
  public void chooseSound() {
    show(null);
  }

  /** Has calls that are there analysed again in what is said of new ones. */
  public void analyseAll() {
    Campaign campaign = page.getCampaign();
    CustomerSideRequest request =
        new CustomerSideRequest(
            campaign.customerArea().map(CustomerAreaRequest::of).orElse(null),
            campaign.customerSound().map(CustomerSoundRequest::of).orElse(null));
    if (problems.told(() -> sides.showInAllCalls(me.get(), uuid(), request))) {
      PageRedirect.to("/campaign.xhtml?id=" + uuid());
    }
  }

  private void show(CustomerAreaRequest area) {
    UUID campaign = uuid();
    CustomerSoundRequest heard =
        sound == null || sound.isEmpty() ? null : CustomerSoundRequest.of(CustomerSound.of(sound));
    if (problems.told(() -> sides.showInCampaign(me.get(), campaign, area, heard))) {
      PageRedirect.to("/campaign.xhtml?id=" + campaign);
    }
  }

  /** What can be said of a telephone's or a program's usual sound. */
  public List<CustomerSound> getSounds() {
    return page.getCampaign().isVoiceAnalysed() ? SoundChoices.of(List.of(2)) : List.of();
  }

  public String getSound() {
    if (sound == null) {
      sound = page.getCampaign().customerSound().map(CustomerSound::toString).orElse("");
    }
    return sound;
  }

  public void setSound(String sound) {
    this.sound = sound;
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
