package org.otklik.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.run.RunState;
import org.otklik.mail.MailOutcome;
import org.otklik.problem.ProblemCode;
import org.otklik.report.Report;

/**
 * One time that a schedule was due: its reports are made, then mailed. Each state is committed
 * before what follows it is begun, so that a run goes on where it was when the server died.
 */
@Entity
public class ScheduleRun {
  /** Timers know milliseconds only. */
  private static final Duration TIMER_EARLY = Duration.ofMillis(500);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "schedule_id")
  private Schedule schedule;

  @Enumerated(EnumType.STRING)
  private RunCause cause;

  private Instant dueAt;

  @Enumerated(EnumType.STRING)
  private ScheduleRunState state = ScheduleRunState.DUE;

  @Enumerated(EnumType.STRING)
  private ProblemCode reason;

  private Instant dataAsOf;

  private List<String> outstanding = new ArrayList<>();
  private List<String> refused = new ArrayList<>();

  private int mailAttempts;

  private Instant nextAttemptAt;

  private String mailError;

  private String messageId;

  private Instant mailedAt;

  @Column(name = "owner_notified_at")
  private Instant ownerToldAt;

  @Column(name = "created_at")
  private Instant begunAt = Instant.now();

  private Instant finishedAt;

  @ManyToMany
  @JoinTable(
      name = "schedule_run_report",
      joinColumns = @JoinColumn(name = "schedule_run_id"),
      inverseJoinColumns = @JoinColumn(name = "report_id"))
  @OrderBy("id")
  private List<Report> reports = new ArrayList<>();

  protected ScheduleRun() {}

  ScheduleRun(Schedule schedule, RunCause cause, Instant dueAt) {
    this.schedule = schedule;
    this.cause = cause;
    this.dueAt = dueAt;
  }

  /** A time that passed while no server was running. */
  static ScheduleRun missed(Schedule schedule, Instant dueAt, Instant now) {
    ScheduleRun run = new ScheduleRun(schedule, RunCause.TIMER, dueAt);
    run.end(ScheduleRunState.MISSED, ProblemCode.RUN_MISSED, now);
    return run;
  }

  /** The reports are asked for. */
  void report(List<Report> ordered, Instant dataAsOf) {
    state = ScheduleRunState.REPORTING;
    this.dataAsOf = dataAsOf;
    reports.addAll(ordered);
  }

  /** Nothing to be done this time. */
  void skip(ProblemCode why, Instant dataAsOf, Instant now) {
    this.dataAsOf = dataAsOf;
    end(ScheduleRunState.SKIPPED, why, now);
  }

  /**
   * The mail is about to be sent. The Message-ID is the run's own, and the same at each attempt.
   *
   * @param domain of the sender's address
   */
  void mail(String domain) {
    if (state == ScheduleRunState.REPORTING) {
      state = ScheduleRunState.MAILING;
      messageId = "otklik-run-" + publicId + "@" + domain;
      outstanding = new ArrayList<>(schedule.recipients().all());
    }
  }

  /** What became of an attempt to send; lists are replaced, because Hibernate compares them. */
  void mailed(MailOutcome outcome, Instant now) {
    mailAttempts++;
    mailError = outcome.error();
    outstanding = new ArrayList<>(outcome.unserved());
    List<String> allRefused = new ArrayList<>(refused);
    allRefused.addAll(outcome.refused());
    refused = allRefused;
    if (!outcome.taken().isEmpty()) {
      mailedAt = now;
    }
  }

  /** The mail about the failure was taken, or was not. */
  void ownerMailed(MailOutcome outcome, Instant now) {
    mailAttempts++;
    if (outcome.taken().isEmpty()) {
      mailError = outcome.error();
    } else {
      ownerToldAt = now;
    }
  }

  void tryAgain(Instant at) {
    nextAttemptAt = at;
  }

  /** Whether the wait before the next attempt is not over, though something reminded of it. */
  boolean isWaiting(Instant now) {
    return nextAttemptAt != null && nextAttemptAt.isAfter(now.plus(TIMER_EARLY));
  }

  void complete(Instant now) {
    end(ScheduleRunState.COMPLETED, null, now);
  }

  /** From now on attempts are counted for the mail to the owner. */
  void fail(ProblemCode why, Instant now) {
    end(ScheduleRunState.FAILED, why, now);
    mailAttempts = 0;
  }

  private void end(ScheduleRunState ended, ProblemCode why, Instant now) {
    state = ended;
    reason = why;
    nextAttemptAt = null;
    finishedAt = now;
  }

  /** Whether every report is made or has failed. */
  boolean hasReportsEnded() {
    return reports.stream().allMatch(report -> report.state().isEnded());
  }

  List<Report> madeReports() {
    return reports.stream().filter(report -> report.state() == RunState.COMPLETED).toList();
  }

  List<Report> failedReports() {
    return reports.stream().filter(report -> report.state() == RunState.FAILED).toList();
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Schedule schedule() {
    return schedule;
  }

  public RunCause cause() {
    return cause;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public ScheduleRunState state() {
    return state;
  }

  /** Why it was skipped, failed or missed; null otherwise. */
  public ProblemCode reason() {
    return reason;
  }

  /** When the subject's newest figures were computed; null before the run began, or without any. */
  public Instant dataAsOf() {
    return dataAsOf;
  }

  /** Recipients whom the mail server has not served yet. */
  public List<String> outstanding() {
    return outstanding;
  }

  /** Recipients whom the mail server refused for good. */
  public List<String> refused() {
    return refused;
  }

  public int mailAttempts() {
    return mailAttempts;
  }

  /** Null when sending is not tried again. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  /** What the mail server said last; null when all went well. */
  public String mailError() {
    return mailError;
  }

  /** Without its angle brackets; null before the mail. */
  public String messageId() {
    return messageId;
  }

  public Instant mailedAt() {
    return mailedAt;
  }

  /** When the owner was mailed about the failure; null when not, or not yet. */
  public Instant ownerToldAt() {
    return ownerToldAt;
  }

  public Instant begunAt() {
    return begunAt;
  }

  public Instant finishedAt() {
    return finishedAt;
  }

  public List<Report> reports() {
    return reports;
  }
}
