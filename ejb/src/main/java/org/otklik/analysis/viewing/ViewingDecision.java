package org.otklik.analysis.viewing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.otklik.identity.AppUser;
import org.otklik.recording.Recording;

/** An analyst's decision on a viewing; of several the newest holds. */
@Entity
@Immutable
@Table(name = "viewing_decision")
public class ViewingDecision {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Recording recording;

  @Enumerated(EnumType.STRING)
  @Column(name = "decision")
  private Decision verdict;

  private String note;

  private Instant decidedAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "decided_by")
  private AppUser decidedBy;

  protected ViewingDecision() {}

  ViewingDecision(Recording recording, Decision verdict, String note, AppUser decidedBy) {
    this.recording = recording;
    this.verdict = verdict;
    this.note = note;
    this.decidedBy = decidedBy;
  }

  Long id() {
    return id;
  }

  public Decision verdict() {
    return verdict;
  }

  boolean excludes() {
    return verdict == Decision.EXCLUDED;
  }

  /** Why; may be null where AUTOMATIC. */
  public String note() {
    return note;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public AppUser decidedBy() {
    return decidedBy;
  }
}
