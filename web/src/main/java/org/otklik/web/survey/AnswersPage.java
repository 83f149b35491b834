package org.otklik.web.survey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.result.ResultService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.ProblemCode;
import org.otklik.survey.SurveyService;
import org.otklik.web.creative.EmoNpsView;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;

/** {@code answers.xhtml}: what viewers answered, beside what their faces showed. */
@Named
@RequestScoped
public class AnswersPage {
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private SurveyService survey;
  @Inject private CurrentActor me;

  private String campaignId;
  private Campaign campaign;
  private SurveyView scores;
  private EmoNpsView emoNps;
  private List<ViewerAnswer> answers;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    getCampaign();
  }

  public SurveyView getScores() {
    if (scores == null) {
      scores = SurveyView.of(survey.scores(me.get(), uuid()));
    }
    return scores;
  }

  /** Null while nothing counts. */
  public EmoNpsView getEmoNps() {
    if (emoNps == null) {
      emoNps = EmoNpsView.of(results.campaignScore(me.get(), uuid()));
    }
    return emoNps;
  }

  /** Of single viewers: not for readers. */
  public List<ViewerAnswer> getAnswers() {
    if (answers == null) {
      answers = me.isUploading() ? survey.answers(me.get(), uuid()) : List.of();
    }
    return answers;
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
