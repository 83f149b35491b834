package org.otklik.video;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;

/** The videos of creatives and recordings for a player, limited to the actor's clients. */
@Stateless
public class VideoService {
  /** Of a video that nobody has registered yet. */
  private static final VideoCondition UNKNOWN = new VideoCondition(VideoState.PREPARING, null);

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private AuditService audit;

  public PlayableVideo ofCreative(Actor actor, UUID creativeId) {
    return playable(campaigns.creative(actor, creativeId));
  }

  /** For whoever may see the creative. */
  public PlayableVideo playable(Creative creative) {
    if (creative.isScript()) {
      throw new ProblemException(ProblemCode.CALLS_HAVE_NO_VIDEO);
    }
    return playable(creative.mediaSha256());
  }

  /**
   * The video of a viewer, which shows a person.
   *
   * @throws ProblemException NOT_ALLOWED for readers; VIDEO_DELETED
   */
  public PlayableVideo ofRecording(Actor actor, UUID recordingId) {
    actor.requireUpload();
    Recording recording = recordings.recording(actor, recordingId);
    recording.requireVideo();
    PlayableVideo video = playable(recording.mediaSha256());
    audit.seen(
        actor,
        AuditKind.VIEWER_VIDEO_SEEN,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId));
    return video;
  }

  /** Whether browsers can play a video that was uploaded. */
  public VideoCondition condition(Creative creative) {
    if (creative.isScript()) {
      return new VideoCondition(VideoState.NONE, null);
    }
    return video(creative.mediaSha256()).map(Video::condition).orElse(UNKNOWN);
  }

  private PlayableVideo playable(String sha256) {
    Optional<Video> video = video(sha256);
    return switch (video.map(Video::condition).orElse(UNKNOWN).state()) {
      case PREPARING -> throw new ProblemException(ProblemCode.FILM_BEING_PREPARED);
      case NONE, DELETED, NEVER -> throw new ProblemException(ProblemCode.FILM_NOT_PLAYABLE);
      case READY -> stored(video.orElseThrow().playableSha256());
    };
  }

  private PlayableVideo stored(String sha256) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select media_type, size_bytes from core.media_object where sha256 = :sha256")
                .setParameter("sha256", sha256)
                .getSingleResult();
    return new PlayableVideo(sha256, (String) row[0], ((Number) row[1]).longValue());
  }

  private Optional<Video> video(String uploadedSha256) {
    return em.createQuery("select f from Video f where f.mediaSha256 = :sha256", Video.class)
        .setParameter("sha256", uploadedSha256)
        .getResultStream()
        .findFirst();
  }
}
