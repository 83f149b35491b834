package org.otklik.web.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.report.ReportFormat;
import org.otklik.schedule.Delivery;
import org.otklik.schedule.MissedPolicy;
import org.otklik.schedule.Recipients;
import org.otklik.schedule.ScheduleOrder;

/** What is sent to make a schedule, or to replace what it does; read field by field. */
@Schema(name = "NewSchedule")
public record NewScheduleView(
    @Schema(required = true, maxLength = 200) String name,
    @Schema(description = "Reports are about this creative; about the campaign if omitted.")
        UUID creative,
    @Schema(description = "Reports compare these two groups of the campaign's viewings.")
        Compared compared,
    @Schema(description = "PDF if omitted.") List<ReportFormat> formats,
    @Schema(
            enumeration = {"en", "ru"},
            description = "Of reports and mail; your own if omitted.")
        String locale,
    @Schema(
            description = "Of all local times; the server's if omitted.",
            examples = "Europe/Moscow")
        String timeZone,
    @Schema(required = true) RecurrenceView recurrence,
    @Schema(description = "Local dates without a run.") List<LocalDate> excludedDates,
    @Schema(defaultValue = "false", description = "Saturdays and Sundays, too.")
        boolean excludeWeekends,
    @Schema(
            defaultValue = "RUN_ONCE",
            description =
                "For runs missed by more than five minutes while no server was running: "
                    + "RUN_ONCE makes up for the latest, SKIP for none. The others are MISSED.")
        MissedPolicy missed,
    @Schema(
            defaultValue = "Otklik {subject} {date} {locale}",
            description =
                "Name of the attachments, without ending. Placeholders: {client} {campaign} "
                    + "{subject} {schedule} {date} {time} {locale}; characters that file systems do "
                    + "not permit become a space.")
        String fileName,
    @Schema(
            defaultValue = "ATTACHMENT",
            description = "Attachments too large for the mail server are sent as links.")
        Delivery delivery,
    @Schema(
            maxItems = Recipients.MOST,
            description = "Mail addresses. Without recipients, reports are only kept.")
        List<String> to,
    List<String> cc,
    List<String> bcc,
    @Schema(description = "Of the mail; placeholders as in fileName.") String subject,
    @Schema(description = "Your words at the top of the mail; plain text.") String text,
    @Schema(
            defaultValue = "false",
            description = "Skip when the figures are unchanged since the last completed run.")
        boolean skipWhenUnchanged,
    @Schema(
            minimum = "1",
            maximum = "" + ScheduleOrder.MOST_KEEP_DAYS,
            description = "Days after which its reports may be deleted; kept if omitted.")
        Integer keepDays) {

  /** Two groups of viewings. */
  @Schema(name = "ScheduledComparison")
  public record Compared(Group first, Group second) {}

  /** A group of viewings. */
  @Schema(name = "ScheduledGroup")
  public record Group(
      @Schema(description = "Those of one creative; all if omitted.") UUID creative,
      @Schema(description = "Those of viewers with these attributes.")
          Map<String, String> segment) {}
}
