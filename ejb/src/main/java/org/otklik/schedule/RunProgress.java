package org.otklik.schedule;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.identity.Actor;
import org.otklik.mail.MailMessage;
import org.otklik.mail.MailOutcome;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportOrder;
import org.otklik.settings.MailSettings;

/** The steps of a run, each in a transaction of its own and with the run locked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunProgress {
  private static final System.Logger LOG = System.getLogger(RunProgress.class.getName());

  @PersistenceContext private EntityManager em;
  @Inject private ScheduleOwners owners;
  @Inject private ReportService reports;
  @Inject private ReportFreshness news;
  @Inject private ScheduleMail letters;
  @Inject private MailSettings settings;
  @Inject private ScheduleTimers timers;
  @Inject private JobQueue queue;

  /** COMPLETED also where the run was deleted with its schedule. */
  public ScheduleRunState state(long runId) {
    ScheduleRun run = em.find(ScheduleRun.class, runId);
    return run == null ? ScheduleRunState.COMPLETED : run.state();
  }

  /**
   * Asks for the reports on the owner's behalf, or skips.
   *
   * @throws ProblemException when the owner's rights do not suffice any more, or there is nothing
   *     to report
   */
  public void order(long runId) {
    ScheduleRun run = locked(runId);
    if (run == null || run.state() != ScheduleRunState.DUE) {
      return;
    }
    Schedule schedule = run.schedule();
    Actor owner =
        owners
            .actor(schedule)
            .orElseThrow(() -> new ProblemException(ProblemCode.OWNER_LOST_ACCESS));
    Instant now = Instant.now();
    Optional<Instant> dataAsOf = news.dataAsOf(schedule.subject());
    if (schedule.skipsUnchanged() && run.cause() == RunCause.TIMER) {
      if (dataAsOf.isEmpty()) {
        run.skip(ProblemCode.NOTHING_TO_REPORT, null, now);
        return;
      }
      if (dataAsOf.equals(news.reportedBy(schedule))) {
        run.skip(ProblemCode.NOTHING_NEW, dataAsOf.get(), now);
        return;
      }
    }
    run.report(order(owner, schedule, now), dataAsOf.orElse(null));
  }

  private List<Report> order(Actor owner, Schedule schedule, Instant now) {
    List<Report> ordered = new ArrayList<>();
    for (ReportFormat format : schedule.formats()) {
      Report report =
          reports.request(
              owner,
              new ReportOrder(
                  schedule.subject(),
                  format,
                  schedule.locale(),
                  schedule.plan().zone(),
                  schedule.chapters().orElse(null)));
      if (schedule.keepDays() != null) {
        report.keepUntil(now.plus(Duration.ofDays(schedule.keepDays())));
      }
      ordered.add(report);
    }
    return ordered;
  }

  /** The mail that is to be sent now; empty when there is none, or not yet. */
  public Optional<MailMessage> letter(long runId) {
    ScheduleRun run = locked(runId);
    if (run == null
        || run.state().isEnded()
        || run.isWaiting(Instant.now())
        || !run.hasReportsEnded()) {
      return Optional.empty();
    }
    if (run.madeReports().isEmpty()) {
      fail(run, whyNotMade(run).orElse(ProblemCode.REPORT_UNKNOWN));
      return Optional.empty();
    }
    if (run.schedule().recipients().all().isEmpty()) {
      end(run);
      return Optional.empty();
    }
    if (!settings.isSetUp()) {
      fail(run, ProblemCode.MAIL_NOT_SET_UP);
      return Optional.empty();
    }
    run.mail(settings.domain());
    run.tryAgain(null);
    return Optional.of(letters.withReports(run));
  }

  private static Optional<ProblemCode> whyNotMade(ScheduleRun run) {
    return run.failedReports().stream().map(Report::failureCode).findFirst();
  }

  /** What became of the attempt to send the mail. */
  public void mailed(long runId, MailOutcome outcome) {
    ScheduleRun run = locked(runId);
    if (run == null || run.state() != ScheduleRunState.MAILING) {
      return;
    }
    run.mailed(outcome, Instant.now());
    if (!run.outstanding().isEmpty()) {
      postpone(run);
    } else if (run.mailedAt() == null) {
      fail(run, ProblemCode.MAIL_REFUSED);
    } else if (!run.refused().isEmpty()) {
      fail(run, ProblemCode.RECIPIENTS_REFUSED);
    } else {
      end(run);
    }
  }

  private void postpone(ScheduleRun run) {
    if (run.mailAttempts() >= settings.attempts()) {
      fail(run, ProblemCode.MAIL_NOT_SENT);
    } else {
      tryAgain(run);
    }
  }

  private void tryAgain(ScheduleRun run) {
    Instant next = Instant.now().plus(settings.waitAfter(run.mailAttempts()));
    run.tryAgain(next);
    timers.remindOfRun(run.id(), next);
    LOG.log(
        System.Logger.Level.WARNING,
        "Mail of run {0} was not taken at attempt {1}, next at {2}; the row tells why",
        run.id(),
        run.mailAttempts(),
        next);
  }

  /** What could be made is delivered; what could not be is a failure all the same. */
  private void end(ScheduleRun run) {
    Optional<ProblemCode> failure = whyNotMade(run);
    if (failure.isPresent()) {
      fail(run, failure.get());
    } else {
      run.complete(Instant.now());
      LOG.log(System.Logger.Level.INFO, "Run {0} is completed", run.id());
    }
  }

  /** Ends the run and has its owner told; a run that has ended stays as it is. */
  public void fail(long runId, ProblemCode why) {
    if (why == ProblemCode.OWNER_LOST_ACCESS) { // as every later run would
      pauseScheduleOf(runId);
    }
    ScheduleRun run = locked(runId);
    if (run != null && !run.state().isEnded()) {
      fail(run, why);
    }
  }

  /** The schedule is locked before its runs, as everywhere. */
  private void pauseScheduleOf(long runId) {
    em.createQuery(
            "select r.schedule.id from ScheduleRun r where r.id = :run and r.finishedAt is null",
            Long.class)
        .setParameter("run", runId)
        .getResultStream()
        .filter(schedule -> ScheduleRunner.lock(em, schedule))
        .forEach(
            schedule -> {
              em.find(Schedule.class, schedule).pause();
              timers.forgetSchedule(schedule);
            });
  }

  private void fail(ScheduleRun run, ProblemCode why) {
    run.fail(why, Instant.now());
    LOG.log(System.Logger.Level.WARNING, "Run {0} failed: {1}", run.id(), why);
    if (isOwnerToBeTold(run)) {
      queue.request(JobName.DELIVER_REPORTS, run.id());
    }
  }

  private boolean isOwnerToBeTold(ScheduleRun run) {
    return settings.isSetUp()
        && run.ownerToldAt() == null
        && run.schedule().owner().email() != null;
  }

  /** The mail that tells the owner of the failure; empty when it is told, or cannot be. */
  public Optional<MailMessage> letterToOwner(long runId) {
    ScheduleRun run = locked(runId);
    if (run == null
        || run.state() != ScheduleRunState.FAILED
        || run.isWaiting(Instant.now())
        || !isOwnerToBeTold(run)) {
      return Optional.empty();
    }
    run.tryAgain(null);
    return Optional.of(letters.ofFailure(run));
  }

  /** What became of the attempt to tell the owner; given up after as many as for reports. */
  public void ownerMailed(long runId, MailOutcome outcome) {
    ScheduleRun run = locked(runId);
    if (run == null) {
      return;
    }
    run.ownerMailed(outcome, Instant.now());
    if (!outcome.unserved().isEmpty() && run.mailAttempts() < settings.attempts()) {
      tryAgain(run);
    }
  }

  private ScheduleRun locked(long runId) {
    return em.find(ScheduleRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
  }
}
