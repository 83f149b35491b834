package org.otklik.campaign;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** That a campaign or creative was moved to the bin. */
@Embeddable
public class Deletion {
  /** For so long it can be restored. */
  public static final Duration KEPT = Duration.ofDays(30);

  private Instant deletedAt;

  private Long deletedBy;

  private Instant removeAt;

  protected Deletion() {}

  Deletion(long userId, Instant now) {
    deletedAt = now;
    deletedBy = userId;
    removeAt = now.plus(KEPT);
  }

  /** Deletes it for good as soon as may be; from then on it cannot be restored. */
  void hasten(Instant now) {
    removeAt = now.isBefore(removeAt) ? now : removeAt;
  }

  public Instant deletedAt() {
    return deletedAt;
  }

  /** Key of the user who moved it to the bin. */
  public long deletedBy() {
    return deletedBy;
  }

  /** From when on it is deleted for good. */
  public Instant removeAt() {
    return removeAt;
  }

  /** Whether its time is over: it is being deleted for good. */
  public boolean isFinal(Instant now) {
    return !removeAt.isAfter(now);
  }
}
