package org.otklik.web.schedule;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.web.schedule.RecurrenceView.Kind;

/** When a schedule is due, as the page's form has it; handed on in the words of the API. */
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
    RecurrenceView recurrence = schedule.recurrence();
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
   * Adds the fields of the plan; of what does not belong to the kind chosen, none.
   *
   * @throws ProblemException naming a field that is no list of numbers or dates
   */
  void addTo(JsonObjectBuilder json) {
    json.add("timeZone", timeZone == null ? "" : timeZone.strip());
    JsonObjectBuilder recurrence = Json.createObjectBuilder().add("type", kind.name());
    addText(recurrence, "start", start);
    if (kind != Kind.ONCE) {
      addText(recurrence, "end", end);
    }
    if (kind == Kind.SIMPLE) {
      addNumber(recurrence, "every", every);
      recurrence.add("unit", unit.name());
      addNumber(recurrence, "times", times);
    } else if (kind == Kind.CALENDAR) {
      addCalendar(recurrence);
    }
    json.add("recurrence", recurrence);
    json.add("excludedDates", array(ListText.dates("excludedDates", excludedDates)));
    json.add("excludeWeekends", excludeWeekends);
  }

  private void addCalendar(JsonObjectBuilder recurrence) {
    recurrence.add("hours", Json.createArrayBuilder(ListText.numbers("hours", hours)));
    recurrence.add("minutes", Json.createArrayBuilder(ListText.numbers("minutes", minutes)));
    List<String> chosen = List.of(months);
    recurrence.add(
        "months", Json.createArrayBuilder(chosen.stream().map(Integer::valueOf).toList()));
    if (days == Days.WEEKDAYS) {
      if (weekdays.length == 0) {
        throw new ProblemException(ProblemCode.FIELD_MISSING, "weekdays");
      }
      recurrence.add("weekdays", array(List.of(weekdays)));
    } else if (days == Days.DAYS_OF_MONTH) {
      List<Integer> numbers = ListText.numbers("daysOfMonth", daysOfMonth);
      if (numbers.isEmpty()) {
        throw new ProblemException(ProblemCode.FIELD_MISSING, "daysOfMonth");
      }
      recurrence.add("daysOfMonth", Json.createArrayBuilder(numbers));
    }
  }

  private static JsonArrayBuilder array(Collection<?> values) {
    return Json.createArrayBuilder(values.stream().map(String::valueOf).toList());
  }

  private static void addText(JsonObjectBuilder json, String name, String text) {
    if (text != null) {
      json.add(name, text);
    }
  }

  /**
   * @throws ProblemException when it is no whole number
   */
  static void addNumber(JsonObjectBuilder json, String name, String text) {
    if (text == null) {
      return;
    }
    try {
      json.add(name, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Fields.shortened(text), "1, 2, 3, …");
    }
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
