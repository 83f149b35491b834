package org.otklik.campaign;

import java.time.Instant;
import java.util.UUID;

/**
 * A campaign or creative in the bin.
 *
 * @param id the campaign's or creative's public identifier
 * @param campaignName of the creative's campaign; null for a campaign
 * @param creatives of a campaign; 1 for a creative
 * @param recordings that would be deleted with it
 * @param removeAt from when on it is deleted for good
 * @param isFinal whether it is being deleted for good and cannot be restored any more
 */
public record BinEntry(
    Kind kind,
    UUID id,
    String name,
    String campaignName,
    String clientName,
    int creatives,
    int recordings,
    Instant deletedAt,
    String deletedBy,
    Instant removeAt,
    boolean isFinal) {

  /** What can be moved to the bin. */
  public enum Kind {
    CAMPAIGN,
    CREATIVE
  }
}
