package org.otklik.recording;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When the creative begins in a recording, as somebody has heard or seen it.
 *
 * @param startMs time in the recording; negative where the recording began later than the creative
 */
@Schema(name = "StartRequest")
public record StartRequest(
    @Schema(
            description =
                "Time in the recording, in milliseconds; negative where the recording began later.")
        @NotNull
        Integer startMs) {}
