package org.otklik.web.showing;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.showing.ShowingParticipant;
import org.otklik.study.participation.ParticipationState;

/** Somebody who has joined a live showing. */
@Schema(name = "ShowingParticipant")
public record ShowingParticipantView(
    @Schema(description = "As chosen; null once the showing is over.") String name,
    @Schema(description = "RECORDED: scores are kept.") ParticipationState state,
    @Schema(description = "Null before the consent.") Instant agreedAt,
    @Schema(description = "The recording of the scores; null before the creative runs.")
        UUID recording) {

  static ShowingParticipantView of(ShowingParticipant one) {
    return new ShowingParticipantView(
        one.name(),
        one.participation().state(),
        one.participation().agreedAt(),
        one.recording() == null ? null : one.recording().publicId());
  }
}
