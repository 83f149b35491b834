package org.otklik.web.showing;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingState;

/** A live showing. */
@Schema(name = "Showing")
public record ShowingView(
    UUID id,
    String name,
    UUID creative,
    ShowingState state,
    @Schema(description = "What participants open.") String link,
    Instant createdAt,
    @Schema(description = "When the creative was first started; null before.") Instant startedAt,
    @Schema(description = "Null until it is over.") Instant endedAt) {

  static ShowingView of(Showing showing, String link) {
    return new ShowingView(
        showing.publicId(),
        showing.name(),
        showing.creative().publicId(),
        showing.state(),
        link,
        showing.createdAt(),
        showing.startedAt(),
        showing.endedAt());
  }
}
