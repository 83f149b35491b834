package org.otklik.share;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that needs no sign-in. */
@Schema(name = "NewLink")
public record LinkRequest(
    @NotNull
        @Min(1)
        @Schema(
            description = "After so many days it expires; the server's settings say the maximum.")
        Integer days) {}
