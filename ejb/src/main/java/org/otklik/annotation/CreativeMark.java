package org.otklik.annotation;

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
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** A stretch of a creative in which an analyst has seen or heard something. */
@Entity
@Table(name = "creative_mark")
public class CreativeMark {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  @Enumerated(EnumType.STRING)
  private MarkLane lane;

  private String name;

  private int beginMs;

  private int endMs;

  private String note;

  private Instant createdAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  private Instant changedAt = createdAt;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "changed_by")
  private AppUser changedBy;

  protected CreativeMark() {}

  CreativeMark(Creative creative, MarkRequest request, AppUser author) {
    this.creative = creative;
    this.createdBy = author;
    write(request);
    this.changedBy = author;
  }

  void change(MarkRequest request, AppUser by) {
    write(request);
    changedAt = Instant.now();
    changedBy = by;
  }

  private void write(MarkRequest request) {
    lane = request.lane();
    name = request.name();
    beginMs = request.beginMs();
    endMs = request.endMs();
    note = request.note();
  }

  public MarkLane lane() {
    return lane;
  }

  /** Null where the lane says all. */
  public String name() {
    return name;
  }

  public int beginMs() {
    return beginMs;
  }

  public int endMs() {
    return endMs;
  }

  /** May be null. */
  public String note() {
    return note;
  }

  public UUID publicId() {
    return publicId;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Who last changed it. */
  public AppUser changedBy() {
    return changedBy;
  }
}
