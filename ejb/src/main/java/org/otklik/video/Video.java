package org.otklik.video;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.otklik.problem.ProblemCode;

/** An uploaded video, and what browsers play of it: itself, a copy, or nothing. */
@Entity
@Table(name = "video")
public class Video {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String mediaSha256;

  @Enumerated(EnumType.STRING)
  private VideoState state = VideoState.PREPARING;

  private String playableSha256;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  private Instant createdAt = Instant.now();

  private Instant finishedAt;

  protected Video() {}

  /** Browsers play what is given: the video itself or its copy. */
  public void ready(String sha256, Instant at) {
    state = VideoState.READY;
    playableSha256 = sha256;
    failureCode = null;
    finishedAt = at;
  }

  /** There will be no copy. */
  public void fail(ProblemCode reason, Instant at) {
    state = VideoState.NONE;
    failureCode = reason;
    finishedAt = at;
  }

  public VideoCondition condition() {
    return new VideoCondition(state, failureCode);
  }

  /** As it was uploaded. */
  public String mediaSha256() {
    return mediaSha256;
  }

  /** Null unless READY. */
  public String playableSha256() {
    return playableSha256;
  }
}
