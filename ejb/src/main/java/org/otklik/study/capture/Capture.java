package org.otklik.study.capture;

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
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.Recording;
import org.otklik.study.participation.Participation;

/** What a viewer's browser records while a creative plays; its parts arrive meanwhile. */
@Entity
public class Capture {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Participation participation;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  @Enumerated(EnumType.STRING)
  private CaptureState state = CaptureState.ARRIVING;

  @Enumerated(EnumType.STRING)
  private ProblemCode failureCode;

  @ManyToOne(fetch = FetchType.LAZY)
  private Recording recording;

  private Instant createdAt = Instant.now();

  private Instant changedAt = createdAt;

  protected Capture() {}

  Capture(Participation participation, Creative creative) {
    this.participation = participation;
    this.creative = creative;
  }

  void prolong() {
    changedAt = Instant.now();
  }

  void taken(Recording made) {
    state = CaptureState.TAKEN;
    recording = made;
    changedAt = Instant.now();
  }

  void refused(ProblemCode reason) {
    state = CaptureState.REFUSED;
    failureCode = reason;
    changedAt = Instant.now();
  }

  /** Its viewer goes on without it. */
  public void abandon() {
    state = CaptureState.ABANDONED;
    changedAt = Instant.now();
  }

  public UUID publicId() {
    return publicId;
  }

  public Participation participation() {
    return participation;
  }

  public Creative creative() {
    return creative;
  }

  public CaptureState state() {
    return state;
  }

  /** Null unless REFUSED. */
  public ProblemCode failureCode() {
    return failureCode;
  }
}
