package org.otklik.web.study;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.study.participation.Participation;
import org.otklik.study.participation.ParticipationState;

/** The fact of a consent. */
@Schema(name = "ConsentRecord")
public record ConsentRecordView(
    UUID participation,
    @Schema(description = "Pseudonym; null before the first recording and after a withdrawal.")
        String viewer,
    ParticipationState state,
    Instant agreedAt,
    int version,
    String language,
    String textSha256,
    Instant changedAt) {

  static ConsentRecordView of(Participation one) {
    return new ConsentRecordView(
        one.publicId(),
        one.viewer() == null ? null : one.viewer().code(),
        one.state(),
        one.agreedAt(),
        one.consentText().version(),
        one.consentText().language(),
        one.consentText().sha256(),
        one.changedAt());
  }
}
