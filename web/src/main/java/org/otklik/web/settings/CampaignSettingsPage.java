package org.otklik.web.settings;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.CampaignSettings;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.MetricRequest;
import org.otklik.campaign.SettingsRequest;
import org.otklik.campaign.SummaryState;
import org.otklik.campaign.VoiceRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code campaign-settings.xhtml}: the settings of the metrics, changed, explained, compared. */
@Named
@ViewScoped
public class CampaignSettingsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "settings.field";

  @Inject private CampaignService campaigns;
  @Inject private CampaignSettingsService settings;
  @Inject private SettingFormatter words;
  @Inject private Wording wording;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String campaignId;
  private MetricForm form;
  private String note;

  /** The version that the form was filled with. */
  private int basedOn;

  /** Whether somebody made a further version while the form was filled in. */
  private boolean overtaken;

  private int overtakenFrom;
  private boolean saved;
  private boolean voiceAnalysed;
  private boolean voiceSaved;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<Creative> creatives;
  private transient List<SettingsVersion> versions;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    load();
    voiceAnalysed = getCampaign().isVoiceAnalysed();
    wording.speakOfCalls(getCampaign().isOfCalls());
  }

  /** Fills the form with what holds now. */
  public void load() {
    CampaignSettings newest = newest();
    form = MetricForm.of(newest.metric());
    basedOn = newest.version();
    note = null;
    overtaken = false;
    saved = false;
  }

  public void save() {
    problems.told(FORM, () -> change(form.request(), note));
  }

  /** Makes a further version that is like this one. */
  public void backTo(int version) {
    problems.told(
        FORM, () -> change(MetricRequest.of(settings.version(getCampaign(), version)), note));
  }

  /** Also without a new version: it changes no figure. */
  public void saveVoice() {
    voiceSaved =
        problems.told(
            FORM, () -> settings.changeVoice(me.get(), uuid(), new VoiceRequest(voiceAnalysed)));
    forget();
  }

  /** What another made meanwhile is shown first: nothing is overwritten unseen. */
  private void change(MetricRequest wanted, String why) {
    saved = false;
    try {
      settings.change(me.get(), uuid(), new SettingsRequest(basedOn, wanted, why));
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.SETTINGS_CHANGED) {
        throw e;
      }
      forget();
      overtaken = true;
      overtakenFrom = basedOn;
      basedOn = newest().version();
      return;
    }
    forget();
    load();
    saved = true;
  }

  /** What changed while the form was filled in. */
  public List<SettingChange> getMeanwhile() {
    return words.between(settings.version(getCampaign(), overtakenFrom), newest().metric());
  }

  /** Asked every other second while figures are computed anew. */
  public void refresh() {
    forget();
  }

  /** Every version, the newest first, each with what differs from the one before. */
  public List<SettingsVersion> getVersions() {
    if (versions == null) {
      List<CampaignSettings> all = settings.history(me.get(), uuid());
      versions = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        List<SettingChange> changes =
            i + 1 < all.size()
                ? words.between(all.get(i + 1).metric(), all.get(i).metric())
                : List.of();
        versions.add(new SettingsVersion(all.get(i), changes, i == 0));
      }
    }
    return versions;
  }

  public CampaignSettings newest() {
    return getVersions().get(0).settings();
  }

  /** Creatives that have figures, whether or not by the newest settings. */
  public long getSummarised() {
    return count(SummaryState.CURRENT) + count(SummaryState.STALE) + count(SummaryState.FAILED);
  }

  public long getUpToDate() {
    return count(SummaryState.CURRENT);
  }

  public long getFailed() {
    return count(SummaryState.FAILED);
  }

  /** Whether figures are being computed anew. */
  public boolean isBusy() {
    return count(SummaryState.STALE) > 0;
  }

  private long count(SummaryState state) {
    if (creatives == null) {
      creatives = campaigns.creatives(me.get(), uuid());
    }
    return creatives.stream().filter(creative -> creative.summaryState() == state).count();
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), uuid());
    }
    return campaign;
  }

  private void forget() {
    campaign = null;
    creatives = null;
    versions = null;
  }

  private UUID uuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  public MetricForm getForm() {
    return form;
  }

  public boolean isOvertaken() {
    return overtaken;
  }

  public boolean isVoiceAnalysed() {
    return voiceAnalysed;
  }

  public void setVoiceAnalysed(boolean voiceAnalysed) {
    this.voiceAnalysed = voiceAnalysed;
  }

  /** Whether the switch was saved last. */
  public boolean isVoiceSaved() {
    return voiceSaved;
  }

  public boolean isSaved() {
    return saved;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }
}
