package org.otklik.web.study;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.study.Study;
import org.otklik.study.StudyFunnel;
import org.otklik.study.StudyService;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.session.CurrentActor;

/** {@code studies.xhtml}: the studies of a campaign, with how far their viewers came. */
@Named
@ViewScoped
public class StudiesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignService campaigns;
  @Inject private StudyService studies;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String campaignId;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<Study> all;
  private transient Map<UUID, StudyFunnel> funnels;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    getCampaign();
  }

  /** Asked every few seconds while a study is open. */
  public void refresh() {
    all = null;
    funnels = null;
  }

  public void close(UUID id) {
    problems.told(() -> studies.close(me.get(), id));
    refresh();
  }

  public void reopen(UUID id) {
    problems.told(() -> studies.reopen(me.get(), id));
    refresh();
  }

  public List<Study> getAll() {
    if (all == null) {
      all = studies.studies(me.get(), uuid());
    }
    return all;
  }

  public StudyFunnel funnel(Study study) {
    if (funnels == null) {
      funnels = new HashMap<>();
    }
    return funnels.computeIfAbsent(study.publicId(), id -> studies.funnel(me.get(), id));
  }

  public boolean isOpen(Study study) {
    return study.isOpen(Instant.now());
  }

  /** Whether anybody may still come. */
  public boolean isBusy() {
    return getAll().stream().anyMatch(this::isOpen);
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
