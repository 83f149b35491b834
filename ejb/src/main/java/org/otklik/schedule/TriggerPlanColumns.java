package org.otklik.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.otklik.schedule.recurrence.CalendarRecurrence;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.schedule.recurrence.OnceRecurrence;
import org.otklik.schedule.recurrence.Recurrence;
import org.otklik.schedule.recurrence.SimpleRecurrence;
import org.otklik.schedule.recurrence.TriggerTimes;

/** A fire plan as columns; those of other recurrences than its own are null. */
@Embeddable
class TriggerPlanColumns {
  private enum Kind {
    ONCE,
    SIMPLE,
    CALENDAR
  }

  @Enumerated(EnumType.STRING)
  private Kind recurrence;

  private String timeZone;

  private LocalDateTime startsAt;

  private LocalDateTime endsAt;

  private Integer every;

  @Enumerated(EnumType.STRING)
  private IntervalUnit unit;

  private Integer times;
  private List<Integer> minutes;
  private List<Integer> hours;

  private List<Integer> daysOfMonth;

  private List<Integer> months;

  @Enumerated(EnumType.STRING)
  private List<DayOfWeek> weekdays;

  private List<LocalDate> excludedDates;

  @Column(name = "is_weekend_excluded")
  private boolean excludesWeekends;

  protected TriggerPlanColumns() {}

  TriggerPlanColumns(TriggerTimes plan) {
    timeZone = plan.zone().getId();
    excludedDates = plan.excludedDates().stream().sorted().toList();
    excludesWeekends = plan.excludesWeekends();
    if (plan.recurrence() instanceof OnceRecurrence once) {
      recurrence = Kind.ONCE;
      startsAt = once.at();
    } else if (plan.recurrence() instanceof SimpleRecurrence simple) {
      set(simple);
    } else if (plan.recurrence() instanceof CalendarRecurrence calendar) {
      set(calendar);
    }
  }

  private void set(SimpleRecurrence simple) {
    recurrence = Kind.SIMPLE;
    startsAt = simple.start();
    endsAt = simple.end();
    every = simple.every();
    unit = simple.unit();
    times = simple.times();
  }

  private void set(CalendarRecurrence calendar) {
    recurrence = Kind.CALENDAR;
    startsAt = calendar.start();
    endsAt = calendar.end();
    minutes = calendar.minutes();
    hours = calendar.hours();
    daysOfMonth = calendar.daysOfMonth();
    months = calendar.months();
    weekdays = calendar.weekdays();
  }

  TriggerTimes plan() {
    return new TriggerTimes(
        recurrence(), ZoneId.of(timeZone), Set.copyOf(excludedDates), excludesWeekends);
  }

  private Recurrence recurrence() {
    return switch (recurrence) {
      case ONCE -> new OnceRecurrence(startsAt);
      case SIMPLE -> new SimpleRecurrence(startsAt, every, unit, endsAt, times);
      case CALENDAR ->
          new CalendarRecurrence(minutes, hours, daysOfMonth, months, weekdays, startsAt, endsAt);
    };
  }
}
