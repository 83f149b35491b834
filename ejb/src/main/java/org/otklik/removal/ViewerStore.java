package org.otklik.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What there is of viewers beside their recordings. */
@ApplicationScoped
class ViewerStore {
  /**
   * Slides show nobody; all other formats list viewers by their codes. A report that was made
   * before the viewer's first recording cannot hold it.
   */
  private static final String REPORTS =
      """
      select report.id, (
          select count(*) from core.report_link as link
          where link.report_id = report.id and link.revoked_at is null and link.expires_at > now()
      ) as links
      from core.report
      join core.viewer on viewer.campaign_id = report.campaign_id
      where viewer.id = :viewer and report.format <> 'PPTX' and report.state <> 'FAILED'
          and exists (
              select from core.recording
              where recording.viewer_id = viewer.id
                  and recording.creative_id = coalesce(report.creative_id, recording.creative_id)
                  and coalesce(report.finished_at, now()) >= recording.created_at)
      order by report.id desc
      """;

  private static final String CONTENTS =
      """
      select (select count(*) from core.recording where viewer_id = :viewer) as recordings,
          answered_at is not null as has_answered,
          exists (select from core.participation where viewer_id = :viewer) as is_of_study
      from core.viewer
      where id = :viewer
      """;

  private static final String STOP =
      """
      update core.job_request set is_stop_requested = true
      where state in ('QUEUED', 'STARTED') and job_name = 'analyse-recording'
          and subject_id in (
              select run.id
              from core.analysis_run as run
              join core.recording on recording.id = run.recording_id
              where recording.viewer_id = :viewer)
      """;

  @Inject private Jdbi jdbi;

  /**
   * Beside the reports.
   *
   * @param hasAnswered to the survey
   */
  record Counted(int recordings, boolean hasAnswered, boolean isOfStudy) {}

  /** Keys of the reports that list the viewer, the newest first, with their open links. */
  Map<Long, Integer> reports(long viewerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(REPORTS)
                .bind("viewer", viewerId)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getInt("links")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Counted counted(long viewerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CONTENTS)
                .bind("viewer", viewerId)
                .map(
                    (row, context) ->
                        new Counted(
                            row.getInt("recordings"),
                            row.getBoolean("has_answered"),
                            row.getBoolean("is_of_study")))
                .one());
  }

  void stopJobs(long viewerId) {
    jdbi.useHandle(handle -> handle.createUpdate(STOP).bind("viewer", viewerId).execute());
  }

  /** Of viewers that are to be deleted for good. */
  List<Long> due() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from core.viewer where remove_at <= now() order by id")
                .mapTo(Long.class)
                .list());
  }
}
