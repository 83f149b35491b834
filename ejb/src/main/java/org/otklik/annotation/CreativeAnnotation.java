package org.otklik.annotation;

import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** What an analyst has written beside a creative, and who wrote it when. */
@MappedSuperclass
public abstract class CreativeAnnotation {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  private Instant createdAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  private Instant changedAt = createdAt;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "changed_by")
  private AppUser changedBy;

  protected CreativeAnnotation() {}

  CreativeAnnotation(Creative creative, AppUser author) {
    this.creative = creative;
    this.createdBy = author;
    this.changedBy = author;
  }

  void changed(AppUser by) {
    changedAt = Instant.now();
    changedBy = by;
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
