package org.otklik.film;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingService;

/** The films of creatives and recordings for a player, limited to the actor's clients. */
@Stateless
public class FilmService {
  private static final Set<String> PLAYED = Set.of("video/mp4", "video/webm");

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;

  public PlayableFilm ofCreative(Actor actor, UUID creativeId) {
    return playable(campaigns.creative(actor, creativeId).mediaSha256());
  }

  /**
   * The film of a viewer, which shows a person.
   *
   * @throws ProblemException NOT_ALLOWED for readers
   */
  public PlayableFilm ofRecording(Actor actor, UUID recordingId) {
    actor.requireUpload();
    return playable(recordings.recording(actor, recordingId).mediaSha256());
  }

  private PlayableFilm playable(String sha256) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select media_type, size_bytes from core.media_object where sha256 = :sha256")
                .setParameter("sha256", sha256)
                .getSingleResult();
    String mediaType = (String) row[0];
    if (!PLAYED.contains(mediaType)) {
      throw new ProblemException(ProblemCode.FILM_NOT_PLAYABLE);
    }
    return new PlayableFilm(sha256, mediaType, ((Number) row[1]).longValue());
  }
}
