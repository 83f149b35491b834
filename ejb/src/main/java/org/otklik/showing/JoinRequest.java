package org.otklik.showing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** Somebody who joins a live showing. */
@Schema(name = "NewShowingParticipant")
public record JoinRequest(
    @NotBlank @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        String language,
    @NotBlank
        @Size(max = JoinRequest.MAX_NAME_LENGTH)
        @SingleLine
        @Schema(
            description =
                "What the host is to see; any name will do. It is forgotten when the showing ends.")
        String name) {
  public static final int MAX_NAME_LENGTH = 40;

  public JoinRequest {
    name = RequestText.stripped(name);
  }
}
