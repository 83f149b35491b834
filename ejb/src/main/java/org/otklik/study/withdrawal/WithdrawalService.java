package org.otklik.study.withdrawal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemException;
import org.otklik.removal.ViewerDeleted;
import org.otklik.removal.ViewerDeletionService;
import org.otklik.study.capture.Capture;
import org.otklik.study.capture.CaptureService;
import org.otklik.study.capture.CaptureState;
import org.otklik.study.invitation.Invitation;
import org.otklik.study.participation.Participation;
import org.otklik.study.participation.ParticipationService;
import org.otklik.study.participation.ParticipationState;

/** Viewers who take their consent back, or are deleted by users: they take part no more. */
@Stateless
public class WithdrawalService {
  @PersistenceContext private EntityManager em;
  @Inject private ParticipationService participations;
  @Inject private CaptureService captures;
  @Inject private ViewerDeletionService viewers;
  @Inject private AuditService audit;
  @Inject private Event<CapturesAbandoned> abandoned;

  /**
   * From now on the viewer does not take part, and is deleted with all that there is. What remains
   * is that somebody agreed, and withdrew.
   *
   * @throws ProblemException PARTICIPATION_UNKNOWN
   */
  public void withdraw(String token) {
    Participation participation = participations.lock(token);
    if (participation.state() == ParticipationState.WITHDRAWN) {
      return;
    }
    withdraw(participation);
    audit.done(
        Actor.JOB,
        AuditKind.CONSENT_WITHDRAWN,
        AuditSubject.of(AuditSubject.Kind.STUDY, participation.study().publicId()),
        participation.publicId().toString());
    if (participation.viewer() != null) {
      viewers.delete(Actor.JOB, participation.viewer());
    }
  }

  /** The studies of a viewer that is deleted forget everything but that somebody agreed. */
  public void forget(@Observes ViewerDeleted deleted) {
    em.createQuery(
            """
            select p from Participation p
            where p.viewer.id = :viewer and p.state <> :withdrawn order by p.id
            """,
            Participation.class)
        .setParameter("viewer", deleted.viewerId())
        .setParameter("withdrawn", ParticipationState.WITHDRAWN)
        .getResultList()
        .forEach(this::withdraw);
  }

  private void withdraw(Participation participation) {
    List<Capture> arriving =
        captures.of(participation).stream()
            .filter(capture -> capture.state() == CaptureState.ARRIVING)
            .toList();
    arriving.forEach(Capture::abandon);
    Invitation followed = participation.withdraw();
    if (followed != null) {
      em.remove(followed);
    }
    abandoned.fire(new CapturesAbandoned(arriving.stream().map(Capture::publicId).toList()));
  }
}
