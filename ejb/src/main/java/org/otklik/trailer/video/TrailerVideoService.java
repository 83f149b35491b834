package org.otklik.trailer.video;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.branding.BrandingService;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.cut.CutVideoService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.request.RequestValidator;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerRemoved;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.video.PlayableVideo;

/** Videos of trailers: asked for, made by a job, handed out; readers only see them. */
@Stateless
public class TrailerVideoService extends CutVideoService<TrailerVideo, CutPlan> {
  @Inject private TrailerService trailers;
  @Inject private CampaignService campaigns;
  @Inject private BrandingService brandings;
  @Inject private AuditService audit;

  public TrailerVideoService() {
    super(TrailerVideo.class, JobName.CUT_TRAILER);
  }

  /**
   * Of a trailer, the newest first.
   *
   * @throws ProblemException TRAILER_UNKNOWN
   */
  public List<TrailerVideo> videos(Actor actor, UUID trailerId) {
    return of(trailers.trailer(actor, trailerId));
  }

  private List<TrailerVideo> of(Trailer trailer) {
    return em.createQuery(
            """
            select v from TrailerVideo v join fetch v.trailer
            where v.trailer = :trailer order by v.id desc
            """,
            TrailerVideo.class)
        .setParameter("trailer", trailer)
        .getResultList();
  }

  /**
   * Asks for a video of the trailer as it is kept; one that is still to come serves.
   *
   * @throws ProblemException TRAILER_UNKNOWN, FIELD_INVALID, NOT_ALLOWED, CLIENT_LOGO_MISSING
   */
  public TrailerVideo request(Actor actor, UUID trailerId, TrailerVideoRequest request) {
    Trailer trailer = trailers.trailer(actor, trailerId);
    actor.requireUpload();
    RequestValidator.valid(request);
    if (request.closingLogo() && logo(trailer.creative()) == null) {
      throw new ProblemException(ProblemCode.CLIENT_LOGO_MISSING);
    }
    Optional<TrailerVideo> pending =
        of(trailer).stream()
            .filter(video -> !video.state().isEnded() && video.isAs(trailer, request))
            .findFirst();
    if (pending.isPresent()) {
      return pending.get();
    }
    return queued(new TrailerVideo(trailer, request, actor.userId()));
  }

  /** Of the creative's client, as PNG; null where it has none. */
  public byte[] logo(UUID creativeId) {
    return logo(campaigns.creative(Actor.JOB, creativeId));
  }

  private byte[] logo(Creative creative) {
    return brandings.ofReports(creative.campaign().client()).branding().logo();
  }

  /** Whether the client has a logo for the card at the end. */
  public boolean hasLogo(Actor actor, UUID trailerId) {
    return logo(trailers.trailer(actor, trailerId).creative()) != null;
  }

  /**
   * @throws ProblemException TRAILER_VIDEO_UNKNOWN
   */
  public TrailerVideo video(Actor actor, UUID trailerId, UUID id) {
    return find(videos(actor, trailerId), id, ProblemCode.TRAILER_VIDEO_UNKNOWN);
  }

  /**
   * The finished file.
   *
   * @throws ProblemException TRAILER_VIDEO_UNKNOWN, TRAILER_VIDEO_NOT_READY, or why there is none
   */
  public PlayableVideo file(Actor actor, UUID trailerId, UUID id) {
    return file(video(actor, trailerId, id), ProblemCode.TRAILER_VIDEO_NOT_READY);
  }

  /**
   * Deletes a video with its file, also one that is queued or running.
   *
   * @throws ProblemException TRAILER_VIDEO_UNKNOWN
   */
  public void remove(Actor actor, UUID trailerId, UUID id) {
    trailers.trailer(actor, trailerId);
    actor.requireUpload();
    TrailerVideo video = video(actor, trailerId, id);
    audit.done(
        actor,
        AuditKind.ANNOTATION_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CREATIVE, video.trailer().creative().publicId()),
        "trailer video −");
    discard(video);
  }

  /** The videos of a trailer that is being deleted. */
  public void removeAll(@Observes TrailerRemoved removed) {
    of(removed.trailer()).forEach(this::discard);
  }
}
