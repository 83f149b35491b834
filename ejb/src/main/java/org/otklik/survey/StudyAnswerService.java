package org.otklik.survey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.recording.Viewer;
import org.otklik.study.QuestionKind;
import org.otklik.study.Study;
import org.otklik.study.StudyQuestion;
import org.otklik.study.StudyService;

/** Viewers' answers to scales and texts of studies, limited to the actor's clients. */
@Stateless
public class StudyAnswerService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private StudyService studies;

  /** By question, in the order of the studies, the newest first. */
  public List<QuestionSummary> summaries(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    Map<String, StudyQuestion> questions = new LinkedHashMap<>();
    for (Study study : studies.studies(actor, campaignId)) {
      study.questions().stream()
          .filter(question -> !question.kind().isChoice())
          .forEach(question -> questions.putIfAbsent(question.attribute(), question));
    }
    List<Viewer> viewers = questions.isEmpty() ? List.of() : viewers(campaign);
    return questions.values().stream()
        .map(question -> summary(question, viewers, campaign.leastGroupSize()))
        .toList();
  }

  private static QuestionSummary summary(
      StudyQuestion question, List<Viewer> viewers, int minGroupSize) {
    boolean isScale = question.kind() == QuestionKind.SCALE;
    List<String> answers =
        viewers.stream()
            .map(viewer -> viewer.studyAnswers().get(question.attribute()))
            .filter(Objects::nonNull)
            // A question may have been a text before it became a scale.
            .filter(answer -> !isScale || answer.matches("\\d{1,2}"))
            .toList();
    return new QuestionSummary(
        question.attribute(),
        question.en(),
        question.ru(),
        question.steps(),
        answers.size(),
        isScale && answers.size() >= minGroupSize
            ? answers.stream().mapToInt(Integer::parseInt).average().orElseThrow()
            : null);
  }

  /** Of single viewers, by their codes; not for readers, who see groups only. */
  public List<StudyAnswer> answers(Actor actor, UUID campaignId) {
    actor.requireUpload();
    List<StudyAnswer> answers = new ArrayList<>();
    viewers(campaigns.campaign(actor, campaignId)).stream()
        .sorted(Comparator.comparing(Viewer::code))
        .forEach(
            viewer ->
                viewer.studyAnswers().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(
                        one ->
                            answers.add(
                                new StudyAnswer(viewer.code(), one.getKey(), one.getValue()))));
    return answers;
  }

  private List<Viewer> viewers(Campaign campaign) {
    return em.createQuery("select v from Viewer v where v.campaign = :campaign", Viewer.class)
        .setParameter("campaign", campaign)
        .getResultList();
  }
}
