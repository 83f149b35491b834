package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Figures that are computed anew by changed settings, held between two viewings. */
final class RecomputationUnderWay {
  private static final List<Integer> VIEWERS = List.of(0, 9);

  private static final String JUDGED_WITH =
      """
      select viewing.settings_version, creative.summary_state
      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.creative on creative.id = recording.creative_id
      where creative.public_id = ?::uuid
      order by recording.id
      """;

  private static final String LAST_VIEWING =
      """
      select 1 from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.creative on creative.id = recording.creative_id
      where creative.public_id = ?::uuid
      order by recording_id desc limit 1
      for update of viewing
      """;

  /** Others' queries are hidden from other roles. */
  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where wait_event_type = 'Lock' and query like 'delete from agg.viewing %'
      """;

  private final TestServer server;
  private final CampaignFixture killed;
  private List<String> atTheKill;

  private RecomputationUnderWay(TestServer server, CampaignFixture killed) {
    this.server = server;
    this.killed = killed;
  }

  static RecomputationUnderWay prepare(TestServer server) throws IOException, InterruptedException {
    return new RecomputationUnderWay(server, analysed(server));
  }

  private static CampaignFixture analysed(TestServer server)
      throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(server.administrator(), "Changed", DemoVideoFixture.ad());
    for (int viewer : VIEWERS) {
      campaign.record("V" + viewer, DemoVideoFixture.recording(DemoCampaign.viewers().get(viewer)));
    }
    campaign.settled();
    return campaign;
  }

  /** Holds the second viewing back until the server is no more; gives what holds it. */
  Connection begin() throws IOException, InterruptedException, SQLException {
    Connection holder = server.database().connect(DatabaseRole.OWNER);
    holder.setAutoCommit(false);
    try (PreparedStatement sql = holder.prepareStatement(LAST_VIEWING)) {
      sql.setString(1, killed.creativeId());
      sql.execute();
    }
    change(killed);
    await("the job has not come to the second viewing")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                !Sql.rows(server.database(), DatabaseRole.APPLICATION, WAITING).get(0).equals("0"));
    return holder;
  }

  /** With the database alone. */
  void look() throws SQLException {
    atTheKill = server.rows(JUDGED_WITH, killed.creativeId());
  }

  void assertAsUndisturbed() throws IOException, InterruptedException, SQLException {
    assertEquals(List.of("1|STALE", "1|STALE"), atTheKill, "all are those of before");
    killed.settled();
    assertEquals(List.of("2|CURRENT", "2|CURRENT"), server.rows(JUDGED_WITH, killed.creativeId()));
    CampaignFixture undisturbed = analysed(server);
    List<JsonValue> before = figures(undisturbed);
    change(undisturbed);
    undisturbed.settled();
    assertEquals(figures(undisturbed), figures(killed));
    assertNotEquals(before, figures(killed));
  }

  private void change(CampaignFixture campaign) throws IOException, InterruptedException {
    RestClient rest = server.administrator();
    String address = "campaigns/" + campaign.campaignId() + "/settings";
    JsonObject settings =
        Json.createObjectBuilder(rest.object(address).getJsonObject("settings"))
            .add("stateThreshold", 0.9)
            .build();
    JsonObject body =
        Json.createObjectBuilder().add("version", 1).add("settings", settings).build();
    assertEquals(200, rest.send("PUT", address, body.toString()).statusCode());
  }

  private List<JsonValue> figures(CampaignFixture campaign)
      throws IOException, InterruptedException {
    RestClient rest = server.administrator();
    List<JsonValue> figures = new ArrayList<>();
    JsonObject creative = rest.object("creatives/" + campaign.creativeId());
    for (String name : List.of("eei", "emoNps", "keyFigures")) {
      figures.add(creative.get(name));
    }
    for (String part : List.of("/seconds", "/moments", "/emotions")) {
      figures.add(rest.get("creatives/" + campaign.creativeId() + part));
    }
    for (int viewer : VIEWERS) {
      JsonObject viewing = campaign.viewing("V" + viewer);
      figures.add(viewing.get("response"));
      figures.addAll(campaign.seconds(viewing.getString("id")));
    }
    return figures;
  }
}
