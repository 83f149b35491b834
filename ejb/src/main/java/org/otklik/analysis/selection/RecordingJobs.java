package org.otklik.analysis.selection;

import org.jdbi.v3.core.Handle;

/** What jobs that work on recordings must not do, or remember, while something is deleted. */
final class RecordingJobs {
  /** What jobs remembered to restart by: boxes of faces. That they ran stays on record. */
  static final String FORGET_CHECKPOINTS =
      """
      update batch.step_execution
      set persistentuserdata = null, readercheckpointinfo = null, writercheckpointinfo = null
      where jobexecutionid in (
          select execution.jobexecutionid
          from core.job_request as request
          join batch.job_execution as newest on newest.jobexecutionid = request.job_execution_id
          join batch.job_execution as execution on execution.jobinstanceid = newest.jobinstanceid
          where request.job_name = 'analyse-recording' and request.subject_id in (
              select id from core.analysis_run where recording_id = any (:recordings)))
      """;

  /** The dispatcher passes over locked requests; one that it is just taking is waited for. */
  private static final String LOCK =
      """
      select id
      from core.job_request
      where state = 'QUEUED' and (
          job_name = 'analyse-recording' and subject_id in (
              select id from core.analysis_run where recording_id = any (:recordings))
          or job_name = 'prepare-video' and subject_id in (
              select video.id
              from core.video
              join core.recording on recording.media_sha256 = video.media_sha256
              where recording.id = any (:recordings)))
      for update
      """;

  private RecordingJobs() {}

  /** Those that wait to be started stay waiting until the caller's transaction ends. */
  static void lock(Handle handle, Long[] recordings) {
    handle.createQuery(LOCK).bind("recordings", recordings).mapTo(Long.class).list();
  }
}
