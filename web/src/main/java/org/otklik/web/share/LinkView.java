package org.otklik.web.share;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.share.LinkState;
import org.otklik.share.LinkTerm;

/** A link by which something is seen without a sign-in. */
@Schema(name = "Link")
public record LinkView(
    UUID id,
    @Schema(description = "Returned once, when it is created; then null.") String address,
    LinkState state,
    Instant createdAt,
    @Schema(description = "Name of the user who created it.") String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "How often it was opened.") int uses,
    Instant lastUsedAt) {

  /**
   * @param address null unless it was made just now
   */
  public static LinkView of(UUID id, LinkTerm term, String address) {
    return new LinkView(
        id,
        address,
        term.state(Instant.now()),
        term.createdAt(),
        term.createdBy().displayName(),
        term.expiresAt(),
        term.revokedAt(),
        term.uses(),
        term.lastUsedAt());
  }
}
