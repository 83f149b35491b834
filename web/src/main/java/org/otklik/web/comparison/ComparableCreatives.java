package org.otklik.web.comparison;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemException;
import org.otklik.web.portal.FormText;
import org.otklik.web.session.CurrentActor;

/** Which creatives a creative's page offers to compare with. */
@Named("comparable")
@RequestScoped
public class ComparableCreatives {
  @Inject private CampaignService campaigns;
  @Inject private CurrentActor me;
  @Inject private HttpServletRequest request;

  private List<Creative> ofCampaign;
  private List<Creative> others;

  /** The campaign's other creatives. */
  public List<Creative> ofCampaign(Creative creative) {
    if (ofCampaign == null) {
      ofCampaign =
          campaigns.creatives(me.get(), creative.campaign().publicId()).stream()
              .filter(other -> !other.publicId().equals(creative.publicId()))
              .toList();
    }
    return ofCampaign;
  }

  /** Those of other campaigns, first the one that the page's address names, if it does. */
  public List<Creative> others(Creative creative) {
    if (others == null) {
      others =
          new ArrayList<>(campaigns.comparableCreatives(me.get(), creative.campaign().publicId()));
      named()
          .filter(named -> !named.campaign().id().equals(creative.campaign().id()))
          .ifPresent(
              named -> {
                others.removeIf(other -> other.publicId().equals(named.publicId()));
                others.add(0, named);
              });
    }
    return others;
  }

  /** What it names may be no creative, or one that the user may not see: the script says so. */
  private Optional<Creative> named() {
    try {
      UUID id = FormText.id("with", request.getParameter("with"));
      return Optional.ofNullable(id).map(known -> campaigns.creative(me.get(), known));
    } catch (ProblemException unknown) {
      return Optional.empty();
    }
  }
}
