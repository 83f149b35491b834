package org.otklik.web.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemException;
import org.otklik.web.schedule.RecurrenceView.Kind;

class PlanFormTest {
  private final PlanForm form = new PlanForm();

  @Test
  void beginsWithEveryMondayAtNine() {
    form.setTimeZone("UTC");
    assertEquals(
        json(
            """
            {"timeZone": "UTC", "excludedDates": [], "excludeWeekends": false, "recurrence":
              {"type": "CALENDAR", "hours": [9], "minutes": [0], "months": [], "weekdays": ["MONDAY"]}}
            """),
        written());
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
    form.setExcludeWeekends(true);
    assertEquals(
        json(
            """
            {"timeZone": "Europe/Moscow", "excludedDates": ["2026-12-31"], "excludeWeekends": true,
             "recurrence": {"type": "SIMPLE", "start": "2026-12-01T09:30", "every": 2, "unit": "WEEKS", "times": 5}}
            """),
        written());
  }

  @Test
  void refusesDaysThatAreAskedForAndNotChosen() {
    form.setWeekdays(new DayOfWeek[0]);
    assertThrows(ProblemException.class, this::written);
    form.setDays(PlanForm.Days.DAYS_OF_MONTH);
    assertThrows(ProblemException.class, this::written);
    form.setDaysOfMonth("1, 15");
    assertEquals(
        json("[1, 15]"), written().getJsonObject("recurrence").getJsonArray("daysOfMonth"));
  }

  @Test
  void refusesNumbersThatAreNone() {
    form.setKind(Kind.SIMPLE);
    form.setEvery("two");
    assertThrows(ProblemException.class, this::written);
  }

  private JsonObject written() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    form.addTo(json);
    return json.build();
  }

  private static Object json(String text) {
    return Json.createReader(new StringReader(text)).read();
  }
}
