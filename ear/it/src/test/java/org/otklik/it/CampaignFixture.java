package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;

/** A campaign with one creative, made through the REST API. */
final class CampaignFixture {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RestClient rest;
  private final String campaign;
  private final String creative;

  private CampaignFixture(RestClient rest, String campaign, String creative) {
    this.rest = rest;
    this.campaign = campaign;
    this.creative = creative;
  }

  /** A campaign of calls by one script. */
  static CampaignFixture ofCalls(RestClient rest, String name)
      throws IOException, InterruptedException {
    String campaign =
        rest.post(
                "campaigns",
                Json.createObjectBuilder()
                    .add("client", DemoUser.CLIENT)
                    .add("name", name)
                    .add("kind", "CALLS")
                    .add("synthetic", true)
                    .build())
            .getString("id");
    JsonObject script =
        rest.post(
            "campaigns/" + campaign + "/call-scripts",
            Json.createObjectBuilder().add("name", "Script").build());
    return new CampaignFixture(rest, campaign, script.getString("id"));
  }

  static CampaignFixture create(RestClient rest, String name, Path ad)
      throws IOException, InterruptedException {
    String campaign = campaign(rest, name);
    JsonObject creative = rest.upload("campaigns/" + campaign + "/creatives?name=Ad", ad);
    return new CampaignFixture(rest, campaign, creative.getString("id"));
  }

  static String campaign(RestClient rest, String name) throws IOException, InterruptedException {
    return rest.post(
            "campaigns",
            Json.createObjectBuilder().add("client", DemoUser.CLIENT).add("name", name).build())
        .getString("id");
  }

  /** The same campaign seen through another client, such as one of a server started again. */
  CampaignFixture through(RestClient other) {
    return new CampaignFixture(other, campaign, creative);
  }

  /** Another creative, seen through the same client. */
  CampaignFixture other(String otherCreative) {
    return new CampaignFixture(rest, campaign, otherCreative);
  }

  String creativeId() {
    return creative;
  }

  /** Uploads a recording; gives its id. */
  String record(String viewer, Path video) throws IOException, InterruptedException {
    return record(viewer, video, Map.of());
  }

  /** Uploads a recording of a viewer with attributes; gives its id. */
  String record(String viewer, Path video, Map<String, String> attributes)
      throws IOException, InterruptedException {
    StringBuilder query = new StringBuilder("?viewer=" + RestClient.encoded(viewer));
    attributes.forEach(
        (name, value) -> query.append("&segment=" + RestClient.encoded(name + ":" + value)));
    return rest.upload("creatives/" + creative + "/recordings" + query, video).getString("id");
  }

  String campaignId() {
    return campaign;
  }

  /** Waits until every recording is analysed and the creative is summarised. */
  JsonObject settled() throws IOException, InterruptedException {
    try {
      return await()
          .atMost(PATIENCE)
          .until(() -> rest.object("creatives/" + creative), now -> now.getBoolean("settled"));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Not settled in time: " + viewings(), e);
    }
  }

  List<JsonObject> viewings() throws IOException, InterruptedException {
    return list("creatives/" + creative + "/viewings");
  }

  JsonObject viewing(String viewerCode) throws IOException, InterruptedException {
    return viewings().stream()
        .filter(viewing -> viewing.getString("viewer").equals(viewerCode))
        .findFirst()
        .orElseThrow();
  }

  /** The viewer's own seconds. */
  List<JsonObject> seconds(String recording) throws IOException, InterruptedException {
    return list("recordings/" + recording + "/seconds");
  }

  /** The creative's curve. */
  List<JsonObject> curve() throws IOException, InterruptedException {
    return list("creatives/" + creative + "/seconds");
  }

  /** Asks for a PDF about the creative and waits for it. */
  Path report(String language, Path file) throws IOException, InterruptedException {
    JsonObject order = Json.createObjectBuilder().add("locale", language).build();
    String report = made("creatives/" + creative + "/reports", order).getString("id");
    rest.download("reports/" + report + "/file", file);
    return file;
  }

  /** Asks for a report and waits until it is made. */
  JsonObject made(String path, JsonObject order) throws IOException, InterruptedException {
    return made(rest.post(path, order).getString("id"));
  }

  /** Waits until a report that was asked for is made. */
  JsonObject made(String id) throws IOException, InterruptedException {
    return await("the report")
        .atMost(PATIENCE)
        .until(
            () -> rest.object("reports/" + id),
            now -> {
              assertNotEquals("FAILED", now.getString("state"), now.toString());
              return now.getString("state").equals("COMPLETED");
            });
  }

  private List<JsonObject> list(String path) throws IOException, InterruptedException {
    return rest.get(path).asJsonArray().stream().map(JsonValue::asJsonObject).toList();
  }
}
