package org.otklik.export;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Viewer;
import org.otklik.recording.ViewerService;

/** Who may take away what is held on a viewer. */
@Stateless
public class ViewerExportService {
  @Inject private ViewerService viewers;
  @Inject private ExportedRows rows;
  @Inject private AuditService audit;

  /**
   * The viewer, to be written by {@link ViewerArchive}; that it is taken away goes to the audit
   * log.
   *
   * @throws ProblemException VIEWER_UNKNOWN; NOT_ALLOWED for readers
   */
  public ExportedViewer hand(Actor actor, UUID campaignId, String code) {
    Viewer viewer = viewers.viewer(actor, campaignId, code);
    audit.done(
        actor,
        AuditKind.EXPORTED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
        "viewer");
    return new ExportedViewer(viewer.id(), rows.recordings(viewer.id()));
  }
}
