package org.otklik.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.database.DatabaseRole;
import org.otklik.it.AccessMatrixTable.Who;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;

/** A client's things, and users of each sort. */
final class AccessMatrixFixture {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z ]+)}");

  /** Nothing is analysed here, of which a report could be made. */
  private static final String REPORT =
      """
      insert into core.report (
          public_id, kind, campaign_id, locale, format, time_zone, requested_by)
      select gen_random_uuid(), 'CAMPAIGN', campaign.id, 'en', 'PDF', 'UTC', created_by
      from core.campaign where public_id = ?::uuid
      returning public_id
      """;

  private final RestClient rest = TestGround.administrator();
  private final Map<String, String> things = new LinkedHashMap<>();
  private final Map<Who, String> logins = new LinkedHashMap<>();

  static AccessMatrixFixture create() throws IOException, InterruptedException, SQLException {
    AccessMatrixFixture fixture = new AccessMatrixFixture();
    fixture.makeUsers();
    fixture.makeThings();
    return fixture;
  }

  private void makeUsers() throws IOException, InterruptedException, SQLException {
    logins.put(Who.OTHER, UserFixture.stranger().login());
    logins.put(Who.READER, UserFixture.of("READER").login());
    logins.put(Who.ANALYST, UserFixture.of("ANALYST").login());
    logins.put(Who.ADMINISTRATOR, UserFixture.of("ADMINISTRATOR").login());
    things.put("login", UserFixture.of("READER").login());
  }

  private void makeThings() throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign = CampaignFixture.create(rest, "Matrix", DemoVideoFixture.ad());
    things.put("creative", campaign.creativeId());
    things.put("campaign", rest.object("creatives/" + campaign.creativeId()).getString("campaign"));
    things.put("recording", campaign.record("v1", DemoVideoFixture.ad()));
    things.put("viewer", "v1");
    things.put("schedule order", scheduleOrder().toString());
    things.put("schedule", made("schedule"));
    JsonObject study =
        StudyFixture.request(List.of(campaign.creativeId()), Json.createObjectBuilder());
    things.put("study order", study.toString());
    things.put(
        "study",
        rest.post("campaigns/" + things.get("campaign") + "/studies", study).getString("id"));
    JsonObject showing = showingOrder(campaign.creativeId());
    things.put("showing order", showing.toString());
    things.put(
        "showing",
        rest.post("campaigns/" + things.get("campaign") + "/showings", showing).getString("id"));
    things.put("images", made("images"));
    things.put("report", made("report"));
    things.put("mark", made("mark"));
    things.put("comment", made("comment"));
    things.put("trailer order", trailerOrder().toString());
    things.put("trailer", made("trailer"));
    things.put(
        "trailer video",
        rest.post("trailers/" + things.get("trailer") + "/videos", JsonValue.EMPTY_JSON_OBJECT)
            .getString("id"));
    things.put("format", "EDL");
    things.put("unknown", UUID.randomUUID().toString());
    JsonObject settings = rest.object("campaigns/" + things.get("campaign") + "/settings");
    things.put(
        "settings",
        Json.createObjectBuilder()
            .add("version", settings.getInt("version"))
            .add("settings", settings.getJsonObject("settings"))
            .build()
            .toString());
  }

  private static JsonObject showingOrder(String creative) {
    return Json.createObjectBuilder()
        .add("name", "Showing")
        .add("creative", creative)
        .add("consentEn", "Your face is looked at.")
        .add("consentRu", "Программа смотрит на ваше лицо.")
        .build();
  }

  String login(Who who) {
    return logins.get(who);
  }

  String thing(String name) {
    return things.get(name);
  }

  /** The text with every place filled; {@code {new …}} with a thing made now. */
  String filled(String text) throws IOException, InterruptedException, SQLException {
    if (text == null) {
      return null;
    }
    StringBuilder filled = new StringBuilder();
    int end = 0;
    for (MatchResult place : PLACE.matcher(text).results().toList()) {
      String name = place.group(1);
      String thing =
          name.startsWith("new ") ? made(name.substring("new ".length())) : things.get(name);
      filled.append(text, end, place.start()).append(thing);
      end = place.end();
    }
    return filled.append(text.substring(end)).toString();
  }

  private String made(String what) throws IOException, InterruptedException, SQLException {
    return switch (what) {
      case "report" ->
          Sql.rows(TestGround.database(), DatabaseRole.OWNER, REPORT, things.get("campaign"))
              .get(0);
      case "schedule" -> ScheduleFixture.create(rest, things.get("campaign"), scheduleOrder()).id();
      case "images" -> images();
      case "recording" -> recording();
      case "mark" -> added("marks", "lane", "BRAND");
      case "comment" -> added("comments", "text", "Said");
      case "trailer" ->
          rest.post("creatives/" + things.get("creative") + "/trailers", trailerOrder())
              .getString("id");
      case "campaign" -> CampaignFixture.campaign(rest, "Deleted");
      case "creative" ->
          rest.upload(
                  "campaigns/" + things.get("campaign") + "/creatives?name=Deleted",
                  DemoVideoFixture.ad())
              .getString("id");
      case "binned" -> binned();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private String added(String what, String field, String value)
      throws IOException, InterruptedException {
    JsonObjectBuilder sent = Json.createObjectBuilder().add(field, value);
    if (what.equals("marks")) {
      sent.add("beginMs", 0).add("endMs", 500);
    }
    return rest.post("creatives/" + things.get("creative") + "/" + what, sent.build())
        .getString("id");
  }

  private String binned() throws IOException, InterruptedException {
    String campaign = CampaignFixture.campaign(rest, "Binned");
    rest.send("DELETE", "campaigns/" + campaign, "");
    return campaign;
  }

  private String recording() throws IOException, InterruptedException {
    String query = "recordings?viewer=" + UUID.randomUUID();
    return rest.upload("creatives/" + things.get("creative") + "/" + query, DemoVideoFixture.ad())
        .getString("id");
  }

  private static JsonObject trailerOrder() {
    JsonObjectBuilder shot = Json.createObjectBuilder().add("beginMs", 0).add("endMs", 500);
    return Json.createObjectBuilder()
        .add("name", "Short")
        .add("shots", Json.createArrayBuilder().add(shot))
        .build();
  }

  private JsonObject scheduleOrder() {
    return ScheduleFixture.order(things.get("creative"), Map.of());
  }

  private String images() throws IOException, InterruptedException, SQLException {
    byte[] picture = ImageFixture.written(ImageFixture.ground(64, 48), "png");
    Path zip = TestGround.newFolder("matrix").resolve("one.zip");
    ImageFixture.zip(zip, Map.of("one.png", picture));
    return rest.upload(
            "image-batches?client=" + DemoUser.CLIENT + "&name=Matrix", "application/zip", zip)
        .getString("id");
  }
}
