package org.otklik.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.otklik.analysis.AnalysisService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;

/** Jobs, for administrators: what waits, runs and has ended. */
@Stateless
public class JobService {
  /** Those that wait or run first, then what ended last. */
  private static final String LINES =
      """
      with job as (
          select * from core.job_request
          where :id = 0 or id = :id
          order by state in ('QUEUED', 'STARTED') desc, state = 'STARTED' desc, id desc
          limit :most
      )
      select
          job.id, job.job_name, job.state,
          coalesce(
              run_campaign.name || ' / ' || run_creative.name || ' / ' || viewer.code,
              creative_campaign.name || ' / ' || creative.name,
              report_campaign.name || ' / ' || report.format,
              trailer.name,
              clip_creative.name,
              image_batch.name,
              schedule.name,
              demo.name,
              to_char(retention_night.night, 'YYYY-MM-DD')) as about,
          job.node_name, job.attempts, job.requested_at, job.started_at, job.finished_at,
          case when job.state = 'STARTED' and recording.duration_ms > 0
              then least(1, run.progress_ms / recording.duration_ms::float)
              when job.state = 'STARTED' and trailer_video.id is not null
              then trailer_video.frames_done / trailer_video.frames::float
              when job.state = 'STARTED' and clip.id is not null
              then clip.frames_done / clip.frames::float end as progress,
          coalesce(run.failure_code, report.failure_code, trailer_video.failure_code, clip.failure_code, image_batch.failure_code) as failure,
          job.is_stop_requested
      from job
      left join core.analysis_run as run
          on job.job_name = 'analyse-recording' and run.id = job.subject_id
      left join core.recording on recording.id = run.recording_id
      left join core.viewer on viewer.id = recording.viewer_id
      left join core.creative as run_creative on run_creative.id = recording.creative_id
      left join core.campaign as run_campaign on run_campaign.id = run_creative.campaign_id
      left join core.creative
          on job.job_name = 'summarise-creative' and creative.id = job.subject_id
      left join core.campaign as creative_campaign on creative_campaign.id = creative.campaign_id
      left join core.report on job.job_name = 'create-report' and report.id = job.subject_id
      left join core.campaign as report_campaign on report_campaign.id = report.campaign_id
      left join core.trailer_video
          on job.job_name = 'cut-trailer' and trailer_video.id = job.subject_id
      left join core.trailer on trailer.id = trailer_video.trailer_id
      left join core.clip on job.job_name = 'cut-clip' and clip.id = job.subject_id
      left join core.creative as clip_creative on clip_creative.id = clip.creative_id
      left join core.image_batch
          on job.job_name = 'analyse-images' and image_batch.id = job.subject_id
      left join core.schedule_run
          on job.job_name = 'deliver-reports' and schedule_run.id = job.subject_id
      left join core.schedule on schedule.id = schedule_run.schedule_id
      left join core.campaign as demo on job.job_name = 'create-demo' and demo.id = job.subject_id
      left join core.retention_night
          on job.job_name = 'apply-retention' and retention_night.id = job.subject_id
      order by job.state in ('QUEUED', 'STARTED') desc, job.state = 'STARTED' desc, job.id desc
      """;

  @PersistenceContext private EntityManager em;
  @Inject private JobQueue queue;
  @Inject private AnalysisService analysis;
  @Inject private CampaignService campaigns;
  @Inject private AuditService audit;
  @Inject private MonitoringService monitoring;

  /** The jobs that wait or run, then the newest of the others. */
  public List<JobLine> jobs(Actor actor, int most) {
    actor.requireAdministrator();
    return lines(0, most);
  }

  /** The servers that share the jobs, and those that were lost within a week. */
  public List<NodeLine> nodes(Actor actor) {
    actor.requireAdministrator();
    return monitoring.nodes();
  }

  /**
   * @throws ProblemException JOB_NOT_THERE
   */
  public JobLine job(Actor actor, long id) {
    actor.requireAdministrator();
    return lines(id, 1).stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.JOB_NOT_THERE));
  }

  /**
   * Asks for the end of a job that waits or runs; what it works on is told that it was stopped.
   *
   * @throws ProblemException JOB_NOT_THERE when it has ended
   */
  public void stop(Actor actor, long id) {
    JobLine job = job(actor, id);
    if (!queue.stop(id)) {
      throw new ProblemException(ProblemCode.JOB_NOT_THERE);
    }
    tell(actor, AuditKind.JOB_STOPPED, job);
  }

  /**
   * Does a failed analysis or summary again.
   *
   * @throws ProblemException JOB_NOT_THERE for others
   */
  public void restart(Actor actor, long id) {
    JobLine job = job(actor, id);
    if (!job.isRestartable()) {
      throw new ProblemException(ProblemCode.JOB_NOT_THERE);
    }
    long subject =
        ((Number)
                em.createNativeQuery("select subject_id from core.job_request where id = :id")
                    .setParameter("id", id)
                    .getSingleResult())
            .longValue();
    if (job.name() == JobName.ANALYSE_RECORDING) {
      analysis.requestAgain(actor, analysis.recording(subject).publicId());
    } else {
      campaigns.lockCreative(subject).outdate();
      queue.request(JobName.SUMMARISE_CREATIVE, subject);
    }
    tell(actor, AuditKind.JOB_RESTARTED, job);
  }

  private void tell(Actor actor, AuditKind kind, JobLine job) {
    audit.done(
        actor,
        kind,
        new AuditSubject(AuditSubject.Kind.JOB, Long.toString(job.id())),
        job.name().id());
  }

  private List<JobLine> lines(long id, int most) {
    List<?> rows =
        em.createNativeQuery(LINES)
            .setParameter("id", id)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(row -> line((Object[]) row)).toList();
  }

  private static JobLine line(Object[] column) {
    return new JobLine(
        ((Number) column[0]).longValue(),
        JobName.of((String) column[1]),
        JobLine.State.valueOf((String) column[2]),
        (String) column[3],
        (String) column[4],
        ((Number) column[5]).intValue(),
        (Instant) column[6],
        (Instant) column[7],
        (Instant) column[8],
        column[9] == null ? null : ((Number) column[9]).doubleValue(),
        column[10] == null ? null : ProblemCode.valueOf((String) column[10]),
        (Boolean) column[11]);
  }
}
