package org.otklik.schedule;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.report.ReportEnded;

/** What schedules and runs wait for, read from their rows. */
@Stateless
public class ScheduleReminders {
  /** A timer, or a job that was asked for, has come before. */
  private static final Duration OVERDUE = Duration.ofSeconds(10);

  @PersistenceContext private EntityManager em;
  @Inject private ScheduleTimers timers;
  @Inject private JobQueue queue;

  /** Makes the timers that are missing. */
  public void provideTimers() {
    Set<Long> reminded = timers.remindedSchedules();
    em.createQuery("select s.id from Schedule s where s.nextFireAt is not null", Long.class)
        .getResultStream()
        .filter(id -> !reminded.contains(id))
        .map(id -> em.find(Schedule.class, id))
        .forEach(schedule -> timers.remindOfSchedule(schedule.id(), schedule.nextFireAt()));
  }

  /** Schedules that should have fired some seconds ago. */
  public List<Long> overdue(Instant now) {
    return em.createQuery("select s.id from Schedule s where s.nextFireAt < :limit", Long.class)
        .setParameter("limit", now.minus(OVERDUE))
        .getResultList();
  }

  /** Asks for the job of the run that waited for this report, once it waits for no other one. */
  public void reportEnded(@Observes ReportEnded event) {
    // Locked, so that of two reports that end at the same time the second sees the first.
    em
        .createQuery(
            "select run from ScheduleRun run where run.state = :state and exists"
                + " (select 1 from run.reports report where report.id = :report)",
            ScheduleRun.class)
        .setParameter("state", ScheduleRunState.REPORTING)
        .setParameter("report", event.reportId())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .filter(ScheduleRun::hasReportsEnded)
        .forEach(run -> queue.request(JobName.DELIVER_REPORTS, run.id()));
  }

  /** Asks again for the jobs of runs that wait for nothing else. */
  public void resumeRuns(Instant now) {
    List<?> waiting =
        em.createNativeQuery(
                """
                select run.id
                from core.schedule_run as run
                where not exists (
                        select 1 from core.job_request as request
                        where request.job_name = 'deliver-reports' and request.subject_id = run.id
                          and request.state in ('QUEUED', 'STARTED'))
                  and (run.next_attempt_at < :limit
                       or run.finished_at is null and run.next_attempt_at is null
                          and run.created_at < :limit
                          and not exists (
                              select 1
                              from core.schedule_run_report as link
                              join core.report on report.id = link.report_id
                              where link.schedule_run_id = run.id
                                and report.state in ('QUEUED', 'RUNNING')))
                """)
            .setParameter("limit", now.minus(OVERDUE))
            .getResultList();
    waiting.forEach(id -> queue.request(JobName.DELIVER_REPORTS, ((Number) id).longValue()));
  }
}
