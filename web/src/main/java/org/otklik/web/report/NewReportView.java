package org.otklik.web.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.report.ReportFormat;

/** What is sent to ask for a report. */
@Schema(name = "NewReport")
public record NewReportView(
    @Schema(
            enumeration = {"en", "ru"},
            description = "Language; your own if left out.")
        String locale,
    @Schema(description = "PDF if left out; CSV is a ZIP of tables.") ReportFormat format,
    @Schema(
            description = "Time zone its times are printed in; the server's if left out.",
            examples = "Europe/Moscow")
        String timeZone) {}
