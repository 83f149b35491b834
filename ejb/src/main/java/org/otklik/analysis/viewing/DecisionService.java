package org.otklik.analysis.viewing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.SummaryState;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.request.RequestValidator;

/** Analysts' verdicts on viewings, limited to the actor's clients. */
@Stateless
public class DecisionService {
  @PersistenceContext private EntityManager em;
  @Inject private RecordingService recordings;
  @Inject private CampaignService campaigns;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;

  /** Every decision on the viewing, the newest, which holds, first. */
  public List<ViewingDecision> verdicts(Actor actor, UUID recordingId) {
    return verdicts(recordings.recording(actor, recordingId));
  }

  /**
   * Decides on a viewing, and has its creative's figures computed anew; what was decided already is
   * left as it is.
   */
  public void decide(Actor actor, UUID recordingId, DecisionRequest request) {
    actor.requireUpload();
    Decision verdict = RequestValidator.valid(request).decision();
    String note = request.note();
    if (verdict == Decision.EXCLUDED && note == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "note");
    }
    Recording recording = recordings.recording(actor, recordingId);
    Optional<ViewingDecision> standing = verdicts(recording).stream().findFirst();
    Decision before = standing.map(ViewingDecision::verdict).orElse(Decision.AUTOMATIC);
    String noteBefore = standing.map(ViewingDecision::note).orElse(null);
    if (verdict == before && Objects.equals(note, noteBefore)) {
      return;
    }
    AppUser decider = em.getReference(AppUser.class, actor.userId());
    em.persist(new ViewingDecision(recording, verdict, note, decider));
    audit.done(
        actor,
        AuditKind.VERDICT_CHANGED,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId),
        before + " → " + verdict);
    Creative creative = campaigns.lockCreative(recording.creative().id());
    if (creative.summaryState() != SummaryState.EMPTY) {
      creative.outdate();
      queue.request(JobName.SUMMARISE_CREATIVE, creative.id());
    }
  }

  private List<ViewingDecision> verdicts(Recording recording) {
    return em.createQuery(
            """
            select v from ViewingDecision v join fetch v.decidedBy
            where v.recording = :recording
            order by v.id desc
            """,
            ViewingDecision.class)
        .setParameter("recording", recording)
        .getResultList();
  }
}
