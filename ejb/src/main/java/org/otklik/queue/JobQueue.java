package org.otklik.queue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of job requests: what is asked for, what runs, what was interrupted. */
@Stateless
public class JobQueue {
  /**
   * Clients take turns: first comes who has the fewest jobs under way, then whose last start lies
   * farthest back. Of one client's requests the one with the earliest {@code due_at} comes first.
   */
  private static final String TAKE =
      """
      with waiting as (
          select request.id, request.client_id, request.due_at,
              request.job_name in (%s) and request.due_at > now() as is_background
          from core.job_request as request
          where request.state = 'QUEUED' and request.lane = :lane and not request.is_stop_requested
            and (request.is_quick or not :onlyQuick)
            and not exists (
                select 1 from core.job_request as other
                where other.state = 'STARTED' and other.job_name = request.job_name
                  and other.subject_id = request.subject_id)
            %s
      ), served as (
          select client_id, count(*) filter (where state = 'STARTED') as running,
              max(started_at) as started_at
          from core.job_request
          where lane = :lane and client_id in (select client_id from waiting)
            and (state = 'STARTED' or started_at > now() - interval '1 day')
          group by client_id
      ), next_request as (
          select request.id
          from core.job_request as request
          join waiting on waiting.id = request.id
          left join served on served.client_id = waiting.client_id
          where request.state = 'QUEUED'
          order by waiting.is_background, coalesce(served.running, 0),
              served.started_at nulls first, waiting.due_at, request.id
          limit 1
          for update of request skip locked
      )
      update core.job_request as request
      set state = 'STARTED', node_name = :node, run_id = :run, started_at = clock_timestamp(), attempts = attempts + 1
      from next_request
      where request.id = next_request.id
      returning request.id, request.job_name, request.subject_id, request.job_execution_id,
          request.attempts, request.is_stop_requested
      """;

  /** A request whose node is lost, and whose connections are gone: the one that waits longest. */
  private static final String TAKE_OVER =
      """
      update core.job_request as request
      set node_name = :node, run_id = :run
      from (
          select lost.id from core.job_request as lost
          join core.node_run as run on run.run_id = lost.run_id
          where lost.state = 'STARTED' and lost.lane = :lane and run.released_at is not null
          order by lost.due_at, lost.id
          limit 1
          for update of lost skip locked
      ) as next_request
      where request.id = next_request.id
      returning request.id, request.job_name, request.subject_id, request.job_execution_id,
          request.attempts, request.is_stop_requested
      """;

  /** The order of a client's requests: see the comment of {@code core.job_request.due_at}. */
  private static final String REQUEST =
      """
      insert into core.job_request (job_name, subject_id, lane, client_id, due_at, is_quick)
      select :name, request.subject_id, :lane, %s,
          now() + (work.seconds + :patience) * interval '1 second',
          work.seconds <= :quickSeconds and not :isBackground
      from (select cast(:subject as bigint) as subject_id) as request
      cross join lateral (select coalesce(%s, 0) as seconds) as work
      on conflict (job_name, subject_id) where state = 'QUEUED'
      do update set is_stop_requested = false, due_at = least(job_request.due_at, excluded.due_at)
      """;

  /** How long those who ask for many jobs at once let others of their client go first. */
  private static final Duration BATCH_PATIENCE = Duration.ofMinutes(15);

  /** Expected work that does not wait for longer work of others. */
  private static final Duration QUICK = Duration.ofMinutes(1);

  /** How long what nobody waits for lets everything else go first. */
  private static final Duration BACKGROUND_PATIENCE = Duration.ofHours(1);

  @PersistenceContext private EntityManager em;
  @Inject private Event<JobRequested> requested;
  @Inject @Any private Instance<QueuedJob> features;

  private final Map<JobName, String> request = new EnumMap<>(JobName.class);
  private String take;

  /** Asks for a job in the caller's transaction; a request that still waits is not doubled. */
  public void request(JobName name, long subjectId) {
    request(name, subjectId, name.isBackground() ? BACKGROUND_PATIENCE : Duration.ZERO);
  }

  /** As {@link #request}, for one of many jobs that are asked for at once. */
  public void requestInBatch(JobName name, long subjectId) {
    request(name, subjectId, BATCH_PATIENCE);
  }

  private void request(JobName name, long subjectId, Duration patience) {
    em.createNativeQuery(request.get(name))
        .setParameter("name", name.id())
        .setParameter("subject", subjectId)
        .setParameter("lane", name.lane().name())
        .setParameter("patience", patience.toSeconds())
        .setParameter("quickSeconds", QUICK.toSeconds())
        .setParameter("isBackground", name.isBackground())
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
   * Takes the next request of the lane that may start now and marks it as started by this node; one
   * job at a time works on one subject.
   */
  public Optional<JobRequest> take(String nodeName, UUID run, JobLane lane) {
    return take(nodeName, run, lane, false);
  }

  /** As {@link #take}, of what takes a minute at most. */
  public Optional<JobRequest> takeQuick(String nodeName, UUID run, JobLane lane) {
    return take(nodeName, run, lane, true);
  }

  /**
   * Takes over a request of the lane that was started by a process that is no more, be it of
   * another node or of this one; it is gone on with where it stands.
   */
  public Optional<JobRequest> takeOver(String nodeName, UUID run, JobLane lane) {
    List<?> rows =
        em.createNativeQuery(TAKE_OVER)
            .setParameter("node", nodeName)
            .setParameter("run", run)
            .setParameter("lane", lane.name())
            .getResultList();
    return rows.stream().findFirst().map(JobQueue::ticket);
  }

  private Optional<JobRequest> take(String nodeName, UUID run, JobLane lane, boolean onlyQuick) {
    List<?> rows =
        em.createNativeQuery(take)
            .setParameter("node", nodeName)
            .setParameter("run", run)
            .setParameter("lane", lane.name())
            .setParameter("onlyQuick", onlyQuick)
            .getResultList();
    return rows.stream().findFirst().map(JobQueue::ticket);
  }

  /** The features' expressions become part of the statements: what is taken is ready when taken. */
  @PostConstruct
  void compose() {
    List<QueuedJob> jobs = features.stream().sorted(Comparator.comparing(QueuedJob::job)).toList();
    jobs.forEach(
        job ->
            request.put(
                job.job(),
                REQUEST.formatted(job.clientId().strip(), job.expectedSeconds().strip())));
    String conditions =
        jobs.stream()
            .map(
                job ->
                    "and (request.job_name <> '%s' or %s)"
                        .formatted(job.job().id(), job.readiness().strip()))
            .collect(Collectors.joining("\n"));
    String background =
        Arrays.stream(JobName.values())
            .filter(JobName::isBackground)
            .map(name -> "'" + name.id() + "'")
            .collect(Collectors.joining(", "));
    take = TAKE.formatted(background, conditions);
  }

  /** Requests that this process has started or taken over and that have not ended. */
  public List<JobRequest> started(UUID run) {
    List<?> rows =
        em.createNativeQuery(
                """
                select id, job_name, subject_id, job_execution_id, attempts, is_stop_requested
                from core.job_request
                where state = 'STARTED' and run_id = :run
                order by id
                """)
            .setParameter("run", run)
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
