package org.otklik.study.participation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A viewer's consent. */
@Schema(name = "NewConsent")
public record ConsentRequest(
    @NotBlank @Schema(description = "SHA-256 of the text that the viewer was shown.")
        String textSha256,
    @NotNull @Schema(description = "Whether the viewer says to be old enough.")
        Boolean isOldEnough) {}
