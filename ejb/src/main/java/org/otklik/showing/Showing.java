package org.otklik.showing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.study.Study;

/** A host plays a creative to a group. */
@Entity
public class Showing {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @OneToOne(fetch = FetchType.EAGER, optional = false)
  private Study study;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Creative creative;

  @Enumerated(EnumType.STRING)
  private ShowingState state = ShowingState.OPEN;

  private Instant startedAt;

  private Instant endedAt;

  private Instant hostSeenAt = Instant.now();

  private Instant createdAt = Instant.now();

  private long createdBy;

  protected Showing() {}

  Showing(Study study, Creative creative, long createdBy) {
    this.study = study;
    this.creative = creative;
    this.createdBy = createdBy;
  }

  /** The creative runs for the first time. */
  void start(Instant now) {
    if (state == ShowingState.OPEN) {
      state = ShowingState.RUNNING;
      startedAt = now;
    }
  }

  /**
   * @param how ENDED or DISCARDED
   */
  void end(ShowingState how, Instant now) {
    state = how;
    endedAt = now;
  }

  void hostSeen(Instant now) {
    hostSeenAt = now;
  }

  Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Study study() {
    return study;
  }

  public Creative creative() {
    return creative;
  }

  public String name() {
    return study.name();
  }

  public ShowingState state() {
    return state;
  }

  /** Time 0 of its recordings; null before the creative is started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Null until it is over. */
  public Instant endedAt() {
    return endedAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Key of the user whose it is. */
  long createdBy() {
    return createdBy;
  }
}
