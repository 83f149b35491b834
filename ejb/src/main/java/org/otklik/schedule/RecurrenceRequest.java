package org.otklik.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.schedule.recurrence.CalendarRecurrence;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.schedule.recurrence.OnceRecurrence;
import org.otklik.schedule.recurrence.Recurrence;
import org.otklik.schedule.recurrence.SimpleRecurrence;

/** When a schedule is due, as it is sent and shown. */
@Schema(
    name = "Recurrence",
    description =
        """
        Times are local, of the schedule's time zone. One that is left out when clocks go forward \
        means the first instant after the gap; one that comes twice when they go back means the \
        earlier one. MINUTES and HOURS are elapsed time, DAYS and WEEKS keep the local time.""")
public record RecurrenceRequest(
    @NotNull Kind type,
    @Schema(
            description =
                "ONCE: the time. SIMPLE: the first one. CALENDAR: none before it, if given.",
            examples = "2026-12-01T09:30")
        LocalDateTime start,
    @Schema(description = "SIMPLE and CALENDAR: none after it.", examples = "2027-06-30T23:59")
        LocalDateTime end,
    @Min(1)
        @Max(SimpleRecurrence.MAX_EVERY)
        @Schema(description = "SIMPLE: so many units lie between two times.")
        Integer every,
    @Schema(description = "SIMPLE.") IntervalUnit unit,
    @Min(1)
        @Max(SimpleRecurrence.MAX_TIMES)
        @Schema(description = "SIMPLE: how many times, those on excluded days counted in.")
        Integer times,
    @Schema(description = "CALENDAR: at least one.") List<@Min(0) @Max(59) Integer> minutes,
    @Schema(description = "CALENDAR: at least one.") List<@Min(0) @Max(23) Integer> hours,
    @Schema(
            description =
                "CALENDAR: any day if empty. A day that a month has not is left out there.")
        List<@Min(1) @Max(31) Integer> daysOfMonth,
    @Schema(description = "CALENDAR: any month if empty.") List<@Min(1) @Max(12) Integer> months,
    @Schema(description = "CALENDAR: any day if empty; not together with daysOfMonth.")
        List<DayOfWeek> weekdays) {

  /** The three kinds of JasperReports Server. */
  @Schema(name = "RecurrenceKind")
  public enum Kind {
    ONCE("type", "start"),
    SIMPLE("type", "start", "end", "every", "unit", "times"),
    CALENDAR("type", "start", "end", "minutes", "hours", "daysOfMonth", "months", "weekdays");

    private final List<String> fields;

    Kind(String... fields) {
      this.fields = List.of(fields);
    }
  }

  public RecurrenceRequest {
    minutes = minutes == null ? List.of() : List.copyOf(minutes);
    hours = hours == null ? List.of() : List.copyOf(hours);
    daysOfMonth = daysOfMonth == null ? List.of() : List.copyOf(daysOfMonth);
    months = months == null ? List.of() : List.copyOf(months);
    weekdays = weekdays == null ? List.of() : List.copyOf(weekdays);
  }

  public static RecurrenceRequest once(LocalDateTime at) {
    return new RecurrenceRequest(
        Kind.ONCE, at, null, null, null, null, null, null, null, null, null);
  }

  public static RecurrenceRequest simple(
      LocalDateTime start, LocalDateTime end, Integer every, IntervalUnit unit, Integer times) {
    return new RecurrenceRequest(
        Kind.SIMPLE, start, end, every, unit, times, null, null, null, null, null);
  }

  public static RecurrenceRequest of(Recurrence recurrence) {
    if (recurrence instanceof SimpleRecurrence simple) {
      return simple(simple.start(), simple.end(), simple.every(), simple.unit(), simple.times());
    }
    if (recurrence instanceof CalendarRecurrence calendar) {
      return new RecurrenceRequest(
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
    return once(((OnceRecurrence) recurrence).at());
  }

  /**
   * The recurrence, once each field for itself is valid.
   *
   * @throws ProblemException naming a field that its type has not, or needs
   */
  Recurrence recurrence() {
    given().keySet().stream()
        .filter(name -> !type.fields.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ProblemException(
                  ProblemCode.FIELD_UNKNOWN,
                  called(name),
                  type.fields.stream()
                      .map(RecurrenceRequest::called)
                      .collect(Collectors.joining(", ")));
            });
    return switch (type) {
      case ONCE -> new OnceRecurrence(needed("start", start));
      case SIMPLE ->
          new SimpleRecurrence(
              needed("start", start), needed("every", every), needed("unit", unit), end, times);
      case CALENDAR ->
          new CalendarRecurrence(minutes, hours, daysOfMonth, months, weekdays, start, end);
    };
  }

  /** What is said of fields that not every type has. */
  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("end", end);
    given.put("every", every);
    given.put("unit", unit);
    given.put("times", times);
    given.put("minutes", minutes);
    given.put("hours", hours);
    given.put("daysOfMonth", daysOfMonth);
    given.put("months", months);
    given.put("weekdays", weekdays);
    given.values().removeIf(value -> value == null || value.equals(List.of()));
    return given;
  }

  private static <T> T needed(String name, T value) {
    if (value == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, called(name));
    }
    return value;
  }

  private static String called(String name) {
    return "recurrence." + name;
  }
}
