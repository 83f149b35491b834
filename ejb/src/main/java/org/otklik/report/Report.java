package org.otklik.report;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.analysis.run.RunState;
import org.otklik.problem.ProblemCode;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportOrder;
import org.otklik.report.request.ReportSubject;

/** A file about one subject in one language: asked for, then made or failed. */
@Entity
public class Report {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @Embedded private ReportSubject subject;

  @Enumerated(EnumType.STRING)
  private ReportFormat format;

  private String locale;

  private String timeZone;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  private String mediaSha256;

  private Instant dataAsOf;

  @JdbcTypeCode(SqlTypes.JSON)
  private String settings;

  @Enumerated(EnumType.STRING)
  private List<Chapter> chapters;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private Instant requestedAt = Instant.now();

  private long requestedBy;

  private Instant finishedAt;

  private Instant keptUntil;

  private Instant remadeAt;

  protected Report() {}

  public Report(ReportOrder order, long requestedBy) {
    this.subject = order.subject();
    this.format = order.format();
    this.locale = order.locale().getLanguage();
    this.timeZone = order.zone().getId();
    this.chapters = order.chapters();
    this.requestedBy = requestedBy;
  }

  /** A job is at it; also after it broke off and is gone on with. */
  public void begin() {
    if (!state.isEnded()) {
      state = RunState.RUNNING;
    }
  }

  /**
   * The file is made.
   *
   * @param dataAsOf when the newest figures in it were computed
   * @param settings a JSON object
   */
  public void complete(String fileSha256, Instant dataAsOf, String settings, Instant at) {
    state = RunState.COMPLETED;
    mediaSha256 = fileSha256;
    this.dataAsOf = dataAsOf;
    this.settings = settings;
    finishedAt = at;
  }

  public void fail(ProblemCode reason, Instant at) {
    if (!state.isEnded()) {
      state = RunState.FAILED;
      failureCode = reason;
      finishedAt = at;
    }
  }

  /** Its file is thrown away; another one is to be created under the same address. */
  void remake(Instant at) {
    state = RunState.QUEUED;
    mediaSha256 = null;
    dataAsOf = null;
    settings = null;
    finishedAt = null;
    remadeAt = at;
  }

  /** From then on it may be deleted without being asked. */
  public void keepUntil(Instant end) {
    keptUntil = end;
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public ReportSubject subject() {
    return subject;
  }

  public ReportFormat format() {
    return format;
  }

  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /** The zone its times are printed in. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** Those it was ordered with; empty: those of the client's template. */
  public Optional<List<Chapter>> chapters() {
    return Optional.ofNullable(chapters);
  }

  public RunState state() {
    return state;
  }

  /** Key and checksum of the file in the media store; null until completed. */
  public String mediaSha256() {
    return mediaSha256;
  }

  /** When the newest figures it shows were computed; null until completed. */
  public Instant dataAsOf() {
    return dataAsOf;
  }

  /** The settings it was computed with, as a JSON object; null until completed. */
  public String settings() {
    return settings;
  }

  public ProblemCode failureCode() {
    return failureCode;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  /** Null until completed or failed. */
  public Instant finishedAt() {
    return finishedAt;
  }

  /** When it was asked to be created again without a viewer who was deleted; null if never. */
  public Instant remadeAt() {
    return remadeAt;
  }

  /** Null when it is kept until somebody deletes it. */
  public Instant keptUntil() {
    return keptUntil;
  }
}
