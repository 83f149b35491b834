package org.otklik.web.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunState;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemSentences;
import org.otklik.report.Report;
import org.otklik.report.request.ReportFormat;
import org.otklik.schedule.RunCause;
import org.otklik.schedule.ScheduleRun;
import org.otklik.schedule.ScheduleRunState;

/** A run of a schedule and how far it is. */
@Schema(name = "ScheduleRun")
public record ScheduleRunView(
    UUID id,
    RunCause cause,
    Instant dueAt,
    @Schema(
            description =
                "DUE, REPORTING and MAILING continue, also after a restart; a FAILED one may "
                    + "have been mailed in part.")
        ScheduleRunState state,
    @Schema(description = "Why it was skipped, failed or missed.") ProblemCode reasonCode,
    @Schema(description = "The same in the caller's language.") String reason,
    List<Made> reports,
    @Schema(description = "When the mail server accepted the mail; null if it did not.")
        Instant mailedAt,
    @Schema(description = "Of the mail; the same at each attempt.") String messageId,
    @Schema(description = "Recipients whom the mail server refused permanently.")
        List<String> refused,
    @Schema(description = "Recipients not delivered to yet.") List<String> outstanding,
    @Schema(description = "Time of the next attempt to send; null if there is none.")
        Instant nextAttemptAt,
    @Schema(description = "The last reply of the mail server; null if all went well.")
        String mailError,
    @Schema(description = "When the owner was notified of the failure.") Instant ownerNotifiedAt,
    Instant finishedAt) {

  /** A report that was made for it; see /reports/{id}. */
  @Schema(name = "ScheduledReport")
  public record Made(UUID id, ReportFormat format, RunState state) {
    static Made of(Report report) {
      return new Made(report.publicId(), report.format(), report.state());
    }
  }

  static ScheduleRunView of(ScheduleRun run, Locale locale) {
    ProblemCode reason = run.reason();
    return new ScheduleRunView(
        run.publicId(),
        run.cause(),
        run.dueAt(),
        run.state(),
        reason,
        reason == null ? null : ProblemSentences.of(reason, locale, List.of()),
        run.reports().stream().map(Made::of).toList(),
        run.mailedAt(),
        run.messageId(),
        run.refused(),
        run.outstanding(),
        run.nextAttemptAt(),
        run.mailError(),
        run.ownerToldAt(),
        run.finishedAt());
  }
}
