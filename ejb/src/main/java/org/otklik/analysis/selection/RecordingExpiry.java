package org.otklik.analysis.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes of recordings what is not to be kept any longer: videos, and rows of frames. The
 * recordings stay, with their seconds and viewings; those that a job works on, or is to, are left
 * for another time.
 */
@ApplicationScoped
public class RecordingExpiry {
  /** Against whoever asks for another analysis at the same time. */
  private static final String LOCK_RUNS =
      """
      select id from core.analysis_run
      where recording_id = any (:recordings) and is_current
      order by id for update
      """;

  /** Nothing is to be analysed, and no newer run waits to count with its frames. */
  private static final String AT_REST =
      """
      select recording.id
      from core.recording
      where recording.id = any (:recordings)
          and not exists (
              select from core.analysis_run as run
              left join core.job_request as request
                  on request.job_name = 'analyse-recording' and request.subject_id = run.id
                      and request.state = 'STARTED'
              where run.recording_id = recording.id
                  and (run.state in ('QUEUED', 'RUNNING') or request.id is not null))
          and not exists (
              select from core.analysis_run as current
              join core.analysis_run as newer
                  on newer.recording_id = current.recording_id and newer.id > current.id
              where current.recording_id = recording.id and current.is_current)
          and not exists (
              select from core.video
              join core.job_request as request on request.subject_id = video.id
              where video.media_sha256 = recording.media_sha256
                  and request.job_name = 'prepare-video' and request.state = 'STARTED')
      order by recording.id
      """;

  private static final String VIDEOS =
      """
      with expired as (
          select id, media_sha256 from core.recording
          where id = any (:recordings) and media_sha256 is not null
      ), changed as (
          update core.recording set media_sha256 = null, video_deleted_at = now()
          where id in (select id from expired)
      )
      select id, media_sha256 from expired order by id
      """;

  /** What they were made with stays known, whatever the campaign's settings become. */
  private static final String KEEP_CORRECTION =
      """
      update core.analysis_run as run
      set baseline_method = settings.baseline_method, baseline_s = settings.baseline_s,
          smoothing_ms = settings.smoothing_ms
      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.creative on creative.id = recording.creative_id
      join core.campaign_settings as settings
          on settings.campaign_id = creative.campaign_id
          and settings.version = viewing.settings_version
      where viewing.analysis_run_id = run.id and run.baseline_method is null
          and run.recording_id = any (:recordings)
      """;

  private static final String FRAMES =
      """
      delete from core.frame_observation as frame
      using core.analysis_run as run
      where run.id = frame.analysis_run_id and run.queued_month = frame.run_month
          and run.recording_id = any (:recordings)
      """;

  private static final List<String> WITH_FRAMES =
      List.of(
          KEEP_CORRECTION,
          RecordingJobs.FORGET_CHECKPOINTS,
          FRAMES,
          ofRuns("agg.face_question"),
          ofRuns("core.turn_check"),
          ofRuns("core.voice_window"));

  private static final String FRAMES_GONE =
      """
      with changed as (
          update core.analysis_run set frames_deleted_at = now()
          where recording_id = any (:recordings) and frames_deleted_at is null
          returning recording_id
      )
      select distinct recording_id from changed order by 1
      """;

  @Inject private Jdbi jdbi;
  @Inject private MediaDisposal disposal;

  private record Expired(long recordingId, String sha256) {}

  private static String ofRuns(String table) {
    return "delete from "
        + table
        + " where analysis_run_id in ("
        + "select id from core.analysis_run where recording_id = any (:recordings))";
  }

  /**
   * Deletes the videos with their copies for browsers. The caller holds the locks of the creatives.
   *
   * @return the recordings whose video is deleted
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> deleteVideos(List<Long> recordings) {
    List<Expired> expired =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(VIDEOS)
                    .bind("recordings", atRest(handle, recordings))
                    .map(
                        (row, context) ->
                            new Expired(row.getLong("id"), row.getString("media_sha256")))
                    .list());
    expired.stream()
        .map(Expired::sha256)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(disposal::discard);
    return expired.stream().map(Expired::recordingId).toList();
  }

  /**
   * Deletes the rows of frames of all analyses, what else tells where a face was, and the windows
   * in which a voice was heard. The caller holds the locks of the creatives.
   *
   * @return the recordings whose frames are deleted
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> deleteFrames(List<Long> recordings) {
    return jdbi.withHandle(
        handle -> {
          Long[] atRest = atRest(handle, recordings);
          WITH_FRAMES.forEach(sql -> handle.createUpdate(sql).bind("recordings", atRest).execute());
          return handle
              .createQuery(FRAMES_GONE)
              .bind("recordings", atRest)
              .mapTo(Long.class)
              .list();
        });
  }

  private static Long[] atRest(Handle handle, List<Long> recordings) {
    Long[] all = recordings.toArray(Long[]::new);
    handle.createQuery(LOCK_RUNS).bind("recordings", all).mapTo(Long.class).list();
    RecordingJobs.lock(handle, all);
    return handle
        .createQuery(AT_REST)
        .bind("recordings", all)
        .mapTo(Long.class)
        .list()
        .toArray(Long[]::new);
  }
}
