package org.otklik.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.selection.MediaDisposal;
import org.otklik.campaign.Creative;

/** The rows of a creative that has no recordings any more, in the order in which they may go. */
@ApplicationScoped
class CreativeRows {
  private static final String STOP =
      """
      update core.job_request set is_stop_requested = true
      where state in ('QUEUED', 'STARTED') and (
          job_name = 'summarise-creative' and subject_id = :creative
          or job_name = 'cut-trailer' and subject_id in (
              select trailer_video.id
              from core.trailer_video
              join core.trailer on trailer.id = trailer_video.trailer_id
              where trailer.creative_id = :creative)
          or job_name = 'cut-clip' and subject_id in (
              select id from core.clip where creative_id = :creative)
          or job_name = 'analyse-recording' and subject_id in (
              select run.id
              from core.analysis_run as run
              join core.recording on recording.id = run.recording_id
              where recording.creative_id = :creative))
      """;

  private static final String IS_IN_USE =
      """
      select exists (select from core.recording where creative_id = :creative)
          or exists (
              select from core.job_request
              where job_name = 'summarise-creative' and subject_id = :creative
                  and state = 'STARTED')
          or exists (
              select
              from core.trailer
              join core.trailer_video on trailer_video.trailer_id = trailer.id
              join core.job_request as request on request.subject_id = trailer_video.id
              where trailer.creative_id = :creative and request.job_name = 'cut-trailer'
                  and request.state = 'STARTED')
          or exists (
              select
              from core.clip
              join core.job_request as request on request.subject_id = clip.id
              where clip.creative_id = :creative and request.job_name = 'cut-clip'
                  and request.state = 'STARTED')
          or exists (
              select
              from core.creative
              join core.video on video.media_sha256 = creative.media_sha256
              join core.job_request as request on request.subject_id = video.id
              where creative.id = :creative and request.job_name = 'prepare-video'
                  and request.state = 'STARTED')
      """;

  private static final String ARRIVING =
      """
      with upload as (
          delete from core.video_upload where creative_id = :creative returning public_id
      ), capture as (
          delete from core.capture where creative_id = :creative returning public_id
      )
      select public_id from upload union all select public_id from capture
      """;

  /** Out of its studies, whose other creatives go out of the way for a moment. */
  private static final List<String> STUDIES =
      List.of(
          """
          update core.study_creative set place = place + 100000
          where study_id in (select study_id from core.study_creative where creative_id = :creative)
          """,
          "delete from core.study_creative where creative_id = :creative");

  /** Counted from 0 without a gap; each place is taken once at any time. */
  private static final String CLOSE_UP =
      """
      update core.study_creative as shown set place = numbered.place
      from (
          select study_id, creative_id,
              row_number() over (partition by study_id order by place) - 1 as place
          from core.study_creative
          where place >= 100000
      ) as numbered
      where numbered.study_id = shown.study_id and numbered.creative_id = shown.creative_id
      """;

  private static final List<String> RESULTS =
      List.of(
          "delete from core.job_request"
              + " where job_name = 'summarise-creative' and subject_id = :creative",
          "delete from core.creative_mark where creative_id = :creative",
          "delete from core.creative_comment where creative_id = :creative",
          "delete from core.showing where creative_id = :creative",
          "delete from core.creative_link where creative_id = :creative",
          "delete from core.trailer where creative_id = :creative",
          "delete from agg.creative_second where creative_id = :creative",
          "delete from agg.creative_score where creative_id = :creative",
          "delete from agg.moment where creative_id = :creative",
          "delete from agg.emotion_peak where creative_id = :creative",
          "delete from agg.creative_sound where creative_id = :creative",
          "delete from agg.creative_scene where creative_id = :creative");

  private static final String TRAILER_VIDEOS =
      """
      with removed as (
          delete from core.trailer_video
          using core.trailer
          where trailer.id = trailer_video.trailer_id and trailer.creative_id = :creative
          returning trailer_video.id, trailer_video.media_sha256
      ), forgotten as (
          delete from core.job_request
          where job_name = 'cut-trailer' and subject_id in (select id from removed)
      )
      select distinct media_sha256 from removed where media_sha256 is not null order by 1
      """;

  private static final String CLIPS =
      """
      with removed as (
          delete from core.clip where creative_id = :creative returning id, media_sha256
      ), forgotten as (
          delete from core.job_request
          where job_name = 'cut-clip' and subject_id in (select id from removed)
      )
      select distinct media_sha256 from removed where media_sha256 is not null order by 1
      """;

  @Inject private Jdbi jdbi;
  @Inject private MediaDisposal disposal;

  void stopJobs(long creativeId) {
    jdbi.useHandle(handle -> handle.createUpdate(STOP).bind("creative", creativeId).execute());
  }

  boolean isInUse(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(IS_IN_USE).bind("creative", creativeId).mapTo(Boolean.class).one());
  }

  /**
   * @return uploads and captures, whose files are to be deleted
   */
  List<UUID> remove(Creative creative) {
    return jdbi.withHandle(
        handle -> {
          List<UUID> arriving =
              handle.createQuery(ARRIVING).bind("creative", creative.id()).mapTo(UUID.class).list();
          STUDIES.forEach(sql -> run(handle, sql, creative));
          handle.createUpdate(CLOSE_UP).execute();
          List<String> cuts =
              handle
                  .createQuery(TRAILER_VIDEOS)
                  .bind("creative", creative.id())
                  .mapTo(String.class)
                  .list();
          List<String> clips =
              handle.createQuery(CLIPS).bind("creative", creative.id()).mapTo(String.class).list();
          RESULTS.forEach(sql -> run(handle, sql, creative));
          List<String> thumbnails =
              handle
                  .createQuery(
                      """
                      with removed as (
                          delete from agg.creative_thumbnail where creative_id = :creative
                          returning media_sha256
                      )
                      select distinct media_sha256 from removed order by 1
                      """)
                  .bind("creative", creative.id())
                  .mapTo(String.class)
                  .list();
          run(handle, "delete from core.creative where id = :creative", creative);
          Stream.of(cuts, clips, thumbnails)
              .flatMap(List::stream)
              .distinct()
              .sorted()
              .forEach(disposal::discard);
          if (!creative.isScript()) {
            disposal.discard(creative.mediaSha256());
          }
          return arriving;
        });
  }

  private static void run(Handle handle, String sql, Creative creative) {
    handle.createUpdate(sql).bind("creative", creative.id()).execute();
  }
}
