package org.otklik.queue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of job requests: what is asked for, what runs, what was interrupted. */
@Stateless
public class JobQueue {
  private static final String TAKE =
      """
      with next_request as (
          select request.id
          from core.job_request as request
          where request.state = 'QUEUED' and not request.is_stop_requested
            and not exists (
                select 1 from core.job_request as other
                where other.state = 'STARTED' and other.job_name = request.job_name
                  and other.subject_id = request.subject_id)
            %s
          order by request.job_name in (%s), request.requested_at, request.id
          limit 1
          for update of request skip locked
      )
      update core.job_request as request
      set state = 'STARTED', node_name = :node, started_at = now(), attempts = attempts + 1
      from next_request
      where request.id = next_request.id
      returning request.id, request.job_name, request.subject_id, request.job_execution_id,
          request.attempts, request.is_stop_requested
      """;

  @PersistenceContext private EntityManager em;
  @Inject private Event<JobRequested> requested;
  @Inject @Any private Instance<JobReadiness> readiness;

  private String take;

  /** Asks for a job in the caller's transaction; a request that still waits is not doubled. */
  public void request(JobName name, long subjectId) {
    em.createNativeQuery(
            """
            insert into core.job_request (job_name, subject_id) values (:name, :subject)
            on conflict (job_name, subject_id) where state = 'QUEUED' do update set is_stop_requested = false
            """)
        .setParameter("name", name.id())
        .setParameter("subject", subjectId)
        .executeUpdate();
    requested.fire(new JobRequested(name));
  }

  /** Forgets a request that still waits, because its subject is removed. */
  public void withdraw(JobName name, long subjectId) {
    em.createNativeQuery(
            """
            delete from core.job_request
            where job_name = :name and subject_id = :subject and state = 'QUEUED'
            """)
        .setParameter("name", name.id())
        .setParameter("subject", subjectId)
        .executeUpdate();
  }

  /**
   * Takes the oldest request that may start now and marks it as started by this node; one job at a
   * time works on one subject. When a job may start its feature says, see {@link JobReadiness}.
   * Jobs in the background come last: somebody waits for everything else.
   */
  public Optional<JobRequest> take(String nodeName) {
    List<?> rows = em.createNativeQuery(take).setParameter("node", nodeName).getResultList();
    return rows.stream().findFirst().map(JobQueue::ticket);
  }

  /** The features' conditions become part of the statement: what is taken is ready when taken. */
  @PostConstruct
  void compose() {
    String conditions =
        readiness.stream()
            .sorted(Comparator.comparing(JobReadiness::job))
            .map(
                one ->
                    "and (request.job_name <> '%s' or %s)"
                        .formatted(one.job().id(), one.condition().strip()))
            .collect(Collectors.joining("\n"));
    String background =
        Arrays.stream(JobName.values())
            .filter(JobName::isBackground)
            .map(name -> "'" + name.id() + "'")
            .collect(Collectors.joining(", "));
    take = TAKE.formatted(conditions, background);
  }

  /** Requests that this node had started and that have not ended. */
  public List<JobRequest> started(String nodeName) {
    List<?> rows =
        em.createNativeQuery(
                """
                select id, job_name, subject_id, job_execution_id, attempts, is_stop_requested
                from core.job_request
                where state = 'STARTED' and node_name = :node
                order by id
                """)
            .setParameter("node", nodeName)
            .getResultList();
    return rows.stream().map(JobQueue::ticket).toList();
  }

  /** Requests that are stopped before they began. */
  public List<JobRequest> stoppedBeforeStart() {
    List<?> rows =
        em.createNativeQuery(
                """
                select id, job_name, subject_id, job_execution_id, attempts, is_stop_requested
                from core.job_request
                where state = 'QUEUED' and is_stop_requested
                order by id
                """)
            .getResultList();
    return rows.stream().map(JobQueue::ticket).toList();
  }

  /**
   * Asks for the end of a job that waits or runs.
   *
   * @return false when it has ended already, or there is none
   */
  public boolean stop(long id) {
    return em.createNativeQuery(
                """
                update core.job_request set is_stop_requested = true
                where id = :id and state in ('QUEUED', 'STARTED')
                """)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** Remembers the execution, so that it can be gone on with after a crash. */
  public void remember(long id, long jobExecutionId) {
    em.createNativeQuery("update core.job_request set job_execution_id = :execution where id = :id")
        .setParameter("execution", jobExecutionId)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Counts one more attempt of a job that failed and is gone on with. */
  public void countAttempt(long id) {
    em.createNativeQuery(
            "update core.job_request set attempts = attempts + 1, started_at = now() where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Counts one more attempt to record how a request ended. */
  public void countEndAttempt(long id) {
    em.createNativeQuery("update core.job_request set attempts = attempts + 1 where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  public void end(long id, boolean completed) {
    em.createNativeQuery(
            "update core.job_request set state = :state, finished_at = now() where id = :id")
        .setParameter("state", completed ? "COMPLETED" : "FAILED")
        .setParameter("id", id)
        .executeUpdate();
  }

  private static JobRequest ticket(Object row) {
    Object[] column = (Object[]) row;
    return new JobRequest(
        ((Number) column[0]).longValue(),
        JobName.of((String) column[1]),
        ((Number) column[2]).longValue(),
        column[3] == null ? null : ((Number) column[3]).longValue(),
        ((Number) column[4]).intValue(),
        (Boolean) column[5]);
  }
}
