package org.otklik.schedule.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.problem.ProblemException;

class TriggerTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final List<Integer> ANY = List.of();
  private static final List<DayOfWeek> ANY_DAY = List.of();

  /** Daily at a time, over the night in which clocks change; the instants of three days. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      # forward: left-out times mean the first instant after the gap, here 03:00 summer time
      Europe/Berlin,     2026-03-28T02:30, 2026-03-28T01:30Z, 2026-03-29T01:00Z, 2026-03-30T00:30Z
      Europe/Berlin,     2026-03-28T02:00, 2026-03-28T01:00Z, 2026-03-29T01:00Z, 2026-03-30T00:00Z
      Europe/Berlin,     2026-03-28T03:00, 2026-03-28T02:00Z, 2026-03-29T01:00Z, 2026-03-30T01:00Z
      America/New_York,  2026-03-07T02:15, 2026-03-07T07:15Z, 2026-03-08T07:00Z, 2026-03-09T06:15Z
      # the gap is at midnight: the day begins at 01:00
      Africa/Cairo,      2026-04-23T00:00, 2026-04-22T22:00Z, 2026-04-23T22:00Z, 2026-04-24T21:00Z
      Africa/Cairo,      2026-04-23T00:45, 2026-04-22T22:45Z, 2026-04-23T22:00Z, 2026-04-24T21:45Z
      America/Sao_Paulo, 2018-11-03T00:30, 2018-11-03T03:30Z, 2018-11-04T03:00Z, 2018-11-05T02:30Z
      # back: of a time that comes twice, the earlier one
      Europe/Berlin,     2026-10-24T02:30, 2026-10-24T00:30Z, 2026-10-25T00:30Z, 2026-10-26T01:30Z
      America/New_York,  2026-10-31T01:30, 2026-10-31T05:30Z, 2026-11-01T05:30Z, 2026-11-02T06:30Z
      # a zone without changes, and one whose change is half an hour
      Europe/Moscow,     2026-03-28T02:30, 2026-03-27T23:30Z, 2026-03-28T23:30Z, 2026-03-29T23:30Z
      Australia/Lord_Howe, 2026-10-03T02:10, 2026-10-02T15:40Z, 2026-10-03T15:30Z, 2026-10-04T15:10Z
      # a day that was left out as a whole: it means the beginning of the next
      Pacific/Apia,      2011-12-29T12:00, 2011-12-29T22:00Z, 2011-12-30T10:00Z, 2011-12-30T22:00Z
      """)
  void dailyTimeKeepsItsLocalTimeOverClockChanges(
      ZoneId zone,
      LocalDateTime start,
      OffsetDateTime first,
      OffsetDateTime second,
      OffsetDateTime third) {
    Instant before = first.toInstant().minusSeconds(1);
    List<Instant> expected = List.of(first.toInstant(), second.toInstant(), third.toInstant());
    assertEquals(expected, plan(simple(start, 1, IntervalUnit.DAYS), zone).next(before, 3));
    CalendarRecurrence calendar =
        new CalendarRecurrence(
            List.of(start.getMinute()), List.of(start.getHour()), ANY, ANY, ANY_DAY, null, null);
    assertEquals(expected, plan(calendar, zone).next(before, 3));
  }

  @Test
  void weeklyTimeKeepsItsLocalTime() {
    TriggerTimes plan = plan(simple(at("2026-03-22T09:00"), 1, IntervalUnit.WEEKS), BERLIN);
    assertEquals(
        instants("2026-03-22T08:00Z", "2026-03-29T07:00Z", "2026-04-05T07:00Z"),
        plan.next(Instant.parse("2026-03-22T00:00:00Z"), 3));
  }

  @Test
  void hoursAreElapsedTimeOverAClockChange() {
    TriggerTimes plan = plan(simple(at("2026-10-25T01:00"), 1, IntervalUnit.HOURS), BERLIN);
    assertEquals(
        instants(
            "2026-10-24T23:00Z", "2026-10-25T00:00Z", "2026-10-25T01:00Z", "2026-10-25T02:00Z"),
        plan.next(Instant.parse("2026-10-24T22:59:59Z"), 4));
  }

  @Test
  void calendarEveryQuarterOfAnHourFiresOnceOfWhatTheGapTakesAndOfWhatComesTwice() {
    CalendarRecurrence quarters =
        new CalendarRecurrence(
            List.of(0, 15, 30, 45), List.of(1, 2, 3), ANY, ANY, ANY_DAY, null, null);
    assertEquals(
        8, onDay(plan(quarters, BERLIN), "2026-03-29").size(), "1:00 … 1:45 and 3:00 … 3:45");
    assertEquals(12, onDay(plan(quarters, BERLIN), "2026-10-25").size(), "none twice");
  }

  @Test
  void onceIsOnce() {
    TriggerTimes plan = plan(new OnceRecurrence(at("2026-12-01T09:00")), MOSCOW);
    Instant time = Instant.parse("2026-12-01T06:00:00Z");
    assertEquals(Optional.of(time), plan.next(time.minusNanos(1)));
    assertEquals(Optional.empty(), plan.next(time));
  }

  @Test
  void simpleEndsAfterItsTimesOrAtItsEnd() {
    LocalDateTime start = at("2026-12-01T09:00");
    TriggerTimes three = plan(new SimpleRecurrence(start, 2, IntervalUnit.DAYS, null, 3), MOSCOW);
    List<Instant> fires = instants("2026-12-01T06:00Z", "2026-12-03T06:00Z", "2026-12-05T06:00Z");
    assertEquals(fires, three.next(Instant.EPOCH, 10));
    TriggerTimes until =
        plan(
            new SimpleRecurrence(start, 2, IntervalUnit.DAYS, at("2026-12-05T09:00"), null),
            MOSCOW);
    assertEquals(fires, until.next(Instant.EPOCH, 10), "the end belongs to it");
  }

  @Test
  void calendarKeepsToItsDaysMonthsStartAndEnd() {
    CalendarRecurrence quarterly =
        new CalendarRecurrence(
            List.of(30),
            List.of(8),
            List.of(31, 1),
            List.of(1, 4),
            ANY_DAY,
            at("2027-01-01T08:31"),
            at("2027-12-31T00:00"));
    assertEquals(
        instants("2027-01-31T05:30Z", "2027-04-01T05:30Z"),
        plan(quarterly, MOSCOW).next(Instant.parse("2026-11-21T00:00:00Z"), 10),
        "the start is a minute too late for 1 January, and April has no 31st");
  }

  @Test
  void leapDayIsFoundAcrossTheYearThatHasNone() {
    CalendarRecurrence leapDay =
        new CalendarRecurrence(
            List.of(0), List.of(0), List.of(29), List.of(2), ANY_DAY, null, null);
    assertEquals(
        Optional.of(Instant.parse("2104-02-29T00:00:00Z")),
        plan(leapDay, ZoneId.of("UTC")).next(Instant.parse("2096-03-01T00:00:00Z")));
  }

  @Test
  void excludedDaysAndWeekendsAreLeftOut() {
    TriggerTimes plan =
        new TriggerTimes(
            simple(at("2026-12-30T09:00"), 1, IntervalUnit.DAYS),
            MOSCOW,
            Set.of(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-01")),
            true);
    assertEquals(instants("2026-12-30T06:00Z", "2027-01-04T06:00Z"), plan.next(Instant.EPOCH, 2));
  }

  @Test
  void planWithNothingButExcludedDaysIsOver() {
    CalendarRecurrence saturdays =
        new CalendarRecurrence(
            List.of(0), List.of(9), ANY, ANY, List.of(DayOfWeek.SATURDAY), null, null);
    TriggerTimes plan = new TriggerTimes(saturdays, MOSCOW, Set.of(), true);
    assertEquals(Optional.empty(), plan.next(Instant.parse("2026-11-21T00:00:00Z")));
  }

  @Test
  void thirtyFirstOfFebruaryNeverComes() {
    CalendarRecurrence never =
        new CalendarRecurrence(
            List.of(0), List.of(9), List.of(31), List.of(2), ANY_DAY, null, null);
    assertEquals(Optional.empty(), plan(never, MOSCOW).next(Instant.EPOCH));
  }

  /** What holds for any plan, over plans and times drawn with a fixed seed. */
  @Test
  void nextIsTheEarliestTimeAfterTheGivenOneAndNeverExcluded() {
    Random random = new Random(11);
    List<ZoneId> zones =
        List.of(BERLIN, MOSCOW, ZoneId.of("America/New_York"), ZoneId.of("Africa/Cairo"));
    for (int i = 0; i < 400; i++) {
      ZoneId zone = zones.get(random.nextInt(zones.size()));
      LocalDate excluded = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      TriggerTimes plan =
          new TriggerTimes(recurrence(random), zone, Set.of(excluded), random.nextBoolean());
      Instant after =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 24 * 3600));
      List<Instant> fires = plan.next(after, 20);
      Instant previous = after;
      for (Instant fire : fires) {
        assertTrue(fire.isAfter(previous), plan + " after " + previous);
        LocalDate day = LocalDate.ofInstant(fire, zone);
        assertTrue(!day.equals(excluded), plan + " on " + day);
        assertTrue(
            !plan.excludesWeekends() || day.getDayOfWeek().getValue() <= 5, plan + " on " + day);
        Instant between = previous.plusMillis((fire.toEpochMilli() - previous.toEpochMilli()) / 2);
        assertEquals(Optional.of(fire), plan.next(between), plan + " from between");
        previous = fire;
      }
      assertTrue(fires.size() == 20 || plan.next(previous).isEmpty(), plan + " went on");
    }
  }

  @Test
  void daysOfMonthAndOfWeekTogetherAreRefused() {
    assertThrows(
        ProblemException.class,
        () ->
            new CalendarRecurrence(
                List.of(0), List.of(9), List.of(1), ANY, List.of(DayOfWeek.MONDAY), null, null));
  }

  @ParameterizedTest
  @CsvSource({"1999-12-31T00:00", "2100-01-01T00:00", "+999999999-12-31T23:59"})
  void yearsInWhichArithmeticOverflowsAreRefused(LocalDateTime start) {
    assertThrows(
        ProblemException.class,
        () -> new SimpleRecurrence(start, 1000, IntervalUnit.WEEKS, null, null));
  }

  private static Recurrence recurrence(Random random) {
    LocalDateTime start =
        LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(200 * 24 * 60));
    if (random.nextBoolean()) {
      return new SimpleRecurrence(
          start,
          1 + random.nextInt(50),
          IntervalUnit.values()[random.nextInt(IntervalUnit.values().length)],
          random.nextBoolean() ? start.plusDays(random.nextInt(100)) : null,
          random.nextBoolean() ? 1 + random.nextInt(100) : null);
    }
    return new CalendarRecurrence(
        List.of(random.nextInt(60), random.nextInt(60)),
        List.of(random.nextInt(24), random.nextInt(4)),
        random.nextBoolean() ? List.of(1 + random.nextInt(28)) : ANY,
        random.nextBoolean() ? List.of(1 + random.nextInt(12)) : ANY,
        ANY_DAY,
        random.nextBoolean() ? start : null,
        null);
  }

  private static List<Instant> onDay(TriggerTimes plan, String day) {
    LocalDate date = LocalDate.parse(day);
    Instant end = date.plusDays(1).atStartOfDay(plan.zone()).toInstant();
    List<Instant> fires = new ArrayList<>();
    Instant from = date.atStartOfDay(plan.zone()).toInstant().minusNanos(1);
    for (Optional<Instant> fire = plan.next(from);
        fire.isPresent() && fire.get().isBefore(end);
        fire = plan.next(fire.get())) {
      fires.add(fire.get());
    }
    return fires;
  }

  private static SimpleRecurrence simple(LocalDateTime start, int every, IntervalUnit unit) {
    return new SimpleRecurrence(start, every, unit, null, null);
  }

  private static TriggerTimes plan(Recurrence recurrence, ZoneId zone) {
    return new TriggerTimes(recurrence, zone, Set.of(), false);
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }

  private static List<Instant> instants(String... texts) {
    return Arrays.stream(texts).map(text -> OffsetDateTime.parse(text).toInstant()).toList();
  }
}
