package org.otklik.web.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.report.ReportFormat;

/** What is sent to ask for a report. */
@Schema(name = "NewReport")
public record NewReportView(
    @Schema(
            enumeration = {"en", "ru"},
            description = "Language; your own if omitted.")
        String locale,
    @Schema(description = "PDF if omitted; CSV is a ZIP of tables.") ReportFormat format,
    @Schema(
            description = "Time zone of its times; the server's if omitted.",
            examples = "Europe/Moscow")
        String timeZone) {}
