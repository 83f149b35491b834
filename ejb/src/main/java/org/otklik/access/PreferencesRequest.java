package org.otklik.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.TimeZoneName;

/** How a user wants to be spoken to. */
@Schema(name = "Preferences")
public record PreferencesRequest(
    @NotBlank
        @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        @Schema(description = "Language of the portal, mails and your reports.")
        String locale,
    @TimeZoneName
        @Schema(
            description = "Time zone in which the portal tells times; the browser's if left out.",
            examples = "Europe/Moscow")
        String timeZone) {
  public PreferencesRequest {
    timeZone = RequestText.strippedOrNull(timeZone);
  }
}
