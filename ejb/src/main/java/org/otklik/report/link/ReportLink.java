package org.otklik.report.link;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.otklik.identity.AppUser;
import org.otklik.report.Report;

/**
 * A way to one report without a sign-in, until it expires or is revoked. Only the hash of its token
 * is stored: who reads the database cannot open reports by it.
 */
@Entity
public class ReportLink {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "report_id")
  private Report report;

  private String tokenSha256;

  private Instant createdAt;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  private Instant expiresAt;

  private Instant revokedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "revoked_by")
  private AppUser revokedBy;

  private int uses;

  private Instant lastUsedAt;

  protected ReportLink() {}

  ReportLink(Report report, String tokenSha256, AppUser createdBy, Instant now, Instant expiresAt) {
    this.report = report;
    this.tokenSha256 = tokenSha256;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  /** From now on it opens nothing; the first to revoke it is remembered. */
  void revoke(AppUser by, Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
      revokedBy = by;
    }
  }

  public ReportLinkState state(Instant now) {
    if (revokedAt != null) {
      return ReportLinkState.REVOKED;
    }
    return now.isBefore(expiresAt) ? ReportLinkState.ACTIVE : ReportLinkState.EXPIRED;
  }

  Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  /** The report it opens; fetched by {@link ReportLinkService} only. */
  public Report report() {
    return report;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Who made it; fetched by {@link ReportLinkService} only. */
  public AppUser createdBy() {
    return createdBy;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Null unless it was revoked. */
  public Instant revokedAt() {
    return revokedAt;
  }

  /** How often the file was fetched by it. */
  public int uses() {
    return uses;
  }

  /** Null before the first time. */
  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
