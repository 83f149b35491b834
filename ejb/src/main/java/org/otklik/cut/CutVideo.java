package org.otklik.cut;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.otklik.analysis.run.RunState;
import org.otklik.problem.ProblemCode;

/**
 * A video that was asked for, then made by a job, or failed.
 *
 * @param <P> what the job has to make
 */
@MappedSuperclass
public abstract class CutVideo<P> {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

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

  protected CutVideo() {}

  protected CutVideo(long requestedBy) {
    this.requestedBy = requestedBy;
  }

  protected final void resize(int toFrames, int toWidthPx, int toHeightPx) {
    frames = toFrames;
    widthPx = toWidthPx;
    heightPx = toHeightPx;
  }

  protected abstract P plan();

  protected abstract String mediaType();

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
