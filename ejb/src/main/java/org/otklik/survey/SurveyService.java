package org.otklik.survey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.analysis.result.ResultService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.metric.Viewing;
import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScores;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Viewer;
import org.otklik.request.RequestValidator;
import org.otklik.spreadsheet.TableNote;
import org.otklik.text.PlainText;

/** Viewers' answers to NPS and CSAT, limited to the actor's clients. */
@Stateless
public class SurveyService {
  /** Of a table; nobody reads more. */
  private static final int MAX_PROBLEMS = 1000;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;

  /** Stores a viewer's answers; one that is null leaves what was answered before. */
  public ViewerAnswer answer(
      Actor actor, UUID campaignId, String viewerCode, AnswerRequest answer) {
    actor.requireUpload();
    RequestValidator.valid(answer);
    if (answer.nps() == null && answer.csat() == null) {
      throw new ProblemException(
          ProblemCode.FIELD_MISSING, AnswerTable.NPS + ", " + AnswerTable.CSAT);
    }
    Viewer viewer = viewers(campaigns.campaign(actor, campaignId)).get(PlainText.code(viewerCode));
    if (viewer == null) {
      throw new ProblemException(ProblemCode.VIEWER_UNKNOWN, viewerCode);
    }
    viewer.requireKept().answered(answer.nps(), answer.csat());
    return viewer.answer();
  }

  /**
   * Reads answers from a table, CSV or XLSX, and stores them, all or nothing.
   *
   * @param preview only tells what storing would find
   */
  public AnswerImport read(Actor actor, UUID campaignId, InputStream table, boolean preview) {
    actor.requireUpload();
    Map<String, Viewer> viewers = viewers(campaigns.campaign(actor, campaignId));
    AnswerTable read = AnswerTable.read(table);
    List<LineProblem> problems = new ArrayList<>(read.problems());
    for (AnswerLine line : read.answers()) {
      if (!viewers.containsKey(line.answer().viewerKey())) {
        problems.add(
            new LineProblem(
                line.line(),
                new ProblemException(ProblemCode.VIEWER_UNKNOWN, line.answer().viewerKey())));
      }
    }
    problems.sort(Comparator.comparingLong(LineProblem::line));
    boolean store = !preview && problems.isEmpty();
    if (store) {
      for (AnswerLine line : read.answers()) {
        ViewerAnswer answer = line.answer();
        viewers.get(answer.viewerKey()).requireKept().answered(answer.nps(), answer.csat());
      }
    }
    int unknown = problems.size() - read.problems().size();
    List<TableNote> notes = new ArrayList<>(read.notes());
    int further = problems.size() - MAX_PROBLEMS;
    if (further > 0) {
      notes.add(TableNote.of(TableNote.Kind.MORE_PROBLEMS, Integer.toString(further)));
    }
    return new AnswerImport(
        read.answers().size() - unknown,
        problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())),
        notes,
        store);
  }

  /** Of every viewer who answered anything, by code; not for readers, who see groups only. */
  public List<ViewerAnswer> answers(Actor actor, UUID campaignId) {
    actor.requireUpload();
    return viewers(campaigns.campaign(actor, campaignId)).values().stream()
        .map(Viewer::answer)
        .filter(answer -> answer.nps() != null || answer.csat() != null)
        .sorted(Comparator.comparing(ViewerAnswer::viewerKey))
        .toList();
  }

  /** The campaign's scores over all viewers who answered; none where they are too few. */
  public SurveyScores scores(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    int least = campaign.leastGroupSize();
    List<ViewerAnswer> answers = viewers(campaign).values().stream().map(Viewer::answer).toList();
    List<Viewing> contacts = results.campaignContacts(actor, campaignId);
    return new SurveyScores(
        AnswerScores.nps(answers).filter(score -> score.n() >= least).orElse(null),
        AnswerScores.csat(answers).filter(score -> score.n() >= least).orElse(null),
        correlation(answers, ViewerAnswer::nps, contacts, least),
        correlation(answers, ViewerAnswer::csat, contacts, least));
  }

  /** The codes of those who answered NPS. */
  public Set<String> viewersWithNps(Actor actor, UUID campaignId) {
    return viewers(campaigns.campaign(actor, campaignId)).values().stream()
        .map(Viewer::answer)
        .filter(answer -> answer.nps() != null)
        .map(ViewerAnswer::viewerKey)
        .collect(Collectors.toSet());
  }

  private static AnswerCorrelation correlation(
      List<ViewerAnswer> answers,
      Function<ViewerAnswer, Integer> question,
      List<Viewing> contacts,
      int least) {
    return AnswerCorrelation.of(answers, question, contacts)
        .filter(correlation -> correlation.n() >= least)
        .orElse(null);
  }

  private Map<String, Viewer> viewers(Campaign campaign) {
    return em.createQuery("select v from Viewer v where v.campaign = :campaign", Viewer.class)
        .setParameter("campaign", campaign)
        .getResultStream()
        .collect(Collectors.toMap(Viewer::code, Function.identity()));
  }
}
