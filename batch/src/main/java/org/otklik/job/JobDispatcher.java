package org.otklik.job;

import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.node.NodeHeartbeat;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.queue.JobLane;
import org.otklik.queue.JobQueue;
import org.otklik.queue.JobRequest;
import org.otklik.queue.JobRequested;
import org.otklik.settings.JobSettings;

/**
 * Starts the jobs that are asked for, as many long ones at a time as there are processors, one more
 * that is quick and a short one beside them, and goes on with those of processes that are no more:
 * of this node before it was stopped or killed, and of nodes that are lost. The calls stand outside
 * of transactions, because a started job must not wait for a commit of ours.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobDispatcher {
  private static final System.Logger LOG = System.getLogger(JobDispatcher.class.getName());

  /** How often an end that cannot be recorded is tried again, once a second. */
  private static final int MAX_END_ATTEMPTS = 20;

  /** A job that asks for another is about to end: by then it has left its place. */
  private static final int LEAVING_MS = 100;

  /**
   * The repository holds a killed execution for a running one. That the process that ran it is no
   * more, or can write nothing any more, is known from the request's run: so it is safe to insist.
   */
  private static final Properties ANYWAY = new Properties();

  static {
    ANYWAY.setProperty("jberet.restart.mode", "force");
  }

  @Inject private JobQueue queue;
  @Inject private JobFailureHandler failedJobs;
  @Inject private JobSettings settings;
  @Inject private DatabaseWatch database;
  @Inject private NodeHeartbeat node;
  @Resource private ManagedScheduledExecutorService executor;

  private final AtomicBoolean isLooking = new AtomicBoolean();

  /**
   * Keys of requests that still have to be gone on with: taken over, or this process's own from
   * before the application was deployed anew.
   */
  private Set<Long> interrupted;

  /**
   * A timer of the container, which rests while the server is suspended, such as before it stops.
   * While a look takes longer than a second none is added.
   */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    if (!isLooking.getAndSet(true)) {
      executor.execute(this::look);
    }
  }

  private void look() {
    try {
      dispatchGuarded();
    } finally {
      isLooking.set(false);
    }
  }

  /** Looks at once, on threads of its own: the caller has somebody waiting. */
  public void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobRequested request) {
    executor.execute(this::dispatchGuarded);
    executor.schedule(this::dispatchGuarded, LEAVING_MS, TimeUnit.MILLISECONDS);
  }

  /** A boundary: whatever goes wrong once, such as a database that is away, is tried again. */
  private synchronized void dispatchGuarded() {
    if (database.isAway() || !node.isRegistered()) {
      return;
    }
    try {
      dispatch();
    } catch (RuntimeException e) {
      FaultLog.write(LOG, "The dispatcher could not look for jobs; it tries again", e);
    }
  }

  /**
   * Looks for jobs that have ended and for room to start others. Each ticket is by itself: what
   * goes wrong with one, such as a failure that cannot be recorded, stops no other.
   */
  private void dispatch() {
    List<JobRequest> started = queue.started(node.run());
    if (interrupted == null) {
      interrupted = started.stream().map(JobRequest::id).collect(Collectors.toSet());
    }
    started.stream()
        .filter(ticket -> interrupted.contains(ticket.id()))
        .forEach(this::goOnIsolated);
    queue.stoppedBeforeStart().forEach(ticket -> isolated(ticket, one -> end(one, false)));
    List<JobRequest> running = new ArrayList<>();
    queue.started(node.run()).stream()
        .filter(ticket -> !interrupted.contains(ticket.id()))
        .forEach(
            ticket ->
                isolated(
                    ticket,
                    one -> {
                      if (stillRuns(one)) {
                        running.add(one);
                      }
                    }));
    String name = settings.nodeName();
    UUID run = node.run();
    int longOnes = settings.maxRunningLongJobs();
    int all = settings.maxRunningJobs();
    fill(
        running, JobLane.LONG, longOnes + 1, lane -> queue.takeOver(name, run, lane), this::resume);
    fill(running, JobLane.SHORT, all, lane -> queue.takeOver(name, run, lane), this::resume);
    fill(running, JobLane.LONG, longOnes, lane -> queue.take(name, run, lane), this::startIsolated);
    fill(
        running,
        JobLane.LONG,
        longOnes + 1,
        lane -> queue.takeQuick(name, run, lane),
        this::startIsolated);
    fill(running, JobLane.SHORT, all, lane -> queue.take(name, run, lane), this::startIsolated);
  }

  private void startIsolated(JobRequest ticket) {
    isolated(ticket, this::start);
  }

  /** What was taken over stays one of the interrupted until it is gone on with. */
  private void resume(JobRequest ticket) {
    LOG.log(Level.INFO, "Job {0} is taken over from a process that is no more", ticket);
    interrupted.add(ticket.id());
    goOnIsolated(ticket);
  }

  private void goOnIsolated(JobRequest ticket) {
    if (isolated(ticket, this::goOn)) {
      interrupted.remove(ticket.id());
    }
  }

  /** Starts jobs of the lane, as long as it has fewer than its most under way and there is room. */
  private void fill(
      List<JobRequest> running,
      JobLane lane,
      int maxOfLane,
      Function<JobLane, Optional<JobRequest>> takeNext,
      Consumer<JobRequest> begin) {
    while (running.size() < settings.maxRunningJobs() && count(running, lane) < maxOfLane) {
      Optional<JobRequest> next = takeNext.apply(lane);
      if (next.isEmpty()) {
        return;
      }
      begin.accept(next.get());
      running.add(next.get());
    }
  }

  private static long count(List<JobRequest> running, JobLane lane) {
    return running.stream().filter(ticket -> ticket.name().lane() == lane).count();
  }

  /**
   * A boundary around one ticket: the next look comes to it again.
   *
   * @return whether it went well
   */
  private boolean isolated(JobRequest ticket, Consumer<JobRequest> act) {
    try {
      act.accept(ticket);
      return true;
    } catch (RuntimeException e) {
      FaultLog.write(LOG, "The dispatcher could not deal with " + ticket + "; it tries again", e);
      return false;
    }
  }

  private void start(JobRequest ticket) {
    Properties parameters = new Properties();
    parameters.setProperty(ticket.name().subjectParameter(), Long.toString(ticket.subjectId()));
    try {
      long execution = operator().start(ticket.name().id(), parameters);
      queue.remember(ticket.id(), execution);
      LOG.log(
          Level.INFO,
          "Job {0} {1} started as execution {2}",
          ticket.name().id(),
          ticket.subjectId(),
          execution);
    } catch (BatchRuntimeException e) {
      requireNoOutage(e);
      LOG.log(Level.ERROR, "Job " + ticket + " could not be started", e);
      end(ticket, false);
    }
  }

  /**
   * A job that was under way when the server went down is gone on with at its checkpoint, however
   * often that happens: it is not the job's failure.
   */
  private void goOn(JobRequest ticket) {
    if (ticket.jobExecutionId() == null) {
      start(ticket);
      return;
    }
    BatchStatus status = status(ticket);
    if (ticket.isStopWanted()) {
      end(ticket, status == BatchStatus.COMPLETED);
    } else if (hasEnded(status)) {
      settle(ticket, status);
    } else {
      restart(ticket);
    }
  }

  /**
   * Of a job that has ended: with it ends its request, unless it goes on.
   *
   * @return whether it runs again
   */
  private boolean settle(JobRequest ticket, BatchStatus status) {
    FailedAttempt.Next next = next(ticket, status);
    if (next == FailedAttempt.Next.GIVE_UP) {
      end(ticket, status == BatchStatus.COMPLETED);
    } else if (next == FailedAttempt.Next.GO_ON) {
      LOG.log(Level.WARNING, "Job {0} was kept from its work and goes on", ticket);
      queue.countAttempt(ticket.id());
      restart(ticket);
    } else if (next == FailedAttempt.Next.GO_ON_UNCOUNTED) {
      restart(ticket);
    }
    return next == FailedAttempt.Next.GO_ON || next == FailedAttempt.Next.GO_ON_UNCOUNTED;
  }

  private static FailedAttempt.Next next(JobRequest ticket, BatchStatus status) {
    if (status != BatchStatus.FAILED) {
      return FailedAttempt.Next.GIVE_UP;
    }
    JobExecution execution;
    try {
      execution = operator().getJobExecution(ticket.jobExecutionId());
    } catch (NoSuchJobExecutionException e) {
      return FailedAttempt.Next.GIVE_UP; // told by status
    }
    return new FailedAttempt(
            execution.getExitStatus(),
            execution.getEndTime().toInstant(),
            ticket.attempts(),
            ticket.isStopWanted())
        .next(Instant.now());
  }

  private void restart(JobRequest ticket) {
    try {
      long newest = newestExecution(ticket.jobExecutionId());
      if (newest != ticket.jobExecutionId()) { // it was started, and could not be remembered
        queue.remember(ticket.id(), newest);
        return;
      }
      long execution = operator().restart(ticket.jobExecutionId(), ANYWAY);
      queue.remember(ticket.id(), execution);
      LOG.log(
          Level.INFO,
          "Job {0} {1} goes on as execution {2}",
          ticket.name().id(),
          ticket.subjectId(),
          execution);
    } catch (BatchRuntimeException e) {
      requireNoOutage(e);
      LOG.log(Level.ERROR, "Job " + ticket + " could not be gone on with", e);
      end(ticket, false);
    }
  }

  private static long newestExecution(long execution) {
    List<JobExecution> all = operator().getJobExecutions(operator().getJobInstance(execution));
    return all.get(all.size() - 1).getExecutionId();
  }

  /** An outage is not the job's failure: the next look tries again. */
  private static void requireNoOutage(BatchRuntimeException thrown) {
    if (Outage.of(thrown).isPresent()) {
      throw thrown;
    }
  }

  /**
   * A stopped job stays as it is: it was stopped with the server, and goes on with it; unless an
   * administrator wanted its end.
   */
  private boolean stillRuns(JobRequest ticket) {
    if (ticket.jobExecutionId() == null) {
      start(ticket); // its first start was not remembered; what it does is idempotent
      return true;
    }
    BatchStatus status = status(ticket);
    if (ticket.isStopWanted() && status == BatchStatus.STOPPED) {
      end(ticket, false);
    } else if (hasEnded(status)) {
      return settle(ticket, status);
    } else if (status != BatchStatus.STOPPED
        && RunningJobs.OF_THIS_PROCESS.isLost(ticket.jobExecutionId())) {
      LOG.log(Level.WARNING, "Job {0} has ended, and its end could not be recorded", ticket);
      goOn(ticket);
    } else if (ticket.isStopWanted() && status == BatchStatus.STARTED) {
      stop(ticket);
    }
    return status == BatchStatus.STARTING
        || status == BatchStatus.STARTED
        || status == BatchStatus.STOPPING;
  }

  /** It ends at its next checkpoint. */
  private void stop(JobRequest ticket) {
    try {
      operator().stop(ticket.jobExecutionId());
      LOG.log(Level.INFO, "Job {0} {1} is stopped", ticket.name().id(), ticket.subjectId());
    } catch (JobExecutionNotRunningException e) {
      LOG.log(Level.DEBUG, "Job {0} has ended by itself", ticket); // the next look sees it
    }
  }

  private void end(JobRequest ticket, boolean completed) {
    if (!completed) {
      recordFailure(ticket);
    }
    queue.end(ticket.id(), completed);
  }

  /**
   * @throws RuntimeException when the failure cannot be recorded yet; the attempt is counted, and
   *     after {@value #MAX_END_ATTEMPTS} of them the ticket ends without
   */
  private void recordFailure(JobRequest ticket) {
    try {
      failedJobs.tell(ticket);
    } catch (RuntimeException e) {
      if (ticket.attempts() < MAX_END_ATTEMPTS) {
        queue.countEndAttempt(ticket.id());
        throw e;
      }
      LOG.log(Level.ERROR, "The failure of " + ticket + " is recorded nowhere but here", e);
    }
  }

  private static boolean hasEnded(BatchStatus status) {
    return status == BatchStatus.COMPLETED
        || status == BatchStatus.FAILED
        || status == BatchStatus.ABANDONED;
  }

  /** A job whose execution is unknown to the repository counts as failed. */
  private static BatchStatus status(JobRequest ticket) {
    try {
      return operator().getJobExecution(ticket.jobExecutionId()).getBatchStatus();
    } catch (NoSuchJobExecutionException e) {
      LOG.log(Level.WARNING, "The batch repository does not know the execution of {0}", ticket);
      return BatchStatus.FAILED;
    }
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
