package org.otklik.trailer.video;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.selection.MediaDisposal;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.request.RequestValidator;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.StagedFile;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerRemoved;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.video.PlayableVideo;

/** Videos of trailers: asked for, made by a job, handed out; readers only see them. */
@Stateless
public class TrailerVideoService {
  private static final String MEDIA_TYPE = "video/mp4";

  @PersistenceContext private EntityManager em;
  @Inject private TrailerService trailers;
  @Inject private JobQueue queue;
  @Inject private MediaRegister media;
  @Inject private MediaDisposal disposal;
  @Inject private AuditService audit;

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
   * @throws ProblemException TRAILER_UNKNOWN, FIELD_INVALID, NOT_ALLOWED
   */
  public TrailerVideo request(Actor actor, UUID trailerId, TrailerVideoRequest request) {
    Trailer trailer = trailers.trailer(actor, trailerId);
    actor.requireUpload();
    RequestValidator.valid(request);
    Optional<TrailerVideo> pending =
        of(trailer).stream()
            .filter(video -> !video.state().isEnded() && video.isAs(trailer, request))
            .findFirst();
    if (pending.isPresent()) {
      return pending.get();
    }
    TrailerVideo video = new TrailerVideo(trailer, request, actor.userId());
    em.persist(video);
    em.flush();
    queue.request(JobName.CUT_TRAILER, video.id());
    return video;
  }

  /**
   * @throws ProblemException TRAILER_VIDEO_UNKNOWN
   */
  public TrailerVideo video(Actor actor, UUID trailerId, UUID id) {
    return videos(actor, trailerId).stream()
        .filter(video -> video.publicId().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.TRAILER_VIDEO_UNKNOWN));
  }

  /**
   * The finished file.
   *
   * @throws ProblemException TRAILER_VIDEO_UNKNOWN, TRAILER_VIDEO_NOT_READY, or why there is none
   */
  public PlayableVideo file(Actor actor, UUID trailerId, UUID id) {
    TrailerVideo video = video(actor, trailerId, id);
    if (video.state() == RunState.FAILED) {
      throw new ProblemException(video.failureCode());
    }
    if (video.state() != RunState.COMPLETED) {
      throw new ProblemException(
          ProblemCode.TRAILER_VIDEO_NOT_READY, Integer.toString(video.percentDone()));
    }
    String file = video.mediaSha256();
    return new PlayableVideo(file, MEDIA_TYPE, media.sizes(List.of(file)).get(file));
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
    remove(video);
  }

  /** The videos of a trailer that is being deleted. */
  public void removeAll(@Observes TrailerRemoved removed) {
    of(removed.trailer()).forEach(this::remove);
  }

  private void remove(TrailerVideo video) {
    queue.withdraw(JobName.CUT_TRAILER, video.id());
    em.remove(video);
    em.flush();
    if (video.mediaSha256() != null) {
      disposal.discard(video.mediaSha256());
    }
  }

  /** What a job has to make; empty when nobody wants it any more. */
  public Optional<CutPlan> begin(long id) {
    TrailerVideo video = em.find(TrailerVideo.class, id);
    if (video == null || video.state().isEnded()) {
      return Optional.empty();
    }
    video.begin();
    return Optional.of(video.plan());
  }

  /**
   * So many frames are written.
   *
   * @return false when nobody wants the video any more
   */
  public boolean progress(long id, int frames) {
    return em.createQuery("update TrailerVideo v set v.framesDone = :frames where v.id = :id")
            .setParameter("frames", frames)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** The file becomes part of the store and of the row, or neither. */
  public void complete(long id, StagedFile file) {
    TrailerVideo video = em.find(TrailerVideo.class, id);
    if (video != null) {
      video.complete(media.keep(file, MEDIA_TYPE));
    }
  }

  public void fail(long id, ProblemCode reason) {
    TrailerVideo video = em.find(TrailerVideo.class, id);
    if (video != null) {
      video.fail(reason);
    }
  }
}
