package org.otklik.campaign;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the voices in a campaign's recordings are to be analysed. */
@Schema(name = "VoiceSetting")
public record VoiceRequest(
    @NotNull @Schema(description = "True only where the viewers consent to it.")
        Boolean analysed) {}
