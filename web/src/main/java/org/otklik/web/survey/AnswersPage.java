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
import org.otklik.survey.QuestionSummary;
import org.otklik.survey.StudyAnswer;
import org.otklik.survey.StudyAnswerService;
import org.otklik.survey.SurveyService;
import org.otklik.web.creative.EmoNpsView;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code answers.xhtml}: what viewers answered, beside what their faces showed. */
@Named
@RequestScoped
public class AnswersPage {
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private SurveyService survey;
  @Inject private StudyAnswerService studyAnswers;
  @Inject private Language language;
  @Inject private Wording wording;
  @Inject private Figures figures;
  @Inject private CurrentActor me;

  private String campaignId;
  private Campaign campaign;
  private SurveyView scores;
  private EmoNpsView emoNps;
  private List<ViewerAnswer> answers;
  private List<QuestionSummary> questions;
  private List<StudyAnswer> said;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    wording.speakOfCalls(getCampaign().isOfCalls());
  }

  public SurveyView getScores() {
    if (scores == null) {
      scores = SurveyView.of(survey.scores(me.get(), uuid()), getQuestions());
    }
    return scores;
  }

  /**
   * Of those who answered NPS, to stand beside it; of all where it is not shown. Null: none counts.
   */
  public EmoNpsView getEmoNps() {
    if (emoNps == null) {
      emoNps =
          EmoNpsView.of(
              getScores().nps() == null
                  ? results.campaignScore(me.get(), uuid())
                  : results.campaignScore(
                      me.get(), uuid(), survey.viewersWithNps(me.get(), uuid())));
    }
    return emoNps;
  }

  /** With what so many viewers could show at all, where it is not clear. */
  public String correlation(SurveyView.Correlation found) {
    String r = figures.signed(found.r());
    if (found.low() == null) {
      return wording.of("answers.correlation-bare", r, found.viewers());
    }
    String sentence =
        wording.of(
            "answers.correlation",
            r,
            figures.signed(found.low()),
            figures.signed(found.high()),
            found.viewers());
    boolean isClear = found.low() > 0 || found.high() < 0;
    return isClear
        ? sentence
        : sentence
            + " "
            + wording.of(
                "answers.correlation-open", found.viewers(), figures.signed(found.minClear()));
  }

  /** Of single viewers: not for readers. */
  public List<ViewerAnswer> getAnswers() {
    if (answers == null) {
      answers = me.isUploading() ? survey.answers(me.get(), uuid()) : List.of();
    }
    return answers;
  }

  /** Answers to scales and texts of studies, by question. */
  public List<QuestionSummary> getQuestions() {
    if (questions == null) {
      questions = studyAnswers.summaries(me.get(), uuid());
    }
    return questions;
  }

  /** In the user's language. */
  public String text(QuestionSummary question) {
    return language.isRussian() ? question.ru() : question.en();
  }

  /** Of single viewers: not for readers. */
  public List<StudyAnswer> getStudyAnswers() {
    if (said == null) {
      said = me.isUploading() ? studyAnswers.answers(me.get(), uuid()) : List.of();
    }
    return said;
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
