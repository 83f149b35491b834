package org.otklik.web.report;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.report.link.ReportLink;
import org.otklik.report.link.ReportLinkState;

/** A link by which a report can be fetched without a sign-in. */
@Schema(name = "ReportLink")
public record ReportLinkView(
    UUID id,
    @Schema(description = "Returned once, when it is created; then null.") String address,
    ReportLinkState state,
    Instant createdAt,
    @Schema(description = "Name of the user who created it.") String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "Number of downloads by it.") int uses,
    Instant lastUsedAt) {

  static ReportLinkView of(ReportLink link, String address) {
    return new ReportLinkView(
        link.publicId(),
        address,
        link.state(Instant.now()),
        link.createdAt(),
        link.createdBy().displayName(),
        link.expiresAt(),
        link.revokedAt(),
        link.uses(),
        link.lastUsedAt());
  }
}
