package org.otklik.showing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;
import org.otklik.study.PlayOrder;
import org.otklik.study.StudyRequest;

/** A live showing to be created. */
@Schema(name = "NewShowing")
public record ShowingRequest(
    @NotBlank @Size(max = 200) @SingleLine @Schema(description = "Participants do not see it.")
        String name,
    @NotNull @Schema(description = "What is played.") UUID creative,
    @NotBlank
        @Size(max = StudyRequest.MAX_CONSENT_LENGTH)
        @Schema(description = "What participants agree to, in English; plain text.")
        String consentEn,
    @NotBlank
        @Size(max = StudyRequest.MAX_CONSENT_LENGTH)
        @Schema(description = "What participants agree to, in Russian; plain text.")
        String consentRu,
    @Min(13) @Max(99) @Schema(defaultValue = "18", description = "In years.") Integer minAge) {

  public ShowingRequest {
    name = RequestText.stripped(name);
  }

  /** What holds its link and its consent. */
  StudyRequest study() {
    return new StudyRequest(
        name,
        List.of(creative),
        PlayOrder.FIXED,
        consentEn,
        consentRu,
        minAge,
        null,
        null,
        false,
        false,
        List.of(),
        null,
        null,
        null);
  }
}
