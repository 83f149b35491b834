package org.otklik.web.bin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.BinEntry;

/** A campaign or creative in the bin. */
@Schema(name = "BinEntry")
public record BinEntryView(
    BinEntry.Kind kind,
    @Schema(description = "The campaign's or creative's own.") UUID id,
    String name,
    @Schema(description = "Name of the creative's campaign; null for a campaign.") String campaign,
    @Schema(description = "Name of the client.") String client,
    @Schema(description = "Creatives that are deleted with it; 1 for a creative.") int creatives,
    @Schema(description = "Recordings that are deleted with it.") int recordings,
    Instant deletedAt,
    @Schema(description = "Who moved it to the bin.") String deletedBy,
    @Schema(description = "Until then it can be restored.") Instant removeAt,
    @Schema(description = "True while it is being deleted for good.") boolean isFinal) {

  static BinEntryView of(BinEntry entry) {
    return new BinEntryView(
        entry.kind(),
        entry.id(),
        entry.name(),
        entry.campaignName(),
        entry.clientName(),
        entry.creatives(),
        entry.recordings(),
        entry.deletedAt(),
        entry.deletedBy(),
        entry.removeAt(),
        entry.isFinal());
  }
}
