package org.otklik.removal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.RemovalDue;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Viewer;
import org.otklik.recording.ViewerService;
import org.otklik.report.Report;

/**
 * Viewers that are deleted for good, with all that there is of them: by users, and by themselves
 * who withdraw their consent. {@link Removal} does it; there is no bin for persons.
 */
@Stateless
public class ViewerDeletionService {
  @PersistenceContext private EntityManager em;
  @Inject private ViewerService viewers;
  @Inject private ViewerStore store;
  @Inject private AuditService audit;
  @Inject private Event<ViewerDeleted> deleted;
  @Inject private Event<RemovalDue> due;

  /**
   * What would be deleted with the viewer.
   *
   * @throws ProblemException VIEWER_UNKNOWN; NOT_ALLOWED for readers
   */
  public ViewerContents contents(Actor actor, UUID campaignId, String code) {
    Viewer viewer = viewers.viewer(actor, campaignId, code);
    ViewerStore.Counted counted = store.counted(viewer.id());
    return new ViewerContents(
        counted.recordings(),
        counted.hasAnswered(),
        counted.isOfStudy(),
        reports(viewer),
        viewer.campaign().client().remakesReports());
  }

  private List<ListedReport> reports(Viewer viewer) {
    return store.reports(viewer.id()).entrySet().stream()
        .map(
            listed -> {
              Report report = em.find(Report.class, listed.getKey());
              return new ListedReport(report.publicId(), report, listed.getValue());
            })
        .sorted(
            Comparator.comparing((ListedReport listed) -> listed.report().requestedAt()).reversed())
        .toList();
  }

  /**
   * Deletes the viewer with recordings, results, answers, and the reports that list it, or their
   * files where the client has them created again: at once, as far as nothing is being analysed.
   * What is left is a line in the audit log, without the viewer.
   *
   * @throws ProblemException VIEWER_UNKNOWN; NOT_ALLOWED for readers
   */
  public void delete(Actor actor, UUID campaignId, String code) {
    delete(actor, viewers.viewer(actor, campaignId, code));
  }

  /** As {@link #delete(Actor, UUID, String)}, of a viewer who is known. */
  public void delete(Actor actor, Viewer viewer) {
    viewer.delete(Instant.now());
    audit.done(
        actor,
        AuditKind.VIEWER_DELETED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, viewer.campaign().publicId()));
    deleted.fire(new ViewerDeleted(viewer.id()));
    due.fire(new RemovalDue());
  }
}
