package org.otklik.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.schedule.recurrence.CalendarRecurrence;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.schedule.recurrence.OnceRecurrence;
import org.otklik.schedule.recurrence.Recurrence;
import org.otklik.schedule.recurrence.SimpleRecurrence;

/** When a schedule is due. */
@Schema(
    name = "Recurrence",
    description =
        """
        Times are local, of the schedule's time zone. One that is skipped when clocks go forward \
        means the first instant after the gap; one that comes twice when they go back means the \
        earlier one. MINUTES and HOURS are elapsed time, DAYS and WEEKS keep the local time.""")
public record RecurrenceView(
    @Schema(required = true) Kind type,
    @Schema(
            description =
                "ONCE: the time. SIMPLE: the first one. CALENDAR: none before it, if given.",
            examples = "2026-12-01T09:30")
        LocalDateTime start,
    @Schema(description = "SIMPLE and CALENDAR: no run after it.", examples = "2027-06-30T23:59")
        LocalDateTime end,
    @Schema(description = "SIMPLE: number of units between two runs.", minimum = "1") Integer every,
    @Schema(description = "SIMPLE.") IntervalUnit unit,
    @Schema(description = "SIMPLE: number of runs, those on excluded days included.") Integer times,
    @Schema(description = "CALENDAR: 0..59; at least one.") List<Integer> minutes,
    @Schema(description = "CALENDAR: 0..23; at least one.") List<Integer> hours,
    @Schema(description = "CALENDAR: 1..31; any day if empty. Months without that day are skipped.")
        List<Integer> daysOfMonth,
    @Schema(description = "CALENDAR: 1..12; any month if empty.") List<Integer> months,
    @Schema(description = "CALENDAR: any day if empty; not together with daysOfMonth.")
        List<DayOfWeek> weekdays) {

  /** The three kinds of JasperReports Server. */
  public enum Kind {
    ONCE,
    SIMPLE,
    CALENDAR
  }

  static RecurrenceView of(Recurrence recurrence) {
    if (recurrence instanceof SimpleRecurrence simple) {
      return new RecurrenceView(
          Kind.SIMPLE,
          simple.start(),
          simple.end(),
          simple.every(),
          simple.unit(),
          simple.times(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    return recurrence instanceof CalendarRecurrence calendar
        ? ofCalendar(calendar)
        : ofOnce((OnceRecurrence) recurrence);
  }

  private static RecurrenceView ofOnce(OnceRecurrence once) {
    return new RecurrenceView(
        Kind.ONCE, once.at(), null, null, null, null, List.of(), List.of(), List.of(), List.of(),
        List.of());
  }

  private static RecurrenceView ofCalendar(CalendarRecurrence calendar) {
    return new RecurrenceView(
        Kind.CALENDAR,
        calendar.start(),
        calendar.end(),
        null,
        null,
        null,
        calendar.minutes(),
        calendar.hours(),
        calendar.daysOfMonth(),
        calendar.months(),
        calendar.weekdays());
  }
}
