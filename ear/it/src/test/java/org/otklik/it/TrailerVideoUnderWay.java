package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.otklik.launcher.RestClient;

/** A video of a trailer that is being made. */
final class TrailerVideoUnderWay {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Long enough to be met in the middle. */
  private static final int SHOTS = 5;

  private static final String STATE =
      """
      select state || ' ' || (frames_done > 0) || ' ' || (media_sha256 is not null)
      from core.trailer_video
      """;

  private final TestServer server;
  private final String address;
  private List<String> stateAtTheKill;

  private TrailerVideoUnderWay(TestServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /** Until some of it is written. */
  static TrailerVideoUnderWay begin(TestServer server, String creative)
      throws IOException, InterruptedException {
    RestClient rest = server.administrator();
    JsonArrayBuilder shots = Json.createArrayBuilder();
    for (int i = 0; i < SHOTS; i++) {
      shots.add(
          Json.createObjectBuilder().add("beginMs", 1_000 * i).add("endMs", 1_000 * i + 8_000));
    }
    String trailer =
        rest.post(
                "creatives/" + creative + "/trailers",
                Json.createObjectBuilder().add("name", "Long").add("shots", shots).build())
            .getString("id");
    String videos = "trailers/" + trailer + "/videos";
    String address = videos + "/" + rest.post(videos, JsonValue.EMPTY_JSON_OBJECT).getString("id");
    await("no video was begun in time")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rest.object(address).getInt("percentDone") > 0);
    return new TrailerVideoUnderWay(server, address);
  }

  /** With the database alone. */
  void look() throws SQLException {
    stateAtTheKill = server.rows(STATE);
  }

  /** It was half made, and is made in the end. */
  void assertMadeAfterAll() throws SQLException {
    assertEquals(List.of("RUNNING true false"), stateAtTheKill);
    await("the video")
        .atMost(PATIENCE)
        .until(() -> server.administrator().object(address).getString("state").equals("COMPLETED"));
    assertEquals(List.of("COMPLETED true true"), server.rows(STATE));
  }
}
