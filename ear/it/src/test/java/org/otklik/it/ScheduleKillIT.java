package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** The server is killed between a schedule's fire and its mail, and started again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScheduleKillIT {
  private static final DemoUser USER = DemoUser.random();

  private static LocalDatabase database;
  private static ServerSettings settings;
  private static MailFixture mail;
  private static OtklikServer server;
  private static CampaignFixture campaign;

  @BeforeAll
  static void startServerAndAnalyse() throws IOException, InterruptedException {
    Path folder = TestGround.newFolder("schedule-kill");
    database =
        LocalDatabase.start(
            TestGround.layout().database(folder.resolve("postgres"), true),
            TestGround.guard(),
            TestGround.console());
    DatabaseMigration.migrate(database);
    mail = new MailFixture();
    settings =
        mail.on(USER.on(ServerSettings.of(TestGround.layout(), folder.resolve("server"))))
            .with("otklik.mail.attachment-limit-bytes", "52429");
    start();
    campaign = CampaignFixture.create(client(), "Killed", DemoFilms.ad());
    campaign.record("V", DemoFilms.recording(DemoCampaign.viewers().get(0)));
    campaign.settled();
  }

  @AfterAll
  static void stop() throws IOException {
    mail.close();
    server.close();
    database.close();
  }

  @Test
  void killRightAfterTheFire() throws IOException, InterruptedException, MessagingException {
    ScheduleFixture schedule = scheduleDueSoon("fire@example.com");
    schedule.await(runs -> !runs.isEmpty());
    server.kill();
    assertMailedOnceAfterTheRestart(schedule, "fire@example.com");
  }

  @Test
  void killWhileTheMailServerIsAway() throws IOException, InterruptedException, MessagingException {
    ScheduleFixture schedule = scheduleDueSoon("away@example.com");
    List<JsonObject> runs =
        schedule.await(all -> !all.isEmpty() && !all.get(0).isNull("mailError"));
    assertEquals("MAILING", runs.get(0).getString("state"));
    assertEquals("away@example.com", runs.get(0).getJsonArray("outstanding").getString(0));
    server.kill();
    assertMailedOnceAfterTheRestart(schedule, "away@example.com");
  }

  @Test
  void killInTheMiddleOfTheConversationWithTheMailServer()
      throws IOException, InterruptedException, MessagingException {
    try (ServerSocket silent = new ServerSocket(mail.port(), 1, InetAddress.getLoopbackAddress())) {
      ScheduleFixture schedule = scheduleDueSoon("silent@example.com");
      try (Socket waiting = silent.accept()) { // the job is there now, and gets no greeting
        assertTrue(waiting.isConnected());
        assertEquals("MAILING", schedule.runs().get(0).getString("state"));
        server.kill();
      }
      silent.close();
      assertMailedOnceAfterTheRestart(schedule, "silent@example.com");
    }
  }

  @Test
  void firesMissedWithoutAServerAreMadeUpForOnceOrNotAtAll()
      throws IOException, InterruptedException, SQLException {
    mail.start();
    Instant first = Instant.now().plus(50, ChronoUnit.MINUTES);
    ScheduleFixture madeUp = hourly(first, "RUN_ONCE");
    ScheduleFixture skipped = hourly(first, "SKIP");
    server.kill();
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      // As if nobody had been there for three hours and ten minutes, four fires.
      sql.execute(
          "update core.schedule set starts_at = starts_at - interval '4 hours',"
              + " next_trigger_at = next_trigger_at - interval '4 hours' where recurrence = 'SIMPLE'");
    }
    start();

    List<JsonObject> runs =
        madeUp.through(client()).await(all -> all.size() == 4 && !all.get(0).isNull("finishedAt"));
    assertEquals(
        List.of("COMPLETED", "MISSED", "MISSED", "MISSED"),
        runs.stream().map(run -> run.getString("state")).toList());
    assertEquals("FIRE_MISSED", runs.get(1).getString("reasonCode"));
    assertEquals(1, mail.inbox("RUN_ONCE@example.com").size());
    runs = skipped.through(client()).await(all -> all.size() == 4);
    assertEquals(
        List.of("MISSED", "MISSED", "MISSED", "MISSED"),
        runs.stream().map(run -> run.getString("state")).toList());
    assertEquals(List.of(), mail.inbox("SKIP@example.com"));
    Instant next = Instant.parse(skipped.through(client()).view().getString("nextTriggerAt"));
    assertEquals(first.truncatedTo(ChronoUnit.SECONDS), next);
    mail.close();
  }

  /** Nobody answers at the mail server's port until the application is started again. */
  private static void assertMailedOnceAfterTheRestart(ScheduleFixture schedule, String address)
      throws IOException, InterruptedException, MessagingException {
    mail.start();
    try {
      start();
      JsonObject run = schedule.through(client()).firstRun();
      assertEquals("COMPLETED", run.getString("state"), run.toString());
      assertEquals(1, schedule.through(client()).runs().size(), "one fire, one run");
      MimeMessage received = mail.only(address);
      assertEquals("<" + run.getString("messageId") + ">", received.getMessageID());
      assertNotEquals(null, run.get("mailedAt"));
      String text = MailFixture.text(received);
      assertEquals(List.of(), MailFixture.attachments(received), "too large");
      assertTrue(text.contains("larger than the 0.1 MB"), text);
      assertTrue(text.contains("/report.xhtml?id="), text);
    } finally {
      mail.close();
    }
  }

  private static ScheduleFixture scheduleDueSoon(String address)
      throws IOException, InterruptedException {
    return ScheduleFixture.create(
        client(),
        campaign.campaignId(),
        ScheduleFixture.order(
            campaign.creativeId(),
            Map.of(
                "recurrence", ScheduleFixture.once(Instant.now().plusSeconds(3)),
                "to", List.of(address))));
  }

  private static ScheduleFixture hourly(Instant first, String policy)
      throws IOException, InterruptedException {
    return ScheduleFixture.create(
        client(),
        campaign.campaignId(),
        ScheduleFixture.order(
            campaign.creativeId(),
            Map.of(
                "recurrence", ScheduleFixture.hourly(first),
                "missed", policy,
                "to", List.of(policy + "@example.com"))));
  }

  private static void start() throws IOException, InterruptedException {
    server = OtklikServer.start(settings, database, TestGround.guard(), TestGround.console());
  }

  private static RestClient client() {
    return new RestClient(server.baseUri(), USER.login(), USER.password(), Locale.ENGLISH);
  }
}
