package org.otklik.video;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.otklik.problem.ProblemCode;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.StagedFile;
import org.otklik.storage.VideoKept;

/** The way of a film to something that browsers play. */
@Stateless
public class VideoCopyService {
  @PersistenceContext private EntityManager em;
  @Inject private JobQueue queue;
  @Inject private MediaRegister media;

  /** One row a film, however often it is uploaded, and by whom at the same time. */
  public void register(@Observes VideoKept kept) {
    boolean plays = kept.facts().playsInBrowsers();
    List<?> added =
        em.createNativeQuery(
                """
                insert into core.video (media_sha256, state, playable_sha256, finished_at)
                values (:sha256, case when :plays then 'READY' else 'PREPARING' end,
                    case when :plays then :sha256 end, case when :plays then now() end)
                on conflict (media_sha256) do nothing
                returning id
                """)
            .setParameter("sha256", kept.sha256())
            .setParameter("plays", plays)
            .getResultList();
    if (!plays && !added.isEmpty()) {
      queue.request(JobName.PREPARE_FILM, ((Number) added.get(0)).longValue());
    }
  }

  public Video film(long filmId) {
    return em.find(Video.class, filmId);
  }

  /** Browsers play the film as it was uploaded. */
  public void playsAsItIs(long filmId) {
    Video film = film(filmId);
    film.ready(film.mediaSha256(), Instant.now());
  }

  /** The copy becomes part of the store and of the film, or neither. */
  public void keepCopy(long filmId, StagedFile copy) {
    film(filmId).ready(media.keep(copy, "video/mp4"), Instant.now());
  }

  /** There will be no copy. What is ready stays so. */
  public void fail(long filmId, ProblemCode reason) {
    Video film = film(filmId);
    if (film.condition().state() != VideoState.READY) {
      film.fail(reason, Instant.now());
    }
  }
}
