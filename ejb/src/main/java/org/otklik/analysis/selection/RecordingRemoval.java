package org.otklik.analysis.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes recordings with what was made of them: frames, voices, seconds, viewings, decisions, and
 * their videos unless somebody else refers to them. A viewer goes with the last recording, unless
 * it has answered the survey.
 */
@ApplicationScoped
class RecordingRemoval {
  /** Whose analysis or copy for browsers runs is left. */
  private static final String IDLE =
      """
      select recording.id
      from core.recording
      where recording.id = any (:recordings)
          and not exists (
              select from core.analysis_run as run
              where run.recording_id = recording.id
                  and (run.state = 'RUNNING' or exists (
                      select from core.job_request as request
                      where request.job_name = 'analyse-recording' and request.subject_id = run.id
                          and request.state = 'STARTED')))
          and not exists (
              select from core.video
              join core.job_request as request on request.subject_id = video.id
              where video.media_sha256 = recording.media_sha256
                  and request.job_name = 'prepare-video' and request.state = 'STARTED')
      order by recording.id
      """;

  private static final String REQUESTS =
      """
      delete from core.job_request
      where job_name = 'analyse-recording' and subject_id in (
          select id from core.analysis_run where recording_id = any (:recordings))
      """;

  private static final List<String> REST =
      List.of(
          REQUESTS,
          "delete from core.viewing_decision where recording_id = any (:recordings)",
          "delete from core.analysis_run where recording_id = any (:recordings)");

  @Inject private Jdbi jdbi;
  @Inject private MediaDisposal disposal;

  /** Without a checksum where the video is deleted already. */
  private record Removed(UUID publicId, long viewerId, String sha256) {}

  /**
   * @return the recordings that were deleted: those that nothing works on
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> remove(List<Long> recordings) {
    List<Removed> removed = jdbi.withHandle(handle -> removeRows(handle, recordings));
    removed.stream()
        .map(Removed::sha256)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(disposal::discard);
    return removed.stream().map(Removed::publicId).toList();
  }

  private static List<Removed> removeRows(Handle handle, List<Long> chosen) {
    Long[] all = chosen.toArray(Long[]::new);
    RecordingJobs.lock(handle, all);
    Long[] idle =
        handle
            .createQuery(IDLE)
            .bind("recordings", all)
            .mapTo(Long.class)
            .list()
            .toArray(Long[]::new);
    AnalysisRows.DELETE.forEach(sql -> run(handle, sql, idle));
    REST.forEach(sql -> run(handle, sql, idle));
    List<Removed> removed =
        handle
            .createQuery(
                """
                with removed as (
                    delete from core.recording where id = any (:recordings)
                    returning id, public_id, viewer_id, media_sha256
                )
                select public_id, viewer_id, media_sha256 from removed order by id
                """)
            .bind("recordings", idle)
            .map(
                (row, context) ->
                    new Removed(
                        row.getObject("public_id", UUID.class),
                        row.getLong("viewer_id"),
                        row.getString("media_sha256")))
            .list();
    handle
        .createUpdate(
            """
            delete from core.viewer
            where id = any (:viewers) and answered_at is null
                and not exists (select from core.recording where viewer_id = viewer.id)
            """)
        .bind("viewers", removed.stream().map(Removed::viewerId).toArray(Long[]::new))
        .execute();
    return removed;
  }

  private static void run(Handle handle, String sql, Long[] recordings) {
    handle.createUpdate(sql).bind("recordings", recordings).execute();
  }
}
