package org.otklik.clip;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.result.CurveService;
import org.otklik.analysis.result.GroupResults;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.curve.CreativeSecond;
import org.otklik.cut.CutVideoService;
import org.otklik.identity.Actor;
import org.otklik.metric.GroupResult;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.request.RequestValidator;
import org.otklik.video.PlayableVideo;

/** Clips: asked for, made by a job, handed out; readers only see them. */
@Stateless
public class ClipService extends CutVideoService<Clip, ClipPlan> {
  private static final int MIN_MS = 500;

  @Inject private CampaignService campaigns;
  @Inject private CurveService curves;
  @Inject private GroupResults results;
  @Inject private AuditService audit;

  public ClipService() {
    super(Clip.class, JobName.CUT_CLIP);
  }

  /**
   * Of a creative, the newest first.
   *
   * @throws ProblemException CREATIVE_UNKNOWN
   */
  public List<Clip> clips(Actor actor, UUID creativeId) {
    return of(campaigns.creative(actor, creativeId));
  }

  private List<Clip> of(Creative creative) {
    return em.createQuery(
            "select c from Clip c join fetch c.creative where c.creative = :creative"
                + " order by c.id desc",
            Clip.class)
        .setParameter("creative", creative)
        .getResultList();
  }

  /**
   * Asks for a clip; the same one that is still to come serves.
   *
   * @throws ProblemException CREATIVE_UNKNOWN, NOT_ALLOWED, FIELD_INVALID, or GROUP_TOO_SMALL or
   *     CLIP_TOO_FEW_VIEWERS where the curve is not to be shown
   */
  public Clip request(Actor actor, UUID creativeId, ClipRequest request) {
    Creative creative = campaigns.creative(actor, creativeId);
    actor.requireUpload();
    if (creative.isScript()) {
      throw new ProblemException(ProblemCode.CALLS_HAVE_NO_VIDEO);
    }
    check(creative, RequestValidator.valid(request));
    requireViewers(actor, creative, request.viewers());
    Locale locale =
        request.locale() == null ? actor.locale() : Locale.forLanguageTag(request.locale());
    Optional<Clip> pending =
        of(creative).stream()
            .filter(clip -> !clip.state().isEnded() && clip.isAs(request, locale))
            .findFirst();
    if (pending.isPresent()) {
      return pending.get();
    }
    record(actor, AuditKind.EXPORTED, creativeId, "clip " + request.format());
    return queued(new Clip(creative, request, locale, actor.userId()));
  }

  private static void check(Creative creative, ClipRequest request) {
    int begin = request.beginMs();
    int latest = (int) Math.min(creative.durationMs(), (long) begin + request.format().maxMs());
    if (begin > creative.durationMs() - MIN_MS) {
      throw invalid("beginMs", begin, 0, Math.max(0, creative.durationMs() - MIN_MS));
    }
    if (request.endMs() < begin + MIN_MS || request.endMs() > latest) {
      throw invalid("endMs", request.endMs(), begin + MIN_MS, latest);
    }
  }

  private static ProblemException invalid(String field, int value, int min, int max) {
    return new ProblemException(
        ProblemCode.FIELD_INVALID, field, Integer.toString(value), min + " … " + max);
  }

  /** A clip leaves the house. */
  private void requireViewers(Actor actor, Creative creative, ViewerSegment viewers) {
    int least = creative.campaign().leastGroupSize();
    if (curves.curve(actor, creative.publicId(), viewers).result().score().viewers() < least) {
      throw new ProblemException(ProblemCode.CLIP_TOO_FEW_VIEWERS, least);
    }
  }

  /** The curve of those viewers by now; empty where they have become too few to be shown. */
  public Optional<List<CreativeSecond>> curve(ClipPlan plan) {
    Creative creative = campaigns.creative(Actor.JOB, plan.creativeId());
    GroupResult by = results.ofCreative(creative, plan.viewers()).result();
    return by.score().viewers() < creative.campaign().leastGroupSize()
        ? Optional.empty()
        : Optional.of(by.curve());
  }

  /**
   * @throws ProblemException CLIP_UNKNOWN
   */
  public Clip clip(Actor actor, UUID creativeId, UUID id) {
    return find(clips(actor, creativeId), id, ProblemCode.CLIP_UNKNOWN);
  }

  /**
   * The finished file.
   *
   * @throws ProblemException CLIP_UNKNOWN, CLIP_NOT_READY, or why there is none
   */
  public PlayableVideo file(Actor actor, UUID creativeId, UUID id) {
    return file(clip(actor, creativeId, id), ProblemCode.CLIP_NOT_READY);
  }

  /**
   * Deletes a clip with its file, also one that is queued or running.
   *
   * @throws ProblemException CLIP_UNKNOWN
   */
  public void remove(Actor actor, UUID creativeId, UUID id) {
    campaigns.creative(actor, creativeId);
    actor.requireUpload();
    Clip clip = clip(actor, creativeId, id);
    record(actor, AuditKind.ANNOTATION_CHANGED, creativeId, "clip −");
    discard(clip);
  }

  private void record(Actor actor, AuditKind kind, UUID creativeId, String detail) {
    audit.done(actor, kind, AuditSubject.of(AuditSubject.Kind.CREATIVE, creativeId), detail);
  }
}
