package org.otklik.clip;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.otklik.analysis.run.RunState;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;

/** A stretch of a creative with its curve: asked for, then made or failed. */
@Entity
public class Clip {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  private int beginMs;
  private int endMs;

  @Enumerated(EnumType.STRING)
  private ClipFormat format;

  private String locale;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private int frames;
  private int framesDone;
  private int widthPx;
  private int heightPx;
  private String mediaSha256;
  private Instant requestedAt = Instant.now();
  private long requestedBy;
  private Instant finishedAt;

  protected Clip() {}

  Clip(Creative creative, ClipRequest request, Locale locale, long requestedBy) {
    this.creative = creative;
    this.beginMs = request.beginMs();
    this.endMs = request.endMs();
    this.format = request.format();
    this.locale = locale.getLanguage();
    this.requestedBy = requestedBy;
    ClipPlan plan = plan();
    this.frames = plan.frames();
    this.widthPx = plan.size().width;
    this.heightPx = plan.heightPx();
  }

  ClipPlan plan() {
    return ClipPlan.of(creative, beginMs, endMs, format, Locale.forLanguageTag(locale));
  }

  /** Whether it is what is asked for. */
  boolean isAs(ClipRequest request, Locale language) {
    return beginMs == request.beginMs()
        && endMs == request.endMs()
        && format == request.format()
        && locale.equals(language.getLanguage());
  }

  void begin() {
    state = RunState.RUNNING;
    framesDone = 0;
  }

  void complete(String fileSha256) {
    state = RunState.COMPLETED;
    framesDone = frames;
    mediaSha256 = fileSha256;
    finishedAt = Instant.now();
  }

  void fail(ProblemCode reason) {
    if (!state.isEnded()) {
      state = RunState.FAILED;
      failureCode = reason;
      finishedAt = Instant.now();
    }
  }

  Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Creative creative() {
    return creative;
  }

  /** Where it begins, in the creative's time. */
  public int beginMs() {
    return beginMs;
  }

  public int endMs() {
    return endMs;
  }

  public ClipFormat format() {
    return format;
  }

  public RunState state() {
    return state;
  }

  /** Null unless it failed. */
  public ProblemCode failureCode() {
    return failureCode;
  }

  /** Share of it that is written, of 100. */
  public int percentDone() {
    return 100 * framesDone / frames;
  }

  public int widthPx() {
    return widthPx;
  }

  public int heightPx() {
    return heightPx;
  }

  /** Key and checksum of the file in the media store; null until completed. */
  String mediaSha256() {
    return mediaSha256;
  }

  public Instant requestedAt() {
    return requestedAt;
  }
}
