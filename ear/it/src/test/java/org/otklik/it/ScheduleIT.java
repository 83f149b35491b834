package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.launcher.RestClient;

/** Schedules over REST. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScheduleIT {

  private static CampaignFixture campaign;

  private final RestClient administrator = TestGround.administrator();

  @BeforeEach
  void provideViewers() throws IOException, InterruptedException, SQLException {
    if (campaign == null) {
      campaign = CampaignFixture.create(administrator, "Scheduled", DemoVideoFixture.ad());
      ViewersFixture.shared().add(campaign.creativeId(), 6);
      ViewersFixture.shared().summarise(campaign.creativeId());
      campaign.settled();
    }
  }

  @Test
  void withoutRecipientsTheReportsAreOnlyKept() throws IOException, InterruptedException {
    JsonObject run = schedule(Map.of("formats", List.of("PDF"), "keepDays", 1)).runNow();
    assertEquals("COMPLETED", run.getString("state"), run.toString());
    assertTrue(run.isNull("mailedAt"));
    String report = run.getJsonArray("reports").getJsonObject(0).getString("id");
    assertFalse(administrator.object("reports/" + report).isNull("keptUntil"));
  }

  @Test
  void planIsShownOverAClockChange() throws IOException, InterruptedException {
    JsonObject daily =
        Json.createObjectBuilder()
            .add("type", "CALENDAR")
            .add("hours", Json.createArrayBuilder().add(2))
            .add("minutes", Json.createArrayBuilder().add(30))
            .add("start", "2031-03-28T00:00")
            .build();
    ScheduleFixture schedule =
        schedule(
            Map.of(
                "recurrence",
                daily,
                "timeZone",
                "Europe/Berlin",
                "excludedDates",
                List.of("2031-03-31")));
    assertEquals(
        "[\"2031-03-28T01:30:00Z\",\"2031-03-29T01:30:00Z\",\"2031-03-30T01:00:00Z\","
            + "\"2031-04-01T00:30:00Z\"]",
        administrator.get("schedules/" + schedule.id() + "/trigger-times?count=4").toString());
    assertEquals("2031-03-28T01:30:00Z", schedule.view().getString("nextTriggerAt"));
    JsonObject recurrence = schedule.view().getJsonObject("recurrence");
    assertEquals(List.of(2), ints(recurrence, "hours"));
    assertEquals("2031-03-28T00:00:00", recurrence.getString("start"));
  }

  @Test
  void changeReplacesThePlanAndLeavesTheOwner() throws IOException, InterruptedException {
    ScheduleFixture schedule = schedule(Map.of("to", List.of("to@example.com")));
    RestClient analyst = UserFixture.of("ANALYST").rest();
    JsonObject order =
        ScheduleFixture.order(campaign.creativeId(), Map.of("name", "Other", "locale", "ru"));
    HttpResponse<String> changed =
        analyst.send("PUT", "schedules/" + schedule.id(), order.toString());
    assertEquals(200, changed.statusCode(), changed.body());
    JsonObject view = schedule.view();
    assertEquals("Other", view.getString("name"));
    assertEquals("ru", view.getString("locale"));
    assertEquals(0, view.getJsonArray("to").size());
    assertEquals("demo", view.getString("owner"));
  }

  @Test
  void readerSeesAndChangesNothingAndStrangerSeesNothing()
      throws IOException, InterruptedException {
    ScheduleFixture schedule = schedule(Map.of());
    String address = "schedules/" + schedule.id();
    String ofCampaign = "campaigns/" + campaign.campaignId() + "/schedules";
    String order = ScheduleFixture.order(campaign.creativeId(), Map.of()).toString();
    RestClient reader = UserFixture.of("READER").rest();
    RestClient stranger = UserFixture.stranger().rest();
    assertEquals(200, reader.send("GET", address, "").statusCode());
    assertTrue(reader.get(ofCampaign).asJsonArray().size() > 0);
    for (String path : List.of("", "/runs", "/trigger-times")) {
      assertEquals(404, stranger.send("GET", address + path, "").statusCode());
    }
    assertEquals(404, stranger.send("GET", ofCampaign, "").statusCode());
    assertEquals(404, stranger.send("POST", ofCampaign, order).statusCode());
    assertEquals(403, reader.send("POST", ofCampaign, order).statusCode());
    for (String path : List.of("/pause", "/resume", "/run-now")) {
      assertEquals(403, reader.send("POST", address + path, "").statusCode());
      assertEquals(404, stranger.send("POST", address + path, "").statusCode());
    }
    assertEquals(403, reader.send("PUT", address, order).statusCode());
    assertEquals(404, stranger.send("PUT", address, order).statusCode());
    assertEquals(403, reader.send("DELETE", address, "").statusCode());
    assertEquals(404, stranger.send("DELETE", address, "").statusCode());
    assertEquals(List.of(), schedule.runs());
  }

  @Test
  void creativeOfAnotherCampaignIsRefused() throws IOException, InterruptedException {
    String other = CampaignFixture.campaign(administrator, "Another");
    RestClient.RefusedException refused =
        assertThrows(
            RestClient.RefusedException.class,
            () ->
                ScheduleFixture.create(
                    administrator, other, ScheduleFixture.order(campaign.creativeId(), Map.of())));
    assertEquals("CREATIVE_UNKNOWN", refused.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      name | "" | name
      to | ["a@b", "not an address"] | not an address
      bcc | ["a@b\\r\\nTo: c@d"] | bcc
      subject | "Hello\\r\\nBcc: c@d" | subject
      fileName | "{creatve}" | {creatve}
      formats | ["DOC"] | DOC
      timeZone | "Moscow" | Moscow
      keepDays | 0 | keepDays
      excludedDates | ["31.12.2026"] | 31.12.2026
      missed | "ALWAYS" | RUN_ONCE, SKIP
      recurrence | {"type": "ONCE"} | recurrence.start
      recurrence | {"type": "ONCE", "start": "2020-01-01T00:00"} | SCHEDULE_NEVER_RUNS
      recurrence | {"type": "ONCE", "start": "2031-01-01T00:00", "every": 2} | recurrence.every
      recurrence | {"type": "SIMPLE", "start": "2031-01-01T00:00", "every": 0, "unit": "DAYS"} | recurrence.every
      recurrence | {"type": "SIMPLE", "start": "9999-01-01T00:00", "every": 1, "unit": "DAYS"} | 9999
      recurrence | {"type": "CALENDAR", "hours": [9]} | recurrence.minutes
      recurrence | {"type": "CALENDAR", "hours": [24], "minutes": [0]} | recurrence.hours
      recurrence | {"type": "CALENDAR", "hours": [9], "minutes": [0], "daysOfMonth": [31], "months": [2]} | SCHEDULE_NEVER_RUNS
      recurrence | {"type": "YEARLY"} | ONCE, SIMPLE, CALENDAR
      recurrence | "daily" | object
      compared | {"first": {}, "second": {}} | compared
      colour | "red" | colour
      """)
  void whatCannotBeIsRefusedByName(String field, String value, String told)
      throws IOException, InterruptedException {
    JsonObject order = ScheduleFixture.order(campaign.creativeId(), Map.of(field, json(value)));
    String address = "campaigns/" + campaign.campaignId() + "/schedules";
    HttpResponse<String> answer = administrator.send("POST", address, order.toString());
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(told), answer.body());
  }

  private static JsonValue json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader("[" + text + "]"))) {
      return reader.readArray().get(0);
    }
  }

  private static List<Integer> ints(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonNumber::intValue);
  }

  private ScheduleFixture schedule(Map<String, ?> more) throws IOException, InterruptedException {
    return ScheduleFixture.create(
        administrator, campaign.campaignId(), ScheduleFixture.order(campaign.creativeId(), more));
  }
}
