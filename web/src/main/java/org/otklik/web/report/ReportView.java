package org.otklik.web.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.RunState;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemSentences;
import org.otklik.report.Report;

/** A report and how far it is. */
@Schema(name = "Report")
public record ReportView(
    UUID id,
    UUID creative,
    @Schema(enumeration = {"en", "ru"}) String locale,
    @Schema(description = "Ask until COMPLETED or FAILED.") RunState state,
    ProblemCode failureCode,
    @Schema(description = "Why it failed, in the caller's language.") String failure,
    Instant requestedAt,
    @Schema(description = "Where the PDF is; null until COMPLETED.") String file) {

  static ReportView of(Report report, String file, Locale locale) {
    ProblemCode failure = report.failureCode();
    return new ReportView(
        report.publicId(),
        report.creative().publicId(),
        report.locale().getLanguage(),
        report.state(),
        failure,
        failure == null ? null : ProblemSentences.of(failure, locale, List.of()),
        report.requestedAt(),
        report.state() == RunState.COMPLETED ? file : null);
  }
}
