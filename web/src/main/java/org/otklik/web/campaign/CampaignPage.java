package org.otklik.web.campaign;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.ResultService;
import org.otklik.problem.ProblemCode;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.portal.PageAddress;

/** {@code campaign.xhtml}: a campaign's figures and creatives. */
@Named
@ViewScoped
public class CampaignPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignResults results;
  @Inject private ResultService pictures;
  @Inject private CurrentActor me;

  private String id;
  private transient CampaignResultView result;
  private transient Map<UUID, Optional<String>> posters;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    getResult();
  }

  public CampaignResultView getResult() {
    if (result == null) {
      result = results.of(me.get(), PageAddress.id(id, ProblemCode.CAMPAIGN_UNKNOWN));
    }
    return result;
  }

  /** Address of the picture at a third of the creative; null while there is none. */
  public String poster(CreativeView creative) {
    if (posters == null) {
      posters = new HashMap<>();
    }
    return posters.computeIfAbsent(creative.id(), id -> found(creative)).orElse(null);
  }

  private Optional<String> found(CreativeView creative) {
    return pictures.pictures(me.get(), creative.id()).keySet().stream()
        .min(Comparator.comparingInt(second -> Math.abs(second - creative.durationSeconds() / 3)))
        .map(second -> "/api/v1/creatives/" + creative.id() + "/pictures/" + second);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
