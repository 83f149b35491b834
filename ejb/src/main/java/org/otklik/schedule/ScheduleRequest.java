package org.otklik.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ComparedGroups;
import org.otklik.report.request.ReportFormat;
import org.otklik.request.RequestText;
import org.otklik.request.RequestValidator;
import org.otklik.request.SingleLine;
import org.otklik.request.TimeZoneName;
import org.otklik.schedule.recurrence.TriggerTimes;

/** A schedule to be made, or what one is to do from now on. */
@Schema(name = "NewSchedule")
public record ScheduleRequest(
    @NotBlank @Size(max = 200) @SingleLine String name,
    @Schema(description = "Reports are about this creative; if left out, about the campaign.")
        UUID creative,
    @Schema(description = "Reports compare these two groups of the campaign's viewings.")
        ComparedGroups compared,
    @Schema(description = "PDF if left out.") List<ReportFormat> formats,
    @Schema(
            description =
                "Chapters of PDF, PPTX and XLSX; if left out, those of the client's template. CSV"
                    + " has all tables.")
        List<Chapter> chapters,
    @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        @Schema(description = "Of reports and mail; your own if left out.")
        String locale,
    @TimeZoneName
        @Schema(
            description = "Of all local times; the server's if left out.",
            examples = "Europe/Moscow")
        String timeZone,
    @NotNull @Valid RecurrenceRequest recurrence,
    @Size(max = 1000) @Schema(description = "Local dates on which it is not due.")
        List<LocalDate> excludedDates,
    @Schema(defaultValue = "false", description = "Saturdays and Sundays, too.")
        Boolean excludeWeekends,
    @Schema(
            defaultValue = "RUN_ONCE",
            description =
                "Of times that passed more than five minutes ago, while no server was running:"
                    + " RUN_ONCE makes up for the latest, SKIP for none. The others are MISSED.")
        MissedPolicy missed,
    @Size(max = NamePattern.MAX_LENGTH)
        @Schema(
            defaultValue = "Otklik {subject} {date} {locale}",
            description =
                "Of the attachments, without ending. Placeholders: {client} {campaign} {subject}"
                    + " {schedule} {date} {time} {locale}; what file systems do not bear becomes a"
                    + " space.")
        String fileName,
    @Schema(
            defaultValue = "ATTACHMENT",
            description = "Attachments too large for the mail server are sent as links.")
        Delivery delivery,
    @Size(max = Recipients.MAX_COUNT)
        @Schema(
            description =
                "Mail addresses, at most "
                    + Recipients.MAX_COUNT
                    + " with cc and bcc. With no recipient at all, reports are only kept.")
        List<String> to,
    @Size(max = Recipients.MAX_COUNT) List<String> cc,
    @Size(max = Recipients.MAX_COUNT) List<String> bcc,
    @Size(max = NamePattern.MAX_LENGTH)
        @Schema(description = "Of the mail; placeholders as in fileName.")
        String subject,
    @Size(max = 4000)
        @Pattern(
            regexp = "[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*",
            message = "A–Z, А–Я, 0–9, …")
        @Schema(description = "Your words at the top of the mail; plain text.")
        String text,
    @Schema(
            defaultValue = "false",
            description = "Skip when no figure is newer than in the last completed run.")
        Boolean skipWhenUnchanged,
    @Min(1)
        @Max(3650)
        @Schema(description = "After so many days its reports may be deleted; kept if left out.")
        Integer keepDays) {

  public ScheduleRequest {
    name = RequestText.stripped(name);
    formats =
        formats == null || formats.isEmpty()
            ? List.of(ReportFormat.PDF)
            : formats.stream().distinct().sorted().toList();
    chapters = chapters == null || chapters.isEmpty() ? null : Chapter.sorted(chapters);
    excludedDates = excludedDates == null ? List.of() : List.copyOf(excludedDates);
    excludeWeekends = Boolean.TRUE.equals(excludeWeekends);
    missed = missed == null ? MissedPolicy.RUN_ONCE : missed;
    fileName = fileName == null ? NamePattern.STANDARD_FILE_NAME.text() : fileName;
    delivery = delivery == null ? Delivery.ATTACHMENT : delivery;
    to = to == null ? List.of() : List.copyOf(to);
    cc = cc == null ? List.of() : List.copyOf(cc);
    bcc = bcc == null ? List.of() : List.copyOf(bcc);
    text = RequestText.strippedOrNull(text);
    text = text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n');
    skipWhenUnchanged = Boolean.TRUE.equals(skipWhenUnchanged);
  }

  /**
   * When a schedule would be due of which nothing else is known yet.
   *
   * @throws ProblemException when a field of the plan is missing or wrong
   */
  public static TriggerTimes plan(
      RecurrenceRequest recurrence,
      String timeZone,
      List<LocalDate> excludedDates,
      boolean excludeWeekends) {
    ScheduleRequest request =
        new ScheduleRequest(
            null,
            null,
            null,
            null,
            null,
            null,
            timeZone,
            recurrence,
            excludedDates,
            excludeWeekends,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return RequestValidator.valid(request, Set.of("recurrence", "timeZone", "excludedDates"))
        .plan();
  }

  /** When it is due, once its fields are valid. */
  TriggerTimes plan() {
    return new TriggerTimes(
        recurrence.recurrence(),
        timeZone == null ? ZoneId.systemDefault() : ZoneId.of(timeZone),
        Set.copyOf(excludedDates),
        excludeWeekends);
  }

  Locale locale(Actor actor) {
    return locale == null ? actor.locale() : Locale.forLanguageTag(locale);
  }
}
