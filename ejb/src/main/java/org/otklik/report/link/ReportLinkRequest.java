package org.otklik.report.link;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link to a report. */
@Schema(name = "NewReportLink")
public record ReportLinkRequest(
    @NotNull
        @Min(1)
        @Schema(
            description = "After so many days it expires; the server's settings say the maximum.")
        Integer days) {}
