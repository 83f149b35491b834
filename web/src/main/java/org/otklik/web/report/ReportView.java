package org.otklik.web.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunState;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemSentences;
import org.otklik.report.Report;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportKind;

/** A report and how far it is. */
@Schema(name = "Report")
public record ReportView(
    UUID id,
    ReportKind kind,
    UUID campaign,
    @Schema(description = "Null for other kinds than CREATIVE.") UUID creative,
    ReportFormat format,
    @Schema(description = "Null: those of the client's template when it was created.")
        List<Chapter> chapters,
    @Schema(enumeration = {"en", "ru"}) String locale,
    @Schema(description = "Poll until COMPLETED or FAILED.") RunState state,
    ProblemCode failureCode,
    @Schema(description = "Why it failed, in the caller's language.") String failure,
    Instant requestedAt,
    @Schema(
            description =
                "When it was asked to be created again because a viewer in it was deleted; null if"
                    + " never.")
        Instant remadeAt,
    @Schema(description = "When the latest figures in it were calculated; null until COMPLETED.")
        Instant dataAsOf,
    @Schema(
            type = SchemaType.OBJECT,
            description = "The settings its figures were calculated with; null until COMPLETED.")
        JsonObject settings,
    @Schema(description = "SHA-256 of the file; null until COMPLETED.") String sha256,
    @Schema(description = "When it may be deleted; null: never automatically.") Instant keptUntil,
    @Schema(description = "Where the file is; null until COMPLETED.") String file) {

  static ReportView of(Report report, String file, Locale locale) {
    ProblemCode failure = report.failureCode();
    return new ReportView(
        report.publicId(),
        report.subject().kind(),
        report.subject().campaign().publicId(),
        report.subject().creative().map(Creative::publicId).orElse(null),
        report.format(),
        report.chapters().orElse(null),
        report.locale().getLanguage(),
        report.state(),
        failure,
        failure == null ? null : ProblemSentences.of(failure, locale, List.of()),
        report.requestedAt(),
        report.remadeAt(),
        report.dataAsOf(),
        settings(report.settings()),
        report.mediaSha256(),
        report.keptUntil(),
        report.state() == RunState.COMPLETED ? file : null);
  }

  private static JsonObject settings(String json) {
    if (json == null) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
