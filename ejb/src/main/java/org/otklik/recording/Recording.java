package org.otklik.recording;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.sound.CustomerSound;
import org.otklik.sound.SoundAlignment;
import org.otklik.sound.SoundFinding;
import org.otklik.storage.MediaFacts;
import org.otklik.timeline.CreativeClock;
import org.otklik.vision.image.FrameArea;

/**
 * One viewer watching one creative, as a video or, of a live showing, as scores alone: the unit of
 * analysis and of restart.
 */
@Entity
public class Recording {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Creative creative;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Viewer viewer;

  private String mediaSha256;

  private Instant videoDeletedAt;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] clockFromMs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] clockUntilMs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] clockCreativeMs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private double[] customerArea;

  private String customerSound;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] soundChannels;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private double[] soundAudible;

  private boolean hasSound;

  @Enumerated(EnumType.STRING)
  private RecordingSource source;

  @Enumerated(EnumType.STRING)
  private StartMethod startMethod;

  @Embedded private HeardSound sound;

  @Embedded private FoundStart foundStart;

  @Enumerated(EnumType.STRING)
  private SubjectRole subjectRole;

  private String consentReference;

  private int durationMs;

  private int widthPx;

  private int heightPx;

  private int rotationDegrees;

  private double frameRate;

  private int frameCount;

  private Instant createdAt = Instant.now();

  private long createdBy;

  protected Recording() {}

  public Recording(
      Creative creative,
      Viewer viewer,
      RecordingRequest request,
      String mediaSha256,
      MediaFacts facts,
      CreativeClock clock,
      StartMethod startMethod,
      long createdBy) {
    this.creative = creative;
    this.viewer = viewer;
    this.startMethod = startMethod;
    this.source = startMethod == StartMethod.STUDY ? RecordingSource.STUDY : RecordingSource.UPLOAD;
    setClock(clock);
    this.subjectRole = request.role();
    this.consentReference = request.consent();
    this.mediaSha256 = mediaSha256;
    this.hasSound = facts.hasAudio();
    this.soundChannels = facts.soundChannels().stream().mapToInt(Integer::intValue).toArray();
    this.durationMs = facts.durationMs();
    this.widthPx = facts.widthPx();
    this.heightPx = facts.heightPx();
    this.rotationDegrees = facts.rotationDegrees();
    this.frameRate = facts.frameRate();
    this.frameCount = facts.frameCount();
    this.createdBy = createdBy;
  }

  /**
   * Of a live showing that is going on: it has no video, and no clock before {@link #endLive}.
   *
   * @param consent reference to what the viewer agreed to
   */
  Recording(
      Creative creative,
      Viewer viewer,
      String consent,
      int widthPx,
      int heightPx,
      double frameRate,
      long createdBy) {
    this.creative = creative;
    this.viewer = viewer;
    this.startMethod = StartMethod.LIVE;
    this.source = RecordingSource.LIVE_SHOWING;
    setClock(new CreativeClock(List.of()));
    this.subjectRole = SubjectRole.VIEWER;
    this.consentReference = consent;
    this.soundChannels = new int[0];
    this.durationMs = 1;
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.frameRate = frameRate;
    this.createdBy = createdBy;
  }

  /**
   * The live showing has ended.
   *
   * @param frames how many were observed
   */
  public void endLive(CreativeClock clock, int endedMs, int frames) {
    setClock(clock);
    durationMs = Math.max(1, endedMs);
    frameCount = frames;
  }

  /** How it came. */
  public RecordingSource source() {
    return source;
  }

  private void setClock(CreativeClock clock) {
    clockFromMs = ClockArrays.fromMs(clock);
    clockUntilMs = ClockArrays.untilMs(clock);
    clockCreativeMs = ClockArrays.creativeMs(clock);
  }

  /** Whether nobody said when the creative was shown, and nobody has listened for it yet. */
  public boolean isToBeListenedTo() {
    return startMethod == StartMethod.ASSUMED && sound == null;
  }

  public boolean hasSound() {
    return hasSound;
  }

  /** The clock follows where the creative was found. */
  void listened(SoundAlignment alignment) {
    if (!isToBeListenedTo()) {
      throw new IllegalStateException("The clock of recording " + id + " is known.");
    }
    sound = new HeardSound(alignment);
    if (alignment.finding() == SoundFinding.FOUND) {
      startMethod = StartMethod.SOUND;
      setClock(alignment.clock());
    }
  }

  /** Where it is known from when the creative was shown. */
  public StartMethod startMethod() {
    return startMethod;
  }

  /** Time in the recording at which the creative begins; below 0 where it began earlier. */
  public int startMs() {
    return clockFromMs.length == 0 ? 0 : clockFromMs[0] - clockCreativeMs[0];
  }

  /** Somebody has heard or seen when the creative begins: the whole clock is moved. */
  public void moveStart(int toMs) {
    if (startMethod != StartMethod.MANUAL) {
      foundStart = new FoundStart(startMethod, clock());
      startMethod = StartMethod.MANUAL;
    }
    boolean wasShown = clockFromMs.length > 0;
    setClock(
        wasShown ? clock().movedBy(toMs - startMs()) : CreativeClock.startingAt(toMs, durationMs));
  }

  /**
   * Back to the clock from before it was moved.
   *
   * @return whether it was moved at all
   */
  public boolean restoreStart() {
    if (startMethod != StartMethod.MANUAL) {
      return false;
    }
    startMethod = foundStart.method();
    setClock(foundStart.clock());
    foundStart = null;
    return true;
  }

  /** What came of listening for the creative; empty where nobody listened. */
  public Optional<SoundFinding> soundFinding() {
    return Optional.ofNullable(sound).map(HeardSound::finding);
  }

  /** Whether it is a video call, of which only the customer's side may be analysed. */
  public boolean isCall() {
    return creative.campaign().isOfCalls();
  }

  /** Which part of the frame is the customer's; empty where nobody has said so. */
  public Optional<FrameArea> customerArea() {
    return Optional.ofNullable(customerArea).map(FrameArea::of);
  }

  /** Holds for analyses that are asked for from now on. */
  public void showCustomerIn(FrameArea area) {
    customerArea = area.shares();
  }

  /** Where the customer alone is heard; empty where nobody has said so. */
  public Optional<CustomerSound> customerSound() {
    return Optional.ofNullable(customerSound).map(CustomerSound::of);
  }

  /** Holds for analyses that are asked for from now on; the file has to have it. */
  public void hearCustomerIn(CustomerSound sound) {
    customerSound = sound.toString();
  }

  /** Channels of each of its sound tracks. */
  public List<Integer> soundChannels() {
    return IntStream.of(soundChannels).boxed().toList();
  }

  /**
   * Share of time in which each of {@link CustomerSound#parts} is loud enough to be a voice; empty
   * where nobody has measured it.
   */
  public List<Double> soundAudible() {
    return soundAudible == null ? List.of() : DoubleStream.of(soundAudible).boxed().toList();
  }

  public void measuredSound(List<Double> audible) {
    soundAudible = audible.stream().mapToDouble(Double::doubleValue).toArray();
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

  public Viewer viewer() {
    return viewer;
  }

  /** Null once the video is deleted, and where there never was one. */
  public String mediaSha256() {
    return mediaSha256;
  }

  /** When retention deleted the video; null while it is there. */
  public Instant videoDeletedAt() {
    return videoDeletedAt;
  }

  /**
   * @throws ProblemException VIDEO_DELETED; VIDEO_NEVER_RECORDED
   */
  public void requireVideo() {
    if (source == RecordingSource.LIVE_SHOWING) {
      throw new ProblemException(ProblemCode.VIDEO_NEVER_RECORDED);
    }
    if (videoDeletedAt != null) {
      throw new ProblemException(ProblemCode.VIDEO_DELETED);
    }
  }

  /** When the creative was shown, by the recording's time. */
  public CreativeClock clock() {
    return ClockArrays.clock(clockFromMs, clockUntilMs, clockCreativeMs);
  }

  public int durationMs() {
    return durationMs;
  }

  /** Width of the upright picture. */
  public int widthPx() {
    return widthPx;
  }

  /** Height of the upright picture. */
  public int heightPx() {
    return heightPx;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
