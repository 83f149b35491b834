package org.otklik.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.otklik.launcher.RestClient;

/** A schedule, made and looked at through the REST API. */
final class ScheduleFixture {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RestClient rest;
  private final String id;

  private ScheduleFixture(RestClient rest, String id) {
    this.rest = rest;
    this.id = id;
  }

  /** Makes it. */
  static ScheduleFixture create(RestClient rest, String campaign, JsonObject order)
      throws IOException, InterruptedException {
    JsonObject made = rest.post("campaigns/" + campaign + "/schedules", order);
    return new ScheduleFixture(rest, made.getString("id"));
  }

  /** The same schedule through another client, such as one of a server started again. */
  ScheduleFixture through(RestClient other) {
    return new ScheduleFixture(other, id);
  }

  /** An order about a creative, due next year only; {@code more} replaces or adds fields. */
  static JsonObject order(String creative, Map<String, ?> more) {
    JsonObjectBuilder order =
        Json.createObjectBuilder()
            .add("name", "Weekly")
            .add("creative", creative)
            .add("locale", "en")
            .add("timeZone", "UTC")
            .add("recurrence", once(Instant.now().plus(Duration.ofDays(365))));
    more.forEach((name, value) -> order.add(name, json(value)));
    return order.build();
  }

  /** Due once. */
  static JsonObject once(Instant at) {
    return Json.createObjectBuilder().add("type", "ONCE").add("start", local(at)).build();
  }

  /** Due at the time and every hour after it. */
  static JsonObject hourly(Instant first) {
    return Json.createObjectBuilder()
        .add("type", "SIMPLE")
        .add("start", local(first))
        .add("every", 1)
        .add("unit", "HOURS")
        .build();
  }

  private static String local(Instant at) {
    return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC).toString();
  }

  private static JsonValue json(Object value) {
    if (value instanceof List<?> values) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      values.forEach(one -> array.add(json(one)));
      return array.build();
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer number) {
      return Json.createValue(number);
    }
    return value instanceof JsonValue made ? made : Json.createValue((String) value);
  }

  String id() {
    return id;
  }

  JsonObject view() throws IOException, InterruptedException {
    return rest.object("schedules/" + id);
  }

  /** Does {@code pause}, {@code resume} or {@code run-now}. */
  JsonObject ask(String what) throws IOException, InterruptedException {
    return rest.post("schedules/" + id + "/" + what, JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Newest first. */
  List<JsonObject> runs() throws IOException, InterruptedException {
    return rest.get("schedules/" + id + "/runs").asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  /** Runs it now and waits for the end. */
  JsonObject runNow() throws IOException, InterruptedException {
    String run = ask("run-now").getString("id");
    return await(runs -> runs.stream().anyMatch(one -> isEnded(one, run))).stream()
        .filter(one -> one.getString("id").equals(run))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isEnded(JsonObject run, String id) {
    return run.getString("id").equals(id) && !run.isNull("finishedAt");
  }

  /** Waits for the first run to end. */
  JsonObject firstRun() throws IOException, InterruptedException {
    return await(runs -> !runs.isEmpty() && !runs.get(runs.size() - 1).isNull("finishedAt")).get(0);
  }

  /** Waits until its runs are as wished. */
  List<JsonObject> await(Predicate<List<JsonObject>> wished)
      throws IOException, InterruptedException {
    try {
      return Awaitility.await().atMost(PATIENCE).until(this::runs, wished);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Not so in time: " + runs(), e);
    }
  }
}
