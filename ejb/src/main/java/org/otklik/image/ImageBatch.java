package org.otklik.image;

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
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.otklik.access.Client;
import org.otklik.analysis.ModelRelease;
import org.otklik.analysis.RunState;
import org.otklik.problem.ProblemCode;

/** Pictures that were sent or named together: queued, running, then completed or failed. */
@Entity
@Table(name = "image_batch")
public class ImageBatch {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "public_id")
  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Client client;

  private String name;

  @Enumerated(EnumType.STRING)
  private ImageSource source;

  private String folder;

  @Column(name = "media_sha256")
  private String mediaSha256;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  @Enumerated(EnumType.STRING)
  @Column(name = "failure_code")
  private ProblemCode failureCode;

  private int images;

  @Column(name = "detector_name")
  private String detectorName;

  @Column(name = "detector_sha256")
  private String detectorSha256;

  @Column(name = "classifier_name")
  private String classifierName;

  @Column(name = "classifier_sha256")
  private String classifierSha256;

  @Column(name = "vision_settings", columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  private String visionSettings;

  @Column(name = "created_at")
  private Instant createdAt = Instant.now();

  @Column(name = "created_by")
  private long createdBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
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
  public void begin(ModelRelease models, String settingsJson, Instant at) {
    if (state == RunState.QUEUED) {
      state = RunState.RUNNING;
      detectorName = models.detectorName();
      detectorSha256 = models.detectorSha256();
      classifierName = models.classifierName();
      classifierSha256 = models.classifierSha256();
      visionSettings = settingsJson;
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
