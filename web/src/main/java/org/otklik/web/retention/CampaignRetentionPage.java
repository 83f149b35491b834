package org.otklik.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.retention.CampaignRetention;
import org.otklik.retention.CampaignRetentionRequest;
import org.otklik.retention.DataClass;
import org.otklik.retention.RetentionHoldRequest;
import org.otklik.retention.RetentionService;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;

/** {@code retention.xhtml}: a campaign's periods, a hold, and what will be deleted. */
@Named
@ViewScoped
public class CampaignRetentionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Before the names of its fields. */
  private static final String FORM = "retention.field";

  @Inject private CampaignService campaigns;
  @Inject private RetentionService service;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String campaignId;
  private PeriodsForm form;
  private String reason;
  private boolean saved;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient CampaignRetention retention;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    form = PeriodsForm.of(getRetention().own());
  }

  public void save() {
    saved =
        problems.told(
            FORM,
            () ->
                service.changeCampaign(
                    me.get(), uuid(), new CampaignRetentionRequest(form.periods())));
    retention = null;
  }

  public void hold() {
    if (problems.told(
        FORM, () -> service.hold(me.get(), uuid(), new RetentionHoldRequest(reason)))) {
      reason = null;
    }
    retention = null;
  }

  public void release() {
    problems.told(FORM, () -> service.release(me.get(), uuid()));
    retention = null;
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), uuid());
    }
    return campaign;
  }

  public CampaignRetention getRetention() {
    if (retention == null) {
      retention = service.campaign(me.get(), uuid());
    }
    return retention;
  }

  /** Days that the client allows at most; null for no limit. */
  public Integer limit(DataClass dataClass) {
    return getRetention().ofClient().days(dataClass);
  }

  private UUID uuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  /** Whether the periods were saved by this request. */
  public boolean isSaved() {
    return saved;
  }

  public PeriodsForm getForm() {
    return form;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }
}
