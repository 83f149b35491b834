package org.otklik.study.participation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A viewer who has followed a study's link. */
@Schema(name = "NewParticipation")
public record ParticipationRequest(
    @NotBlank @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        String language,
    @Size(max = 20)
        @Schema(description = "What the link brought along, for the panel's return addresses.")
        Map<@NotBlank @Size(max = 40) @SingleLine String, @Size(max = 200) @SingleLine String>
            parameters) {
  public ParticipationRequest {
    parameters = RequestText.stripped(parameters);
  }
}
