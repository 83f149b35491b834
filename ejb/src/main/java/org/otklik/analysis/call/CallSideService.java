package org.otklik.analysis.call;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.selection.AnalysisRows;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.request.RequestValidator;

/** Where the customer is in the frames and the sound of calls, limited to the actor's clients. */
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
   * @throws ProblemException NOT_OF_CALLS
   */
  public Recording call(Actor actor, UUID recordingId) {
    Recording recording = recordings.recording(actor, recordingId);
    if (!recording.isCall()) {
      throw new ProblemException(ProblemCode.NOT_OF_CALLS);
    }
    return recording;
  }

  /**
   * Has the call analysed again in this part of its frame, and this part of its sound, only. All
   * that was found in other parts is deleted, for it may be of the other side.
   *
   * @param area null to leave it as it is
   * @param sound null to leave it as it is
   * @throws ProblemException NOT_OF_CALLS; AREA_NOT_IN_FRAME; SOUND_NOT_IN_CALL; ANALYSIS_RUNNING;
   *     VIDEO_DELETED
   */
  public void show(
      Actor actor, UUID recordingId, CustomerAreaRequest area, CustomerSoundRequest sound) {
    actor.requireUpload();
    CustomerSide side = CustomerSide.of(area, sound);
    Recording recording = call(actor, recordingId);
    if (!side.isIn(recording)) {
      throw new ProblemException(ProblemCode.SOUND_NOT_IN_CALL);
    }
    campaigns.lockCreative(recording.creative().id()).outdate();
    side.applyTo(recording);
    em.flush();
    analysis.requestAgain(actor, recordingId);
    em.flush();
    rows.delete(recording.id());
    queue.request(JobName.SUMMARISE_CREATIVE, recording.creative().id());
    audit.done(
        actor,
        AuditKind.VERDICT_CHANGED,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId),
        side.words("customer's"));
  }

  /**
   * Where customers are in calls that are uploaded to the campaign from now on; those that are
   * there keep what was said of them.
   *
   * @param area null to leave it as it is
   * @param sound null to leave it as it is
   * @throws ProblemException NOT_OF_CALLS; AREA_NOT_IN_FRAME
   */
  public Campaign showInCampaign(
      Actor actor, UUID campaignId, CustomerAreaRequest area, CustomerSoundRequest sound) {
    actor.requireUpload();
    CustomerSide side = CustomerSide.of(area, sound);
    Campaign campaign = campaigns.campaign(actor, campaignId);
    if (!campaign.isOfCalls()) {
      throw new ProblemException(ProblemCode.NOT_OF_CALLS);
    }
    side.applyTo(campaign);
    audit.done(
        actor,
        AuditKind.SETTINGS_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
        side.words("customers'"));
    return campaign;
  }

  /**
   * As {@link #showInCampaign}, and in the calls that are there: all that was found in them is
   * deleted, and they are analysed again. Calls that are being analysed, whose video is deleted or
   * whose file has no such sound stay as they are.
   *
   * @return how many are analysed again
   */
  public int showInAllCalls(Actor actor, UUID campaignId, CustomerSideRequest request) {
    actor.requireUpload();
    CustomerAreaRequest area = RequestValidator.valid(request).area();
    CustomerSide side = CustomerSide.of(area, request.sound());
    showInCampaign(actor, campaignId, area, request.sound());
    List<Creative> scripts = campaigns.creatives(actor, campaignId);
    int changed = 0;
    for (Creative script : scripts.stream().sorted(Comparator.comparing(Creative::id)).toList()) {
      campaigns.lockCreative(script.id()).outdate();
      for (Recording call : settledCalls(script)) {
        if (side.isIn(call)) {
          side.applyTo(call);
          em.flush();
          changed += analysis.requestAgain(actor, List.of(call.id()));
          rows.delete(call.id());
        }
      }
      queue.request(JobName.SUMMARISE_CREATIVE, script.id());
    }
    return changed;
  }

  private List<Recording> settledCalls(Creative script) {
    return em.createQuery(
            """
            select r from AnalysisRun r
            where r.recording.creative = :script and r.current = true
                and r.state in (org.otklik.analysis.run.RunState.COMPLETED,
                    org.otklik.analysis.run.RunState.FAILED)
                and r.recording.mediaSha256 is not null
            order by r.recording.id
            """,
            AnalysisRun.class)
        .setParameter("script", script)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(AnalysisRun::recording)
        .toList();
  }

  /** What {@link Recording#soundAudible} says of a call. */
  public void keepAudible(long recordingId, List<Double> audible) {
    em.find(Recording.class, recordingId).measuredSound(audible);
  }
}
