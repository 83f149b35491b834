package org.otklik.administration;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.otklik.administration.OperatingFigures.Backlog;
import org.otklik.administration.OperatingFigures.Connections;
import org.otklik.administration.OperatingFigures.JobCount;
import org.otklik.administration.OperatingFigures.Mails;
import org.otklik.administration.OperatingFigures.Upkeep;

/** Figures of operation; they name nobody, and whoever asks was let in before. */
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

  /** Mails wait for their own reason: see those that are refused. */
  private static final String BACKLOG =
      """
      with overdue as (
          select requested_at from core.job_request
          where state = 'QUEUED' and job_name <> 'deliver-reports'
            and due_at < now() - interval '1 hour'
      )
      select
          (select count(*)
              from (select * from core.job_request order by id desc limit 10000) as newest
              where state = 'FAILED' and not is_stop_requested
                and finished_at > now() - interval '1 day'),
          (select count(*) from overdue),
          (select min(requested_at) from overdue)
      """;

  private static final String OTHERS =
      """
      select
          (select count(*) from core.video_upload where state = 'ARRIVING'),
          (select count(*) from core.schedule_run where state = 'MAILING' and finished_at is null),
          (select count(*) from core.schedule_run
              where state = 'MAILING' and finished_at is null and mail_attempts > 0),
          (select count(*) from (select * from core.schedule_run order by id desc limit 10000) as newest
              where mailed_at > now() - interval '1 hour'),
          pg_database_size(current_database()),
          (select sum(numbackends)::bigint from pg_stat_database),
          current_setting('max_connections')::bigint
              - current_setting('superuser_reserved_connections')::bigint
      """;

  private static final String UPKEEP =
      """
      select
          (select min(started_at) from core.node_run where ended_at is null),
          (select max(requested_at) from core.retention_night),
          (select max(happened_at) from core.audit_event where kind = 'BACKUP_MADE')
      """;

  /** Each with its newest process; those that are long gone are forgotten. */
  private static final String NODES =
      """
      select node_name, started_at, seen_at, ended_at is null as is_there,
          ended_at is null and seen_at < clock_timestamp() - interval '12 seconds' as is_silent
      from (
          select distinct on (node_name) * from core.node_run
          order by node_name, started_at desc
      ) as newest
      where ended_at is null or ended_at > now() - interval '7 days'
      order by node_name
      """;

  @PersistenceContext private EntityManager em;

  public OperatingFigures figures() {
    List<?> jobs = em.createNativeQuery(JOBS).getResultList();
    Object[] backlog = row(BACKLOG);
    Object[] others = row(OTHERS);
    Object[] upkeep = row(UPKEEP);
    return new OperatingFigures(
        jobs.stream().map(row -> jobCount((Object[]) row)).toList(),
        new Backlog(number(backlog[0]), number(backlog[1]), (Instant) backlog[2]),
        number(others[0]),
        new Mails(number(others[1]), number(others[2]), number(others[3])),
        number(others[4]),
        new Connections(number(others[5]), number(others[6])),
        nodes(),
        new Upkeep((Instant) upkeep[0], (Instant) upkeep[1], (Instant) upkeep[2]));
  }

  /** The servers that share the jobs, and those that were lost within a week. */
  public List<NodeLine> nodes() {
    List<?> rows = em.createNativeQuery(NODES).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new NodeLine(
                    (String) row[0],
                    (Instant) row[1],
                    (Instant) row[2],
                    (Boolean) row[3],
                    (Boolean) row[4]))
        .toList();
  }

  private Object[] row(String query) {
    return (Object[]) em.createNativeQuery(query).getSingleResult();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  private static JobCount jobCount(Object[] column) {
    return new JobCount(
        (String) column[0],
        (String) column[1],
        number(column[2]),
        ((Number) column[3]).doubleValue());
  }
}
