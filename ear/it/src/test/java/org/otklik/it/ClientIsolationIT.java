package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.RestClient;

/** Users see the clients they belong to, and no others; readers change nothing. */
class ClientIsolationIT {
  @Test
  void analystOfAnotherClientSeesNothing() throws IOException, InterruptedException {
    RestClient administrator = TestGround.administrator();
    CampaignFixture campaign =
        CampaignFixture.create(administrator, "Not for everybody", DemoVideoFixture.ad());
    RestClient stranger = UserFixture.stranger().rest();

    assertEquals(List.of(), List.copyOf(stranger.get("campaigns").asJsonArray()));
    for (String path : List.of("", "/seconds", "/moments", "/emotions", "/viewings", "/reports")) {
      assertEquals(404, refusal(() -> stranger.get("creatives/" + campaign.creativeId() + path)));
    }
    assertEquals(
        404,
        refusal(
            () ->
                stranger.upload(
                    "creatives/" + campaign.creativeId() + "/recordings?viewer=V",
                    DemoVideoFixture.ad())));
    assertEquals(403, refusal(() -> stranger.post("users", newUser())));
  }

  @Test
  void readerOfTheClientReadsButDoesNotUpload() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "To be read", DemoVideoFixture.ad());
    RestClient reader = UserFixture.of("READER").rest();
    assertEquals(
        "To be read", reader.get("campaigns").asJsonArray().getJsonObject(0).getString("name"));
    assertEquals(
        403,
        refusal(
            () ->
                reader.upload(
                    "creatives/" + campaign.creativeId() + "/recordings?viewer=V",
                    DemoVideoFixture.ad())));
  }

  @Test
  void searchFindsWhatMayBeSeenAndCodesOfViewersForAnalystsOnly()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign =
        CampaignFixture.create(
            TestGround.administrator(), "Осенний Зонтик 100%_", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), 6);
    RestClient analyst = UserFixture.of("ANALYST").rest();
    assertEquals(campaign.campaignId(), found(analyst, "осенний зонт", "CAMPAIGN").getString("id"));
    assertEquals(campaign.campaignId(), found(analyst, "100%_", "CAMPAIGN").getString("id"));
    JsonObject recording = found(analyst, "V0006", "RECORDING");
    assertEquals("v0006", recording.getString("name"));
    RestClient reader = UserFixture.of("READER").rest();
    assertEquals(campaign.campaignId(), found(reader, "осенний зонт", "CAMPAIGN").getString("id"));
    assertEquals(null, found(reader, "v0006", "RECORDING"));
    RestClient stranger = UserFixture.stranger().rest();
    assertEquals(List.of(), List.copyOf(stranger.get(search("зонт")).asJsonArray()));
    assertEquals(400, refusal(() -> reader.get(search("x"))));
  }

  /** The newest of the kind; null where nothing is found. */
  private static JsonObject found(RestClient rest, String text, String kind)
      throws IOException, InterruptedException {
    return rest.get(search(text)).asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(result -> result.getString("kind").equals(kind))
        .map(result -> result.getJsonArray("hits").getJsonObject(0))
        .findFirst()
        .orElse(null);
  }

  private static String search(String text) {
    return "search?text=" + RestClient.encoded(text);
  }

  private interface Call {
    void make() throws IOException, InterruptedException;
  }

  private static int refusal(Call call) {
    return assertThrows(RestClient.RefusedException.class, call::make).status();
  }

  private static JsonObject newUser() {
    return Json.createObjectBuilder()
        .add("login", "x")
        .add("name", "x")
        .add("password", UserFixture.PASSWORD)
        .add("role", "ANALYST")
        .add("locale", "en")
        .add("clients", Json.createArrayBuilder().add("y"))
        .build();
  }
}
