package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Two servers on one database and one media folder. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ScheduleClusterIT {
  private static final int SCHEDULES = 6;

  /** Longer than a node needs to see the timers of the other. */
  private static final int UNTIL_DUE_S = 25;

  private final DemoUser user = DemoUser.random();

  @Test
  void eachScheduleFiresOnceAndOfAKilledNodeTheOtherTakesTheTimers()
      throws IOException, InterruptedException, SQLException {
    Path folder = TestGround.newFolder("schedule-cluster");
    try (LocalDatabase database =
            LocalDatabase.start(
                TestGround.layout().database(folder.resolve("postgres"), false),
                TestGround.guard(),
                TestGround.console());
        MailFixture mail = new MailFixture()) {
      DatabaseMigration.migrate(database);
      mail.start();
      try (OtklikServer first = start(folder, "first", database, mail);
          OtklikServer second = start(folder, "second", database, mail)) {
        CampaignFixture campaign = CampaignFixture.create(client(first), "Cluster", DemoFilms.ad());
        campaign.record("V", DemoFilms.recording(DemoCampaign.viewers().get(0)));
        campaign.settled();

        for (ScheduleFixture schedule : schedules(first, campaign, "both")) {
          assertFiredOnce(schedule.through(client(second)));
        }
        assertEquals(SCHEDULES, mail.inbox("both@example.com").size());

        List<ScheduleFixture> orphaned = schedules(first, campaign, "orphaned");
        first.kill();
        for (ScheduleFixture schedule : orphaned) {
          assertFiredOnce(schedule.through(client(second)));
        }
        assertEquals(SCHEDULES, mail.inbox("orphaned@example.com").size());
        assertEquals(
            List.of("0"),
            Sql.rows(
                database, DatabaseRole.APPLICATION, "select count(*) from timer.jboss_ejb_timer"),
            "no timer is left");
      }
    }
  }

  private static void assertFiredOnce(ScheduleFixture schedule)
      throws IOException, InterruptedException {
    JsonObject run = schedule.firstRun();
    assertEquals("COMPLETED", run.getString("state"), run.toString());
    assertEquals(1, schedule.runs().size());
    Instant due = Instant.parse(run.getString("dueAt"));
    assertTrue(!Instant.parse(run.getString("finishedAt")).isBefore(due), run.toString());
  }

  /** All due at the same time. */
  private List<ScheduleFixture> schedules(
      OtklikServer server, CampaignFixture campaign, String address)
      throws IOException, InterruptedException {
    Instant due = Instant.now().plusSeconds(UNTIL_DUE_S);
    List<ScheduleFixture> schedules = new ArrayList<>();
    for (int i = 0; i < SCHEDULES; i++) {
      schedules.add(
          ScheduleFixture.create(
              client(server),
              campaign.campaignId(),
              ScheduleFixture.order(
                  campaign.creativeId(),
                  Map.of(
                      "recurrence", ScheduleFixture.once(due),
                      "to", List.of(address + "@example.com")))));
    }
    return schedules;
  }

  private OtklikServer start(Path folder, String name, LocalDatabase database, MailFixture mail)
      throws IOException, InterruptedException {
    ServerSettings one = ServerSettings.of(TestGround.layout(), folder.resolve(name));
    ServerSettings named =
        new ServerSettings(
            one.home(),
            one.folder(),
            one.ear(),
            name,
            one.httpPort(),
            one.managementPort(),
            one.batchThreads(),
            one.heap(),
            one.properties());
    return OtklikServer.start(
        mail.on(user.on(named)).with("otklik.media.dir", folder.resolve("media").toString()),
        database,
        TestGround.guard(),
        TestGround.console());
  }

  private RestClient client(OtklikServer server) {
    return new RestClient(server.baseUri(), user.login(), user.password(), Locale.ENGLISH);
  }
}
