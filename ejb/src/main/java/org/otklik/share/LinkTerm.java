package org.otklik.share;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.otklik.identity.AppUser;

/**
 * By what a link is known, who made it, how long it holds, and its use. Only the hash of its token
 * is stored: who reads the database cannot open anything by it.
 */
@Embeddable
public class LinkTerm {
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

  protected LinkTerm() {}

  LinkTerm(String tokenSha256, AppUser createdBy, Instant now, Instant expiresAt) {
    this.tokenSha256 = tokenSha256;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  /** From now on it opens nothing; the first to revoke it is remembered. */
  public void revoke(AppUser by, Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
      revokedBy = by;
    }
  }

  public LinkState state(Instant now) {
    if (revokedAt != null) {
      return LinkState.REVOKED;
    }
    return now.isBefore(expiresAt) ? LinkState.ACTIVE : LinkState.EXPIRED;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Who made it; fetched where links are listed or opened. */
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

  /** How often it was opened. */
  public int uses() {
    return uses;
  }

  /** Null before the first time. */
  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
