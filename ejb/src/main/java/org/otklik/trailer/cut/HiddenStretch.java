package org.otklik.trailer.cut;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the creative that the trailer must not show. */
@Schema(name = "HiddenStretch")
public record HiddenStretch(
    @NotNull @Min(0) @Max(TrailerSettings.FOUR_HOURS_MS) Integer beginMs,
    @NotNull @Min(1) @Max(TrailerSettings.FOUR_HOURS_MS) Integer endMs)
    implements Serializable {}
