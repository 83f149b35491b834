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

/** The way of a video to something that browsers play. */
@Stateless
public class VideoCopyService {
  @PersistenceContext private EntityManager em;
  @Inject private JobQueue queue;
  @Inject private MediaRegister media;

  /** One row a video, however often it is uploaded, and by whom at the same time. */
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
      queue.request(JobName.PREPARE_VIDEO, ((Number) added.get(0)).longValue());
    }
  }

  public Video video(long videoId) {
    return em.find(Video.class, videoId);
  }

  /** Browsers play the video as it was uploaded. */
  public void playsAsItIs(long videoId) {
    Video video = video(videoId);
    video.ready(video.mediaSha256(), Instant.now());
  }

  /** The copy becomes part of the store and of the video, or neither. */
  public void keepCopy(long videoId, StagedFile copy) {
    video(videoId).ready(media.keep(copy, "video/mp4"), Instant.now());
  }

  /** There will be no copy. What is ready stays so. */
  public void fail(long videoId, ProblemCode reason) {
    Video video = video(videoId);
    if (video.condition().state() != VideoState.READY) {
      video.fail(reason, Instant.now());
    }
  }
}
