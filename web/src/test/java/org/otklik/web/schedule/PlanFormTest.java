package org.otklik.web.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemException;
import org.otklik.schedule.RecurrenceRequest;
import org.otklik.schedule.RecurrenceRequest.Kind;
import org.otklik.schedule.recurrence.IntervalUnit;

class PlanFormTest {
  private final PlanForm form = new PlanForm();

  @Test
  void beginsWithEveryMondayAtNine() {
    assertEquals(
        new RecurrenceRequest(
            Kind.CALENDAR,
            null,
            null,
            null,
            null,
            null,
            List.of(0),
            List.of(9),
            List.of(),
            List.of(),
            List.of(DayOfWeek.MONDAY)),
        form.recurrence());
    assertEquals(List.of(), form.exceptions());
  }

  @Test
  void saysOnlyWhatBelongsToTheKindChosen() {
    form.setTimeZone(" Europe/Moscow ");
    form.setKind(Kind.SIMPLE);
    form.setStart("2026-12-01T09:30");
    form.setEvery("2");
    form.setTimes("5");
    form.setHours("nonsense that is hidden");
    form.setExcludedDates("31.12.2026");
    assertEquals(
        RecurrenceRequest.simple(
            LocalDateTime.of(2026, 12, 1, 9, 30), null, 2, IntervalUnit.WEEKS, 5),
        form.recurrence());
    assertEquals("Europe/Moscow", form.zone());
    assertEquals(List.of(LocalDate.of(2026, 12, 31)), form.exceptions());
  }

  @Test
  void refusesDaysThatAreAskedForAndNotChosen() {
    form.setWeekdays(new DayOfWeek[0]);
    assertThrows(ProblemException.class, form::recurrence);
    form.setDays(PlanForm.Days.DAYS_OF_MONTH);
    assertThrows(ProblemException.class, form::recurrence);
    form.setDaysOfMonth("1, 15");
    assertEquals(List.of(1, 15), form.recurrence().daysOfMonth());
  }

  @Test
  void refusesNumbersAndTimesThatAreNone() {
    form.setKind(Kind.SIMPLE);
    form.setEvery("two");
    assertThrows(ProblemException.class, form::recurrence);
    form.setEvery("2");
    form.setStart("tomorrow");
    assertThrows(ProblemException.class, form::recurrence);
  }
}
