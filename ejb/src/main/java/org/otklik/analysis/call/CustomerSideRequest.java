package org.otklik.analysis.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where customers are in the frames and the sound of all calls. */
@Schema(name = "CustomerSide")
public record CustomerSideRequest(
    @NotNull @Valid CustomerAreaRequest area,
    @Valid @Schema(description = "Null to leave it as it is.") CustomerSoundRequest sound) {}
