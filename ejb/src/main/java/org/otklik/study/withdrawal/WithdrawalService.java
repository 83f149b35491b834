package org.otklik.study.withdrawal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.selection.RecordingChangeService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.recording.Viewer;
import org.otklik.study.capture.Capture;
import org.otklik.study.capture.CaptureService;
import org.otklik.study.capture.CaptureState;
import org.otklik.study.participation.Participation;
import org.otklik.study.participation.ParticipationService;
import org.otklik.study.participation.ParticipationState;

/** Viewers who take their consent back, and the deletion of all that there is of them. */
@Stateless
public class WithdrawalService {
  @PersistenceContext private EntityManager em;
  @Inject private ParticipationService participations;
  @Inject private CaptureService captures;
  @Inject private RecordingChangeService recordings;
  @Inject private AuditService audit;

  /**
   * From now on the viewer does not take part. What remains is that somebody agreed, and withdrew.
   *
   * @return recordings that were on their way, whose files are to be deleted
   */
  public List<UUID> withdraw(String token) {
    Participation participation = participations.lock(token);
    if (participation.state() == ParticipationState.WITHDRAWN) {
      return List.of();
    }
    List<Capture> arriving =
        captures.of(participation).stream()
            .filter(capture -> capture.state() == CaptureState.ARRIVING)
            .toList();
    arriving.forEach(Capture::abandon);
    participation.withdraw();
    audit.done(
        Actor.JOB,
        AuditKind.CONSENT_WITHDRAWN,
        AuditSubject.of(AuditSubject.Kind.STUDY, participation.study().publicId()),
        participation.publicId().toString());
    return arriving.stream().map(Capture::publicId).toList();
  }

  /** Of viewers who have withdrawn and are not deleted yet. */
  public List<Long> waiting() {
    return em.createQuery(
            """
            select p.id from Participation p
            where p.state = :withdrawn and p.viewer is not null order by p.id
            """,
            Long.class)
        .setParameter("withdrawn", ParticipationState.WITHDRAWN)
        .getResultList();
  }

  /** Deletes the viewer; as far as it can be done while a recording is being analysed. */
  public void erase(String token) {
    erase(participations.lock(token));
  }

  /** As {@link #erase(String)}, by the participation's key. */
  public void erase(long participationId) {
    erase(em.find(Participation.class, participationId, LockModeType.PESSIMISTIC_WRITE));
  }

  private void erase(Participation participation) {
    Viewer viewer = participation.viewer();
    if (viewer != null && recordings.eraseViewer(Actor.JOB, viewer)) {
      participation.forgetViewer();
    }
  }
}
