package org.otklik.cut;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.selection.MediaDisposal;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.StagedFile;
import org.otklik.video.PlayableVideo;

/**
 * Queues videos for the job that cuts them, tells how far they are and hands them out.
 *
 * @param <V> the kind of video
 * @param <P> what the job has to make
 */
public abstract class CutVideoService<V extends CutVideo<P>, P> {
  private final Class<V> type;
  private final JobName job;

  @PersistenceContext protected EntityManager em;
  @Inject private JobQueue queue;
  @Inject private MediaRegister media;
  @Inject private MediaDisposal disposal;

  protected CutVideoService(Class<V> type, JobName job) {
    this.type = type;
    this.job = job;
  }

  protected V queued(V video) {
    em.persist(video);
    em.flush();
    queue.request(job, video.id());
    return video;
  }

  protected static <V extends CutVideo<?>> V find(List<V> videos, UUID id, ProblemCode unknown) {
    return videos.stream()
        .filter(video -> video.publicId().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(unknown));
  }

  /**
   * The finished file.
   *
   * @throws ProblemException {@code notReady} with the share that is, or why there is none
   */
  protected PlayableVideo file(V video, ProblemCode notReady) {
    if (video.state() == RunState.FAILED) {
      throw new ProblemException(video.failureCode());
    }
    if (video.state() != RunState.COMPLETED) {
      throw new ProblemException(notReady, Integer.toString(video.percentDone()));
    }
    String file = video.mediaSha256();
    return new PlayableVideo(file, video.mediaType(), media.sizes(List.of(file)).get(file));
  }

  /** Deletes a video with its file, also one that is queued or running. */
  protected void discard(V video) {
    queue.withdraw(job, video.id());
    em.remove(video);
    em.flush();
    if (video.mediaSha256() != null) {
      disposal.discard(video.mediaSha256());
    }
  }

  /** What the job has to make; empty when nobody wants it any more. */
  public Optional<P> begin(long id) {
    V video = em.find(type, id);
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
    String update =
        "update %s v set v.framesDone = :frames where v.id = :id".formatted(type.getSimpleName());
    return em.createQuery(update)
            .setParameter("frames", frames)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** The file becomes part of the store and of the row, or neither. */
  public void complete(long id, StagedFile file) {
    V video = em.find(type, id);
    if (video != null) {
      video.complete(media.keep(file, video.mediaType()));
    }
  }

  public void fail(long id, ProblemCode reason) {
    V video = em.find(type, id);
    if (video != null) {
      video.fail(reason);
    }
  }
}
