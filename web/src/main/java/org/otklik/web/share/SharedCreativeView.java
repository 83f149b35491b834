package org.otklik.web.share;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.share.SharedCreative;

/** What a link shows, and from whom it is. */
@Schema(name = "SharedCreative")
public record SharedCreativeView(
    String name,
    int durationMs,
    int durationSeconds,
    int widthPx,
    int heightPx,
    @Schema(description = "Whether its viewers were drawn by a program.") boolean synthetic,
    String client,
    @Schema(description = "Name of the user who created the link.") String sharedBy,
    @Schema(description = "From then on the link shows nothing.") Instant until) {

  static SharedCreativeView of(SharedCreative shared) {
    return new SharedCreativeView(
        shared.creative().name(),
        shared.creative().durationMs(),
        shared.creative().durationSeconds(),
        shared.creative().widthPx(),
        shared.creative().heightPx(),
        shared.creative().campaign().isSynthetic(),
        shared.clientName(),
        shared.sharedBy(),
        shared.until());
  }
}
