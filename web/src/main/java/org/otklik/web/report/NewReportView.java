package org.otklik.web.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to ask for a report. */
@Schema(name = "NewReport")
public record NewReportView(
    @Schema(
            enumeration = {"en", "ru"},
            description = "Language of the PDF; your own if left out.")
        String locale) {}
