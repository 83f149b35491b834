package org.otklik.trailer.video;

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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.analysis.run.RunState;
import org.otklik.problem.ProblemCode;
import org.otklik.trailer.Shot;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerShot;

/** A video of a trailer as it was when somebody asked for it. */
@Entity
@Table(name = "trailer_video")
public class TrailerVideo {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Trailer trailer;

  @Enumerated(EnumType.STRING)
  private VideoShape shape;

  private boolean dissolves;
  private String closingText;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Shot> shots;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private int frames;
  private int framesDone;
  private int widthPx;
  private int heightPx;
  private int lengthMs;
  private String mediaSha256;
  private Instant requestedAt = Instant.now();
  private long requestedBy;
  private Instant finishedAt;

  protected TrailerVideo() {}

  TrailerVideo(Trailer trailer, TrailerVideoRequest request, long requestedBy) {
    this.trailer = trailer;
    this.shape = request.shape();
    this.dissolves = request.dissolves();
    this.closingText = request.closingText();
    this.shots = shots(trailer);
    this.requestedBy = requestedBy;
    CutPlan plan = plan();
    this.frames = plan.frames();
    this.widthPx = plan.size().width;
    this.heightPx = plan.size().height;
    this.lengthMs = plan.lengthMs();
  }

  private static List<Shot> shots(Trailer trailer) {
    return trailer.shots().stream().map(TrailerShot::scored).map(one -> one.shot()).toList();
  }

  CutPlan plan() {
    return CutPlan.of(trailer.creative(), shots, request());
  }

  private TrailerVideoRequest request() {
    return new TrailerVideoRequest(shape, dissolves, closingText);
  }

  /** Whether it is what the trailer is by now, asked for in the same way. */
  boolean isAs(Trailer now, TrailerVideoRequest asked) {
    return request().equals(asked) && shots.equals(shots(now));
  }

  /** Whether the trailer has the same shots still. */
  public boolean isCurrent() {
    return shots.equals(shots(trailer));
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

  public Trailer trailer() {
    return trailer;
  }

  public VideoShape shape() {
    return shape;
  }

  public boolean dissolves() {
    return dissolves;
  }

  /** Null without a card at the end. */
  public String closingText() {
    return closingText;
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

  public int lengthMs() {
    return lengthMs;
  }

  /** Key and checksum of the file in the media store; null until completed. */
  String mediaSha256() {
    return mediaSha256;
  }

  public Instant requestedAt() {
    return requestedAt;
  }
}
