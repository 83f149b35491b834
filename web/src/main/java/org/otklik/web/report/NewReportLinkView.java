package org.otklik.web.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to make a link to a report. */
@Schema(name = "NewReportLink")
public record NewReportLinkView(
    @Schema(
            required = true,
            minimum = "1",
            description = "Days after which it expires; the server's settings have the maximum.")
        int days) {}
