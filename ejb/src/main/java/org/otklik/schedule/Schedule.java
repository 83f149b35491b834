package org.otklik.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportSubject;
import org.otklik.schedule.recurrence.TriggerTimes;

/**
 * Reports about one subject, made and mailed by a plan. Active: due at {@link #nextFireAt}. Paused:
 * until it is resumed. Ended: when its plan has no further time; a change may wake it again.
 */
@Entity
public class Schedule {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  private String name;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "owner_id")
  private AppUser owner;

  @Embedded private ReportSubject subject;

  @Enumerated(EnumType.STRING)
  private List<ReportFormat> formats;

  @Enumerated(EnumType.STRING)
  private List<Chapter> chapters;

  private String locale;
  @Embedded private TriggerPlanColumns plan;

  @Enumerated(EnumType.STRING)
  private MissedPolicy missedPolicy;

  private String fileName;

  @Enumerated(EnumType.STRING)
  private Delivery delivery;

  @Embedded private Recipients recipients;

  private String mailSubject;

  private String mailText;

  @Column(name = "is_unchanged_skipped")
  private boolean skipsUnchanged;

  private Integer keepDays;

  @Enumerated(EnumType.STRING)
  private ScheduleState state;

  @Column(name = "next_trigger_at")
  private Instant nextFireAt;

  @Column(name = "previous_trigger_at")
  private Instant previousFireAt;

  private Instant createdAt;

  private Instant changedAt;

  protected Schedule() {}

  /**
   * @throws ProblemException when it would never fire
   */
  Schedule(
      AppUser owner, ScheduleRequest request, ReportSubject subject, Locale locale, Instant now) {
    this.owner = owner;
    createdAt = now;
    state = ScheduleState.ACTIVE;
    change(request, subject, locale, now);
  }

  /**
   * What it is to do from now on; a paused one stays paused.
   *
   * @throws ProblemException when it would never fire
   */
  final void change(ScheduleRequest request, ReportSubject wanted, Locale language, Instant now) {
    TriggerTimes wantedPlan = request.plan();
    Instant next =
        wantedPlan
            .next(now)
            .orElseThrow(() -> new ProblemException(ProblemCode.SCHEDULE_NEVER_RUNS));
    name = request.name();
    subject = wanted;
    formats = request.formats();
    chapters = request.chapters();
    locale = language.getLanguage();
    plan = new TriggerPlanColumns(wantedPlan);
    missedPolicy = request.missed();
    fileName = NamePattern.of("fileName", request.fileName()).text();
    delivery = request.delivery();
    recipients = Recipients.of(request.to(), request.cc(), request.bcc());
    mailSubject =
        request.subject() == null ? null : NamePattern.of("subject", request.subject()).text();
    mailText = request.text();
    skipsUnchanged = request.skipWhenUnchanged();
    keepDays = request.keepDays();
    changedAt = now;
    if (state != ScheduleState.PAUSED) {
      expect(Optional.of(next));
    }
  }

  private void expect(Optional<Instant> next) {
    state = next.isPresent() ? ScheduleState.ACTIVE : ScheduleState.ENDED;
    nextFireAt = next.orElse(null);
  }

  /** It was due at this time; the next one is expected after now. */
  void fired(Instant dueAt, Instant now) {
    previousFireAt = dueAt;
    expect(plan.plan().next(now));
  }

  /** What would be due until it is resumed is not made up for. */
  void pause() {
    if (state == ScheduleState.ACTIVE) {
      state = ScheduleState.PAUSED;
      nextFireAt = null;
    }
  }

  /**
   * @throws ProblemException when no fire is to come
   */
  void resume(Instant now) {
    if (state == ScheduleState.ACTIVE) {
      return;
    }
    Optional<Instant> next = plan.plan().next(now);
    if (next.isEmpty()) {
      throw new ProblemException(ProblemCode.SCHEDULE_NEVER_RUNS);
    }
    expect(next);
  }

  /** From now on its runs have this user's rights. */
  void takeOver(AppUser user) {
    owner = user;
  }

  boolean isDue(Instant now) {
    return state == ScheduleState.ACTIVE && !nextFireAt.isAfter(now);
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public String name() {
    return name;
  }

  /** Whose rights its runs have. */
  public AppUser owner() {
    return owner;
  }

  public ReportSubject subject() {
    return subject;
  }

  public List<ReportFormat> formats() {
    return formats;
  }

  /** Of its reports; empty: those of the client's template at each run. */
  public Optional<List<Chapter>> chapters() {
    return Optional.ofNullable(chapters);
  }

  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  public TriggerTimes plan() {
    return plan.plan();
  }

  public MissedPolicy missedPolicy() {
    return missedPolicy;
  }

  public NamePattern fileName() {
    return new NamePattern(fileName);
  }

  public Delivery delivery() {
    return delivery;
  }

  public Recipients recipients() {
    return recipients;
  }

  public Optional<NamePattern> mailSubject() {
    return Optional.ofNullable(mailSubject).map(NamePattern::new);
  }

  public Optional<String> mailText() {
    return Optional.ofNullable(mailText);
  }

  public boolean skipsUnchanged() {
    return skipsUnchanged;
  }

  /** Null to keep the reports. */
  public Integer keepDays() {
    return keepDays;
  }

  public ScheduleState state() {
    return state;
  }

  /** Null unless active. */
  public Instant nextFireAt() {
    return nextFireAt;
  }

  /** Null before the first time. */
  public Instant previousFireAt() {
    return previousFireAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
