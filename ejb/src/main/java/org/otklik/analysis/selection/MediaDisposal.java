package org.otklik.analysis.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.otklik.storage.MediaRegister;

/** Deletes files of the media store, and browsers' copies of them, that nothing refers to. */
@ApplicationScoped
public class MediaDisposal {
  private static final String UNUSED =
      """
      select not exists (select from core.recording where media_sha256 = :sha256)
          and not exists (select from core.creative where media_sha256 = :sha256)
          and not exists (select from core.video where playable_sha256 = :sha256)
          and not exists (select from core.report where media_sha256 = :sha256)
          and not exists (select from core.image_batch where media_sha256 = :sha256)
          and not exists (select from core.trailer_video where media_sha256 = :sha256)
          and not exists (select from core.clip where media_sha256 = :sha256)
          and not exists (select from agg.creative_thumbnail where media_sha256 = :sha256)
      """;

  @Inject private Jdbi jdbi;
  @Inject private MediaRegister media;

  /**
   * The caller's transaction has let go of the file. Files are taken in the order of their keys.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void discard(String sha256) {
    List<String> copies =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select playable_sha256 from core.video
                        where media_sha256 = :sha256 and playable_sha256 <> :sha256
                        """)
                    .bind("sha256", sha256)
                    .mapTo(String.class)
                    .list());
    media.discard(sha256, () -> isUnusedVideo(sha256));
    copies.forEach(copy -> media.discard(copy, () -> isUnused(copy)));
  }

  /** Its own row of playable videos is no use; it goes with the video. */
  private boolean isUnusedVideo(String sha256) {
    return jdbi.withHandle(
        handle -> {
          boolean used =
              handle
                  .createQuery(
                      """
                      select exists (select from core.recording where media_sha256 = :sha256)
                          or exists (select from core.creative where media_sha256 = :sha256)
                      """)
                  .bind("sha256", sha256)
                  .mapTo(Boolean.class)
                  .one();
          if (!used) {
            handle
                .createUpdate(
                    """
                    with removed as (
                        delete from core.video where media_sha256 = :sha256 returning id
                    )
                    delete from core.job_request
                    where job_name = 'prepare-video' and subject_id in (select id from removed)
                    """)
                .bind("sha256", sha256)
                .execute();
          }
          return !used && isUnused(sha256);
        });
  }

  private boolean isUnused(String sha256) {
    return jdbi.withHandle(
        handle -> handle.createQuery(UNUSED).bind("sha256", sha256).mapTo(Boolean.class).one());
  }
}
