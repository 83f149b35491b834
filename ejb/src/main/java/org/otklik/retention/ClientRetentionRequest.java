package org.otklik.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to hold for a client from now on. */
@Schema(name = "NewClientRetention")
public record ClientRetentionRequest(
    @NotNull @Valid RetentionPeriods periods,
    @NotNull
        @Schema(
            description =
                "Whether reports that list a viewer who is deleted are created again without the"
                    + " viewer; else they are deleted.")
        Boolean remakesReports) {}
