package org.otklik.web.schedule;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.schedule.RecurrenceRequest;
import org.otklik.schedule.RecurrenceRequest.Kind;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.web.portal.FormText;

/** When a schedule is due, as the page's form has it. */
public class PlanForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** On which days a calendar recurrence is due. */
  public enum Days {
    EVERY_DAY,
    WEEKDAYS,
    DAYS_OF_MONTH
  }

  private String timeZone = ZoneId.systemDefault().getId();
  private Kind kind = Kind.CALENDAR;
  private String start;
  private String end;
  private String every = "1";
  private IntervalUnit unit = IntervalUnit.WEEKS;
  private String times;
  private String hours = "9";
  private String minutes = "0";
  private Days days = Days.WEEKDAYS;
  private DayOfWeek[] weekdays = {DayOfWeek.MONDAY};
  private String daysOfMonth;
  private String[] months = {};
  private String excludedDates;
  private boolean excludeWeekends;

  static PlanForm of(ScheduleView schedule) {
    PlanForm form = new PlanForm();
    RecurrenceRequest recurrence = schedule.recurrence();
    form.timeZone = schedule.timeZone();
    form.kind = recurrence.type();
    form.start = text(recurrence.start());
    form.end = text(recurrence.end());
    form.every = recurrence.every() == null ? form.every : recurrence.every().toString();
    form.unit = recurrence.unit() == null ? form.unit : recurrence.unit();
    form.times = recurrence.times() == null ? null : recurrence.times().toString();
    if (form.kind == Kind.CALENDAR) {
      form.hours = joined(recurrence.hours());
      form.minutes = joined(recurrence.minutes());
      form.daysOfMonth = joined(recurrence.daysOfMonth());
      form.weekdays = recurrence.weekdays().toArray(DayOfWeek[]::new);
      form.months = recurrence.months().stream().map(String::valueOf).toArray(String[]::new);
      form.days =
          !recurrence.weekdays().isEmpty()
              ? Days.WEEKDAYS
              : recurrence.daysOfMonth().isEmpty() ? Days.EVERY_DAY : Days.DAYS_OF_MONTH;
    }
    form.excludedDates =
        schedule.excludedDates().stream()
            .map(LocalDate::toString)
            .collect(Collectors.joining("\n"));
    form.excludeWeekends = schedule.excludeWeekends();
    return form;
  }

  private static String text(LocalDateTime time) {
    return time == null ? null : time.toString();
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * When it recurs; of what does not belong to the kind chosen, nothing.
   *
   * @throws ProblemException naming a field that is no number, time or list of numbers
   */
  RecurrenceRequest recurrence() {
    LocalDateTime first = FormText.time("start", start);
    if (kind == Kind.ONCE) {
      return RecurrenceRequest.once(first);
    }
    LocalDateTime last = FormText.time("end", end);
    return kind == Kind.SIMPLE
        ? RecurrenceRequest.simple(
            first,
            last,
            FormText.wholeNumber("every", every),
            unit,
            FormText.wholeNumber("times", times))
        : calendar(first, last);
  }

  private RecurrenceRequest calendar(LocalDateTime first, LocalDateTime last) {
    List<DayOfWeek> chosenWeekdays = days == Days.WEEKDAYS ? List.of(weekdays) : List.of();
    List<Integer> chosenDays =
        days == Days.DAYS_OF_MONTH ? ListText.numbers("daysOfMonth", daysOfMonth) : List.of();
    if (days == Days.WEEKDAYS && chosenWeekdays.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "weekdays");
    }
    if (days == Days.DAYS_OF_MONTH && chosenDays.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "daysOfMonth");
    }
    return new RecurrenceRequest(
        Kind.CALENDAR,
        first,
        last,
        null,
        null,
        null,
        ListText.numbers("minutes", minutes),
        ListText.numbers("hours", hours),
        chosenDays,
        Arrays.stream(months).map(Integer::valueOf).toList(),
        chosenWeekdays);
  }

  /** Empty, and so refused, where none is filled in. */
  String zone() {
    return timeZone == null ? "" : timeZone.strip();
  }

  /**
   * The dates on which it is not due.
   *
   * @throws ProblemException naming what is no date
   */
  List<LocalDate> exceptions() {
    return ListText.dates("excludedDates", excludedDates);
  }

  public Kind[] getKinds() {
    return Kind.values();
  }

  public IntervalUnit[] getUnits() {
    return IntervalUnit.values();
  }

  public Days[] getDayChoices() {
    return Days.values();
  }

  public DayOfWeek[] getAllWeekdays() {
    return DayOfWeek.values();
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public Kind getKind() {
    return kind;
  }

  public void setKind(Kind kind) {
    this.kind = kind;
  }

  public String getStart() {
    return start;
  }

  public void setStart(String start) {
    this.start = start;
  }

  public String getEnd() {
    return end;
  }

  public void setEnd(String end) {
    this.end = end;
  }

  public String getEvery() {
    return every;
  }

  public void setEvery(String every) {
    this.every = every;
  }

  public IntervalUnit getUnit() {
    return unit;
  }

  public void setUnit(IntervalUnit unit) {
    this.unit = unit;
  }

  public String getTimes() {
    return times;
  }

  public void setTimes(String times) {
    this.times = times;
  }

  public String getHours() {
    return hours;
  }

  public void setHours(String hours) {
    this.hours = hours;
  }

  public String getMinutes() {
    return minutes;
  }

  public void setMinutes(String minutes) {
    this.minutes = minutes;
  }

  public Days getDays() {
    return days;
  }

  public void setDays(Days days) {
    this.days = days;
  }

  public DayOfWeek[] getWeekdays() {
    return weekdays.clone();
  }

  public void setWeekdays(DayOfWeek[] weekdays) {
    this.weekdays = weekdays == null ? new DayOfWeek[0] : weekdays.clone();
  }

  public String getDaysOfMonth() {
    return daysOfMonth;
  }

  public void setDaysOfMonth(String daysOfMonth) {
    this.daysOfMonth = daysOfMonth;
  }

  public String[] getMonths() {
    return months.clone();
  }

  public void setMonths(String[] months) {
    this.months = months == null ? new String[0] : months.clone();
  }

  public String getExcludedDates() {
    return excludedDates;
  }

  public void setExcludedDates(String excludedDates) {
    this.excludedDates = excludedDates;
  }

  public boolean isExcludeWeekends() {
    return excludeWeekends;
  }

  public void setExcludeWeekends(boolean excludeWeekends) {
    this.excludeWeekends = excludeWeekends;
  }
}
