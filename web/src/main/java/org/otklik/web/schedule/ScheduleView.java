package org.otklik.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.Creative;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ComparedGroups;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportKind;
import org.otklik.schedule.Delivery;
import org.otklik.schedule.MissedPolicy;
import org.otklik.schedule.NamePattern;
import org.otklik.schedule.Recipients;
import org.otklik.schedule.RecurrenceRequest;
import org.otklik.schedule.Schedule;
import org.otklik.schedule.ScheduleState;
import org.otklik.schedule.recurrence.TriggerTimes;

/** A schedule. */
@Schema(name = "Schedule")
public record ScheduleView(
    UUID id,
    String name,
    @Schema(
            description =
                "Login of the owner: it runs with their rights, and they are notified of failures.")
        String owner,
    ScheduleState state,
    @Schema(description = "Time of its next run; null unless ACTIVE.") Instant nextTriggerAt,
    @Schema(description = "Time of its previous run; null before the first.")
        Instant previousTriggerAt,
    ReportKind kind,
    UUID campaign,
    UUID creative,
    ComparedGroups compared,
    List<ReportFormat> formats,
    @Schema(description = "Null: those of the client's template.") List<Chapter> chapters,
    String locale,
    String timeZone,
    RecurrenceRequest recurrence,
    List<LocalDate> excludedDates,
    boolean excludeWeekends,
    MissedPolicy missed,
    String fileName,
    Delivery delivery,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String subject,
    String text,
    boolean skipWhenUnchanged,
    Integer keepDays,
    Instant createdAt,
    Instant changedAt) {

  static ScheduleView of(Schedule schedule) {
    TriggerTimes plan = schedule.plan();
    Recipients recipients = schedule.recipients();
    return new ScheduleView(
        schedule.publicId(),
        schedule.name(),
        schedule.owner().login(),
        schedule.state(),
        schedule.nextFireAt(),
        schedule.previousFireAt(),
        schedule.subject().kind(),
        schedule.subject().campaign().publicId(),
        schedule.subject().creative().map(Creative::publicId).orElse(null),
        schedule.subject().compared().orElse(null),
        schedule.formats(),
        schedule.chapters().orElse(null),
        schedule.locale().getLanguage(),
        plan.zone().getId(),
        RecurrenceRequest.of(plan.recurrence()),
        plan.excludedDates().stream().sorted().toList(),
        plan.excludesWeekends(),
        schedule.missedPolicy(),
        schedule.fileName().text(),
        schedule.delivery(),
        recipients.to(),
        recipients.cc(),
        recipients.bcc(),
        schedule.mailSubject().map(NamePattern::text).orElse(null),
        schedule.mailText().orElse(null),
        schedule.skipsUnchanged(),
        schedule.keepDays(),
        schedule.createdAt(),
        schedule.changedAt());
  }
}
