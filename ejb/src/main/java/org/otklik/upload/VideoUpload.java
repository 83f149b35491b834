package org.otklik.upload;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;

/**
 * A video that arrives in parts: for a campaign it becomes a creative, for a creative a recording.
 */
@Entity
@Table(name = "video_upload")
public class VideoUpload {
  private static final String VIEWER = "viewer=";

  /** A closed lid over a long weekend. */
  static final Duration LIFE = Duration.ofDays(4);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY)
  private Campaign campaign;

  @ManyToOne(fetch = FetchType.LAZY)
  private Creative creative;

  private String details;

  private String fileName;

  private Instant fileModifiedAt;

  private long sizeBytes;

  @Enumerated(EnumType.STRING)
  private UploadState state = UploadState.ARRIVING;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private UUID resultId;

  private Instant createdAt = Instant.now();

  private long createdBy;

  private Instant expiresAt = createdAt.plus(LIFE);

  protected VideoUpload() {}

  VideoUpload(Campaign campaign, Creative creative, ArrivingFile file, long createdBy) {
    this.campaign = campaign;
    this.creative = creative;
    this.details = file.details();
    this.fileName = file.name();
    this.fileModifiedAt = file.modifiedAt();
    this.sizeBytes = file.sizeBytes();
    this.createdBy = createdBy;
  }

  /** A part has arrived: the rest may take its time again. */
  void prolong(Instant now) {
    expiresAt = now.plus(LIFE);
  }

  void taken(UUID result) {
    state = UploadState.TAKEN;
    resultId = result;
  }

  void refused(ProblemCode reason) {
    state = UploadState.REFUSED;
    failureCode = reason;
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public UUID publicId() {
    return publicId;
  }

  /** Null unless the video becomes a creative. */
  public UUID campaignId() {
    return campaign == null ? null : campaign.publicId();
  }

  /** Null unless the video becomes a recording. */
  public UUID creativeId() {
    return creative == null ? null : creative.publicId();
  }

  /** What was said of the video, as the query of the request. */
  /** Whether it is announced as a recording of the viewer. */
  boolean names(String viewerCode) {
    return Arrays.stream(details.split("&"))
        .filter(field -> field.startsWith(VIEWER))
        .map(field -> URLDecoder.decode(field.substring(VIEWER.length()), StandardCharsets.UTF_8))
        .anyMatch(viewerCode::equals);
  }

  public String details() {
    return details;
  }

  public String fileName() {
    return fileName;
  }

  /** Null where the uploader did not tell. */
  public Instant fileModifiedAt() {
    return fileModifiedAt;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  public UploadState state() {
    return state;
  }

  /** Null unless REFUSED. */
  public ProblemCode failureCode() {
    return failureCode;
  }

  /** The creative or recording made of it; null unless TAKEN. */
  public UUID resultId() {
    return resultId;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
