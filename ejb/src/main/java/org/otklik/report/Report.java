package org.otklik.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.otklik.analysis.RunState;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;

/** A PDF about one creative in one language: asked for, then made or failed. */
@Entity
@Table(name = "report")
public class Report {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "public_id")
  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Creative creative;

  private String locale;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  @Column(name = "media_sha256")
  private String mediaSha256;

  @Enumerated(EnumType.STRING)
  @Column(name = "failure_code")
  private ProblemCode failureCode;

  @Column(name = "requested_at")
  private Instant requestedAt = Instant.now();

  @Column(name = "requested_by")
  private long requestedBy;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected Report() {}

  public Report(Creative creative, Locale locale, long requestedBy) {
    this.creative = creative;
    this.locale = locale.getLanguage();
    this.requestedBy = requestedBy;
  }

  public void complete(String pdfSha256, Instant at) {
    state = RunState.COMPLETED;
    mediaSha256 = pdfSha256;
    finishedAt = at;
  }

  public void fail(ProblemCode reason, Instant at) {
    if (!state.isEnded()) {
      state = RunState.FAILED;
      failureCode = reason;
      finishedAt = at;
    }
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Creative creative() {
    return creative;
  }

  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  public RunState state() {
    return state;
  }

  /** Key of the PDF in the media store; null until completed. */
  public String mediaSha256() {
    return mediaSha256;
  }

  public ProblemCode failureCode() {
    return failureCode;
  }

  public Instant requestedAt() {
    return requestedAt;
  }
}
