package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;
import org.otklik.testdata.synthetic.DemoCampaign;

/** The server is killed while figures are computed anew by changed settings. */
class SettingsKillIT {
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

  /** Others' queries are hidden from other roles. */
  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where wait_event_type = 'Lock' and query like 'delete from agg.viewing %'
      """;

  private final DemoUser user = DemoUser.random();

  @Test
  void killedInTheMiddleTheFiguresAreThoseOfBeforeAndThenThoseOfAnUndisturbedChange()
      throws IOException, InterruptedException, SQLException {
    Path folder = TestGround.newFolder("settings-kill");
    try (LocalDatabase database =
        LocalDatabase.start(
            TestGround.layout().database(folder.resolve("postgres"), true),
            TestGround.guard(),
            TestGround.console())) {
      DatabaseMigration.migrate(database);
      ServerSettings settings =
          user.on(ServerSettings.of(TestGround.layout(), folder.resolve("server")));
      CampaignFixture killed = changeUntilKilled(settings, database);
      assertEquals(
          List.of("1|STALE", "1|STALE"),
          Sql.rows(database, DatabaseRole.OWNER, JUDGED_WITH, killed.creativeId()));

      try (OtklikServer server =
          OtklikServer.start(settings, database, TestGround.guard(), TestGround.console())) {
        RestClient rest = client(server);
        CampaignFixture again = killed.through(rest);
        again.settled();
        assertEquals(
            List.of("2|CURRENT", "2|CURRENT"),
            Sql.rows(database, DatabaseRole.OWNER, JUDGED_WITH, killed.creativeId()));
        CampaignFixture undisturbed = analysed(rest);
        List<JsonValue> before = figures(rest, undisturbed);
        change(rest, undisturbed);
        undisturbed.settled();
        assertEquals(figures(rest, undisturbed), figures(rest, again));
        assertNotEquals(before, figures(rest, again));
      }
    }
  }

  /** Holds the second viewing back, so that the job stands between the first and the second. */
  private CampaignFixture changeUntilKilled(ServerSettings settings, LocalDatabase database)
      throws IOException, InterruptedException, SQLException {
    try (Connection holder = database.connect(DatabaseRole.OWNER);
        Statement sql = holder.createStatement()) {
      OtklikServer server =
          OtklikServer.start(settings, database, TestGround.guard(), TestGround.console());
      try {
        CampaignFixture campaign = analysed(client(server));
        holder.setAutoCommit(false);
        sql.execute("select 1 from agg.viewing order by recording_id desc limit 1 for update");
        change(client(server), campaign);
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (Sql.rows(database, DatabaseRole.APPLICATION, WAITING).get(0).equals("0")) {
          assertTrue(
              Instant.now().isBefore(deadline), "the job has not come to the second viewing");
          Thread.sleep(20);
        }
        return campaign;
      } finally {
        server.kill(); // before the second viewing is let go
      }
    }
  }

  private static CampaignFixture analysed(RestClient rest)
      throws IOException, InterruptedException {
    CampaignFixture campaign = CampaignFixture.create(rest, "Changed", DemoFilms.ad());
    for (int viewer : VIEWERS) {
      campaign.record("V" + viewer, DemoFilms.recording(DemoCampaign.viewers().get(viewer)));
    }
    campaign.settled();
    return campaign;
  }

  private static void change(RestClient rest, CampaignFixture campaign)
      throws IOException, InterruptedException {
    String address = "campaigns/" + campaign.campaignId() + "/settings";
    JsonObject settings =
        Json.createObjectBuilder(rest.object(address).getJsonObject("settings"))
            .add("stateThreshold", 0.9)
            .build();
    JsonObject body =
        Json.createObjectBuilder().add("version", 1).add("settings", settings).build();
    assertEquals(200, rest.send("PUT", address, body.toString()).statusCode());
  }

  private static List<JsonValue> figures(RestClient rest, CampaignFixture campaign)
      throws IOException, InterruptedException {
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

  private RestClient client(OtklikServer server) {
    return new RestClient(server.baseUri(), user.login(), user.password(), Locale.ENGLISH);
  }
}
