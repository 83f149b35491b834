package org.otklik.analysis.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.sound.CustomerSound;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.image.FrameArea;

/** One analysis of a recording: queued, running, then completed or failed for a stored reason. */
@Entity
public class AnalysisRun {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Recording recording;

  @Column(name = "is_current")
  private boolean current = true;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  private double sampleHz;

  @JdbcTypeCode(SqlTypes.JSON)
  private VisionSettings visionSettings;

  @Enumerated(EnumType.STRING)
  private BaselineMethod baselineMethod;

  @Column(name = "baseline_s")
  private Integer baselineSeconds;

  private Integer smoothingMs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private double[] customerArea;

  private String customerSound;

  private int turnDegrees;

  private String detectorName;

  private String detectorSha256;

  private String classifierName;

  private String classifierSha256;

  private int framesSampled;

  private int progressMs;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private Instant queuedAt = Instant.now();

  private Instant startedAt;

  private Instant finishedAt;

  private Instant framesDeletedAt;

  protected AnalysisRun() {}

  /**
   * @param sampleHz frames to look at a second
   * @param visionSettings thresholds and gates to use
   * @param correction of what is seen, before it becomes seconds; empty where the campaign's is to
   *     hold
   * @param turnDegrees clockwise, by which frames are turned beyond what the file asks for
   */
  public AnalysisRun(
      Recording recording,
      double sampleHz,
      VisionSettings visionSettings,
      Optional<CorrectionSettings> correction,
      int turnDegrees) {
    this.recording = recording;
    this.sampleHz = sampleHz;
    this.visionSettings = visionSettings;
    this.turnDegrees = turnDegrees;
    this.customerArea = recording.customerArea().map(FrameArea::shares).orElse(null);
    this.customerSound = recording.customerSound().map(CustomerSound::toString).orElse(null);
    this.baselineMethod = correction.map(CorrectionSettings::baseline).orElse(null);
    this.baselineSeconds = correction.map(CorrectionSettings::baselineSeconds).orElse(null);
    this.smoothingMs = correction.map(CorrectionSettings::smoothingMs).orElse(null);
  }

  /** Begins, or goes on after an interruption. */
  public void begin(ModelRelease models, Instant at) {
    if (state.isEnded()) {
      throw new IllegalStateException("Run " + id + " has ended: " + state);
    }
    state = RunState.RUNNING;
    detectorName = models.detectorName();
    detectorSha256 = models.detectorSha256();
    classifierName = models.classifierName();
    classifierSha256 = models.classifierSha256();
    startedAt = startedAt == null ? at : startedAt;
  }

  /** Only a running analysis can complete. */
  public void complete(int sampledFrames, Instant at) {
    if (state != RunState.RUNNING) {
      throw new IllegalStateException("Run " + id + " is not running: " + state);
    }
    state = RunState.COMPLETED;
    framesSampled = sampledFrames;
    progressMs = recording.durationMs();
    finishedAt = at;
  }

  /** Ends it with the reason that the user is told. */
  public void fail(ProblemCode reason, Instant at) {
    if (state == RunState.COMPLETED) {
      throw new IllegalStateException("Run " + id + " has completed.");
    }
    state = RunState.FAILED;
    failureCode = reason;
    finishedAt = at;
  }

  /** It waits until {@link #takeOver()}; the run that counts goes on doing so. */
  public void waitForOthers() {
    current = false;
  }

  /** It counts from now on; the one that did must have been superseded. */
  void takeOver() {
    current = true;
  }

  /** Whether it counts; else it waits for others, or has been superseded. */
  public boolean isCurrent() {
    return current;
  }

  /** Another run is to count instead; only an ended one can be put aside. */
  public void supersede() {
    if (!state.isEnded()) {
      throw new ProblemException(ProblemCode.ANALYSIS_RUNNING);
    }
    current = false;
  }

  public Long id() {
    return id;
  }

  public Recording recording() {
    return recording;
  }

  public RunState state() {
    return state;
  }

  /** Rows of one run come from one set of models, also when it goes on after an update. */
  public boolean beganWith(ModelRelease models) {
    return models.detectorSha256().equals(detectorSha256)
        && models.classifierSha256().equals(classifierSha256);
  }

  /** Once completed. */
  public int framesSampled() {
    return framesSampled;
  }

  /** When retention deleted its rows of frames; null while they are there. */
  public Instant framesDeletedAt() {
    return framesDeletedAt;
  }

  public double sampleHz() {
    return sampleHz;
  }

  /** The run's own, whatever the standard is by now. */
  public VisionSettings visionSettings() {
    return visionSettings;
  }

  /** Clockwise quarter turn beyond what the file asks for: 0, 90, 180 or 270. */
  public int turnDegrees() {
    return turnDegrees;
  }

  /** The part of the frame that it analyses, before it is turned. */
  public FrameArea area() {
    return customerArea == null ? FrameArea.WHOLE : FrameArea.of(customerArea);
  }

  /** The part of a call's sound that it listens to; empty where nobody has said so. */
  public Optional<CustomerSound> customerSound() {
    return Optional.ofNullable(customerSound).map(CustomerSound::of);
  }

  /** Whether it is of a call of which nobody has said where the customer is. */
  public boolean isOfUnknownSides() {
    return recording.isCall() && customerArea == null;
  }

  /** Asked for with this run; empty where the campaign's holds. */
  public Optional<CorrectionSettings> ownCorrection() {
    return Optional.ofNullable(baselineMethod)
        .map(method -> new CorrectionSettings(method, baselineSeconds, smoothingMs));
  }
}
