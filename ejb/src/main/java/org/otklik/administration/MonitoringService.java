package org.otklik.administration;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.otklik.administration.OperatingFigures.JobCount;

/** Figures of operation; they name nobody, and whoever asks has shown a token of the settings. */
@Stateless
public class MonitoringService {
  /** Of those that have ended the newest are looked at only: there is no end to their number. */
  private static final String JOBS =
      """
      with job as (
          select job_name, state, requested_at as since
          from core.job_request where state = 'QUEUED'
          union all
          select job_name, state, started_at from core.job_request where state = 'STARTED'
          union all
          select job_name, state, finished_at
          from (select * from core.job_request order by id desc limit 10000) as newest
          where state in ('COMPLETED', 'FAILED') and finished_at > now() - interval '1 hour'
      )
      select job_name, state, count(*),
          coalesce(extract(epoch from now() - min(since)), 0)::double precision
      from job group by job_name, state order by job_name, state
      """;

  private static final String OTHERS =
      """
      select
          (select count(*) from core.video_upload where state = 'ARRIVING'),
          (select count(*) from core.schedule_run where state = 'MAILING' and finished_at is null),
          (select count(*) from core.schedule_run
              where state = 'MAILING' and finished_at is null and mail_attempts > 0),
          pg_database_size(current_database())
      """;

  @PersistenceContext private EntityManager em;

  public OperatingFigures figures() {
    List<?> jobs = em.createNativeQuery(JOBS).getResultList();
    Object[] others = (Object[]) em.createNativeQuery(OTHERS).getSingleResult();
    return new OperatingFigures(
        jobs.stream().map(row -> jobCount((Object[]) row)).toList(),
        ((Number) others[0]).longValue(),
        ((Number) others[1]).longValue(),
        ((Number) others[2]).longValue(),
        ((Number) others[3]).longValue());
  }

  private static JobCount jobCount(Object[] column) {
    return new JobCount(
        (String) column[0],
        (String) column[1],
        ((Number) column[2]).longValue(),
        ((Number) column[3]).doubleValue());
  }
}
