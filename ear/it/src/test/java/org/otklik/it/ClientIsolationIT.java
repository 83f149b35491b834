package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
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
