package org.otklik.removal;

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
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.recording.Viewer;
import org.otklik.report.ReportService;
import org.otklik.schedule.ScheduleService;
import org.otklik.upload.UploadService;

/** The steps of a removal, each a transaction that leaves nothing half deleted. */
@Stateless
public class RemovalService {
  /** At a time, so that no transaction grows without bounds. */
  private static final int RECORDINGS_AT_ONCE = 50;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private RecordingChangeService recordings;
  @Inject private ReportService reports;
  @Inject private ScheduleService schedules;
  @Inject private DueStore due;
  @Inject private ViewerStore viewers;
  @Inject private UploadService uploads;
  @Inject private CreativeRows creativeRows;
  @Inject private CampaignRows campaignRows;
  @Inject private ClientRows clientRows;
  @Inject private AuditService audit;

  public List<Long> dueClients() {
    return clientRows.due();
  }

  /** Deletes a client that owns nothing any more. */
  public void removeClient(long clientId) {
    Client client = em.find(Client.class, clientId, LockModeType.PESSIMISTIC_WRITE);
    if (client != null) {
      clientRows.remove(clientId);
      audit.done(Actor.JOB, AuditKind.ERASED, AuditSubject.client(client));
    }
  }

  public List<Long> dueViewers() {
    return viewers.due();
  }

  /**
   * Deletes a viewer, as far as no recording is being analysed, after the reports that list it, or
   * after their files, where the client has them created again. No report of the campaign is begun
   * before the viewer is gone.
   *
   * @return uploads that were on their way, whose files are to be deleted
   */
  public List<UUID> removeViewer(long viewerId) {
    Viewer viewer = em.find(Viewer.class, viewerId);
    if (viewer == null) {
      return List.of();
    }
    viewers.stopJobs(viewerId);
    recordings.lockCreativesOf(viewer); // a report that is just being created ends before
    List<Long> listing = viewers.reports(viewerId).keySet().stream().sorted().toList();
    if (viewer.campaign().client().remakesReports()) {
      reports.remakeAll(listing);
    } else {
      reports.removeAll(listing);
    }
    List<UUID> arriving = uploads.removeOf(viewer);
    em.flush();
    recordings.eraseViewer(Actor.JOB, viewer);
    return arriving;
  }

  public List<Long> dueCreatives() {
    return due.creatives();
  }

  public List<Long> dueCampaigns() {
    return due.campaigns();
  }

  /** Nobody needs what works on it; it ends soon. */
  public void stopJobs(long creativeId) {
    creativeRows.stopJobs(creativeId);
  }

  /**
   * Deletes some of the recordings.
   *
   * @return false when none is left but what is being analysed
   */
  public boolean removeRecordings(long creativeId) {
    Creative creative = due(creativeId);
    return creative != null
        && recordings.deleteSome(Actor.JOB, creative.id(), RECORDINGS_AT_ONCE) > 0;
  }

  /**
   * Deletes the creative, when it has no recordings any more and nothing works on it.
   *
   * @return uploads that were on their way, whose files are to be deleted
   */
  public List<UUID> removeCreative(long creativeId) {
    Creative creative = due(creativeId);
    if (creative == null || creativeRows.isInUse(creativeId)) {
      return List.of();
    }
    reports.removeAll(due.reports(creative));
    schedules.removeAll(due.schedules(creative));
    em.flush();
    List<UUID> arriving = creativeRows.remove(creative);
    audit.done(
        Actor.JOB,
        AuditKind.ERASED,
        AuditSubject.of(AuditSubject.Kind.CREATIVE, creative.publicId()));
    return arriving;
  }

  /** Locked; null when it was restored, or another node was quicker. */
  private Creative due(long creativeId) {
    if (em.find(Creative.class, creativeId) == null) {
      return null;
    }
    campaigns.lockCreative(creativeId);
    return due.isDue(creativeId) ? em.find(Creative.class, creativeId) : null;
  }

  /**
   * Deletes the campaign, when it has no creatives any more and nothing works on it.
   *
   * @return uploads that were on their way, whose files are to be deleted
   */
  public List<UUID> removeCampaign(long campaignId) {
    Campaign campaign = em.find(Campaign.class, campaignId);
    if (campaign == null) {
      return List.of();
    }
    em.lock(campaign, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(campaign);
    if (!campaign.isDeleted() || campaignRows.isInUse(campaignId)) {
      return List.of();
    }
    reports.removeAll(due.reports(campaign));
    schedules.removeAll(due.schedules(campaign));
    em.flush();
    CampaignRows.Removed removed = campaignRows.remove(campaignId);
    audit.done(
        Actor.JOB,
        AuditKind.ERASED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaign.publicId()),
        "consents: " + removed.consents());
    return removed.arriving();
  }
}
