package org.otklik.image;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.analysis.run.RunState;
import org.otklik.identity.Client;
import org.otklik.problem.ProblemCode;
import org.otklik.vision.VisionSettings;

/** Pictures that were sent or named together: queued, running, then completed or failed. */
@Entity
public class ImageBatch {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Client client;

  private String name;

  @Enumerated(EnumType.STRING)
  private ImageSource source;

  private String folder;

  private String mediaSha256;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private int images;

  private String detectorName;

  private String detectorSha256;

  private String classifierName;

  private String classifierSha256;

  @JdbcTypeCode(SqlTypes.JSON)
  private VisionSettings visionSettings;

  private Instant createdAt = Instant.now();

  private long createdBy;

  private Instant startedAt;

  private Instant finishedAt;

  protected ImageBatch() {}

  /**
   * @param packSha256 the pictures in the media store; null where they stay in their folder
   */
  public ImageBatch(
      Client client, String name, StagedImages staged, String packSha256, long createdBy) {
    this.client = client;
    this.name = name;
    this.source = staged.source();
    this.folder = staged.folder();
    this.mediaSha256 = packSha256;
    this.images = staged.listed().size();
    this.createdBy = createdBy;
  }

  /** Begins, or goes on after an interruption with the same models. */
  public void begin(ModelRelease models, VisionSettings settings, Instant at) {
    if (state == RunState.QUEUED) {
      state = RunState.RUNNING;
      detectorName = models.detectorName();
      detectorSha256 = models.detectorSha256();
      classifierName = models.classifierName();
      classifierSha256 = models.classifierSha256();
      visionSettings = settings;
      startedAt = at;
    } else if (state != RunState.RUNNING || !beganWith(models)) {
      throw new IllegalStateException(
          "Image batch " + id + " is " + state + " or began with other models: send it again");
    }
  }

  private boolean beganWith(ModelRelease models) {
    return models.detectorSha256().equals(detectorSha256)
        && models.classifierSha256().equals(classifierSha256);
  }

  /** Once more after a kill between our commit and the batch repository's, it stays completed. */
  public void complete(Instant at) {
    if (state == RunState.RUNNING) {
      state = RunState.COMPLETED;
      finishedAt = at;
    }
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

  public Client client() {
    return client;
  }

  public String name() {
    return name;
  }

  public ImageSource source() {
    return source;
  }

  /** Below the client's inbox; null unless the source is a folder. */
  public String folder() {
    return folder;
  }

  /** Key of the pack in the media store; null where the pictures stay in their folder. */
  public String mediaSha256() {
    return mediaSha256;
  }

  public RunState state() {
    return state;
  }

  public ProblemCode failureCode() {
    return failureCode;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant finishedAt() {
    return finishedAt;
  }
}
