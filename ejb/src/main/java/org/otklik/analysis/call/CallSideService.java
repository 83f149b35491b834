package org.otklik.analysis.call;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.selection.AnalysisRows;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.request.RequestValidator;
import org.otklik.vision.image.FrameArea;

/** Where the customer is in the frames of calls, limited to the actor's clients. */
@Stateless
public class CallSideService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private AnalysisService analysis;
  @Inject private AnalysisRows rows;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;

  /**
   * The part of a call's frame that is the customer's; empty where nobody has said so.
   *
   * @throws ProblemException NOT_OF_CALLS
   */
  public Optional<FrameArea> area(Actor actor, UUID recordingId) {
    return call(actor, recordingId).customerArea();
  }

  /**
   * Has the call analysed again in this part of its frame only. All that was found in another part
   * is deleted, for it may be of the other side.
   *
   * @throws ProblemException NOT_OF_CALLS; AREA_NOT_IN_FRAME; ANALYSIS_RUNNING; VIDEO_DELETED
   */
  public void show(Actor actor, UUID recordingId, CustomerAreaRequest request) {
    actor.requireUpload();
    FrameArea area = RequestValidator.valid(request).area();
    Recording recording = call(actor, recordingId);
    campaigns.lockCreative(recording.creative().id()).outdate();
    recording.showCustomerIn(area);
    em.flush();
    analysis.requestAgain(actor, recordingId);
    em.flush();
    rows.delete(recording.id());
    queue.request(JobName.SUMMARISE_CREATIVE, recording.creative().id());
    audit.done(
        actor,
        AuditKind.VERDICT_CHANGED,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId),
        "customer's part of the frame: " + area);
  }

  /**
   * Where customers are in calls that are uploaded to the campaign from now on; those that are
   * there keep what was said of them.
   *
   * @throws ProblemException NOT_OF_CALLS; AREA_NOT_IN_FRAME
   */
  public Campaign showInCampaign(Actor actor, UUID campaignId, CustomerAreaRequest request) {
    actor.requireUpload();
    FrameArea area = RequestValidator.valid(request).area();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    if (!campaign.isOfCalls()) {
      throw new ProblemException(ProblemCode.NOT_OF_CALLS);
    }
    campaign.showCustomersIn(area);
    audit.done(
        actor,
        AuditKind.SETTINGS_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
        "customers' part of the frame: " + area);
    return campaign;
  }

  private Recording call(Actor actor, UUID recordingId) {
    Recording recording = recordings.recording(actor, recordingId);
    if (!recording.isCall()) {
      throw new ProblemException(ProblemCode.NOT_OF_CALLS);
    }
    return recording;
  }
}
