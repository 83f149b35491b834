package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.bench.server.BrowserProgram;
import org.otklik.database.DatabaseRole;

/**
 * Everything is under way when server and database are killed: a video arrives, one is analysed,
 * one is copied, one is cut, figures are computed anew, a mail waits. All of it goes on when they
 * are started again, as if nothing had been. Then the server alone is killed at a schedule's fire
 * and amid its talk with the mail server, and at last one node of two falls asleep. The tests
 * follow each other.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterruptionIT {
  /** Jobs at a time: each of them may wait for something while the others go on. */
  private static final int BATCH_THREADS = 8;

  /** The highest limit that can be set. */
  private static final long MAX_UPLOAD_BYTES = 1L << 40;

  private static final int SCHEDULES = 6;

  /** One chunk. */
  private static final int STORED_MS = 10_000;

  /** Longer than a node needs to see the timers of the other (10 s). */
  private static final int UNTIL_DUE_S = 13;

  @RegisterExtension static final Chromium chromium = Chromium.whereInstalled();

  private static TestServer server;
  private static CampaignFixture reported;
  private static ScheduleFixture mailing;
  private static AnalysisUnderWay analysis;
  private static RecomputationUnderWay recomputation;
  private static VideoCopyUnderWay copy;
  private static TrailerVideoUnderWay trailer;
  private static UploadUnderWay upload;
  private static boolean wasAlive;

  /**
   * What the killed copy had written: kept for a day, in case that another node still writes it.
   */
  private static List<String> staged;

  @BeforeAll
  static void killWithEverythingUnderWayAndStartAgain()
      throws IOException, InterruptedException, SQLException {
    server =
        TestServer.durable("interruption")
            .withAdministrator()
            .withMail()
            .with("otklik.mail.attachment-limit-bytes", "52429")
            .with("otklik.upload.limit-bytes", Long.toString(MAX_UPLOAD_BYTES))
            .with(settings -> settings.withBatchThreads(BATCH_THREADS))
            .start();
    Path avi = VideoCopyUnderWay.video(TestGround.newFolder("copied"));
    reported = CampaignFixture.create(server.administrator(), "Reported", DemoVideoFixture.ad());
    ViewersFixture viewers = ViewersFixture.in(server.database());
    viewers.add(reported.creativeId(), 6);
    viewers.summarise(reported.creativeId());
    analysis = AnalysisUnderWay.prepare(server);
    recomputation = RecomputationUnderWay.prepare(server);
    reported.settled();

    mailing = scheduleDueSoon("away@example.com");
    List<JsonObject> runs = mailing.await(all -> !all.isEmpty() && !all.get(0).isNull("mailError"));
    assertEquals("MAILING", runs.get(0).getString("state"));
    assertEquals("away@example.com", runs.get(0).getJsonArray("outstanding").getString(0));
    if (BrowserProgram.find().isPresent()) {
      upload = UploadUnderWay.begin(server, chromium);
    }
    try (Connection holder = recomputation.begin()) {
      copy = VideoCopyUnderWay.begin(server, avi);
      analysis.begin();
      trailer = TrailerVideoUnderWay.begin(server, reported.creativeId());
      server.killWithDatabase(); // whoever holds something up loses it with the database
      wasAlive = server.process().isAlive();
    }
    if (upload != null) {
      upload.assertLost();
    }
    server.startDatabase();
    recomputation.look();
    copy.look();
    trailer.look();
    staged = names(server.settings().media().resolve("staging"));
    analysis.setBack();
    server.mail().start();
    server.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (upload != null) {
      upload.close();
    }
    server.close();
  }

  @Test
  @Order(1)
  void serverComesBackOnItsData() {
    assertFalse(wasAlive);
    assertTrue(server.process().isAlive());
  }

  /** The servers of the other tests have single sign-on. */
  @Test
  @Order(1)
  void withoutAProviderNobodyIsSentToOne() throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser(server.portal(), "en");
    for (String address : List.of("sso/begin", "sso/callback?code=x&state=x")) {
      assertEquals(404, browser.ask(address).statusCode(), address);
    }
    assertFalse(browser.open("login.xhtml").body().contains("sso/begin"));
  }

  @Test
  @Order(2)
  void mailThatWaitedForTheMailServerIsSentOnce()
      throws IOException, InterruptedException, MessagingException {
    assertMailedOnce(mailing, "away@example.com");
  }

  @Test
  @Order(3)
  void killedAnalysisGoesOnAtItsCheckpointAndLeavesTheRowsOfAnUndisturbedOne()
      throws IOException, InterruptedException, SQLException {
    analysis.assertAsUndisturbed();
  }

  @Test
  @Order(4)
  void figuresAreThoseOfBeforeAndThenThoseOfAnUndisturbedChange()
      throws IOException, InterruptedException, SQLException {
    recomputation.assertAsUndisturbed();
  }

  @Test
  @Order(5)
  void halfMadeVideoOfATrailerIsMadeAfterAll() throws SQLException {
    trailer.assertMadeAfterAll();
  }

  @Test
  @Order(5)
  void nothingHalfCopiedIsStoredAndTheCopyIsMade()
      throws IOException, InterruptedException, SQLException {
    copy.assertMadeAfterAll();
  }

  /** The second kill. */
  @Test
  @Order(6)
  void killRightAfterTheFireAndAmidTheAnalysisOfWhatArrived()
      throws IOException, InterruptedException, SQLException, MessagingException {
    server.mail().close();
    try (AnalysisHold hold = AnalysisHold.after(server.database(), STORED_MS)) {
      if (upload != null) {
        upload.goOn();
        hold.awaitReached();
      }
      ScheduleFixture schedule = scheduleDueSoon("fire@example.com");
      schedule.await(runs -> !runs.isEmpty());
      server.kill(); // the rest is not stored before the server is no more
      mailing = schedule;
    }
    AnalysisHold.remove(server.database());
    if (upload != null) {
      upload.assertConnectionLost();
    }
    server.mail().start();
    server.start();
    assertMailedOnce(mailing, "fire@example.com");
  }

  @Test
  @Order(7)
  void uploadAndAnalysisWentOnAndNothingIsLeftOver()
      throws IOException, InterruptedException, SQLException {
    Assumptions.assumeTrue(upload != null, "needs Chromium (Debian: apt-get install chromium)");
    upload.assertAnalysedOnce();
    reported.other(upload.creative()).settled();
    await("something is left over")
        .atMost(Duration.ofMinutes(1))
        .until(() -> kept().equals(stored()));
  }

  /** The database alone is killed, and the server stays. */
  @Test
  @Order(8)
  void serverWithoutItsDatabaseSaysSoAndGoesOnByItself()
      throws IOException, InterruptedException, SQLException {
    OutageFixture outage = OutageFixture.of(server);
    try (AnalysisHold hold = analysis.beginAgain("outage")) {
      server.killDatabase();
      outage.assertSaid();
      server.startDatabase();
    }
    AnalysisHold.remove(server.database());
    outage.assertOver();
    outage.assertReadOnlySaid();
    analysis.assertWentOnAtItsCheckpoint("outage");
  }

  private static List<String> kept() throws SQLException {
    return server.rows("select sha256 from core.media_object order by sha256");
  }

  /** Keys of the store's files, and whatever else lies there: parts of videos, for example. */
  private static List<String> stored() throws IOException {
    return names(server.settings().media()).stream()
        .filter(name -> !staged.contains(name))
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** The third kill; meanwhile fires are missed. */
  @Test
  @Order(9)
  void killAmidTheTalkWithTheMailServerAndFiresThatAreMissed()
      throws IOException, InterruptedException, SQLException, MessagingException {
    Instant first = Instant.now().plus(50, ChronoUnit.MINUTES);
    ScheduleFixture madeUp = hourly(first, "RUN_ONCE");
    ScheduleFixture skipped = hourly(first, "SKIP");
    server.mail().close();
    ScheduleFixture schedule;
    try (ServerSocket silent =
        new ServerSocket(server.mail().port(), 1, InetAddress.getLoopbackAddress())) {
      schedule = scheduleDueSoon("silent@example.com");
      try (Socket waiting = silent.accept()) { // the job is there now, and gets no greeting
        assertTrue(waiting.isConnected());
        assertEquals("MAILING", schedule.runs().get(0).getString("state"));
        server.kill();
      }
    }
    try (Connection connection = server.database().connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      // As if nobody had been there for three hours and ten minutes, four fires.
      sql.execute(
          "update core.schedule set starts_at = starts_at - interval '4 hours',"
              + " next_trigger_at = next_trigger_at - interval '4 hours' where recurrence = 'SIMPLE'");
    }
    server.mail().start();
    startBeforeTheDatabase();
    assertMailedOnce(schedule, "silent@example.com");
    assertMadeUpForOnce(madeUp);
    assertNotMadeUpFor(skipped, first);
    for (ScheduleFixture one : List.of(madeUp, skipped)) {
      assertEquals(
          204, server.administrator().send("DELETE", "schedules/" + one.id(), "").statusCode());
    }
  }

  /** It says so to everybody, and comes to life once the database is there. */
  private static void startBeforeTheDatabase()
      throws IOException, InterruptedException, SQLException {
    server.killDatabase();
    server.startWithoutDatabase();
    OutageFixture.assertSaidToAll(server);
    server.startDatabase();
    OutageFixture.awaitUp(server, Duration.ofMinutes(2));
  }

  private static void assertMadeUpForOnce(ScheduleFixture schedule)
      throws IOException, InterruptedException {
    List<JsonObject> runs =
        schedule.await(all -> all.size() == 4 && !all.get(0).isNull("finishedAt"));
    assertEquals(List.of("COMPLETED", "MISSED", "MISSED", "MISSED"), states(runs));
    assertEquals("RUN_MISSED", runs.get(1).getString("reasonCode"));
    assertEquals(1, server.mail().inbox("RUN_ONCE@example.com").size());
  }

  private static void assertNotMadeUpFor(ScheduleFixture schedule, Instant first)
      throws IOException, InterruptedException {
    List<JsonObject> runs = schedule.await(all -> all.size() == 4);
    assertEquals(List.of("MISSED", "MISSED", "MISSED", "MISSED"), states(runs));
    assertEquals(List.of(), server.mail().inbox("SKIP@example.com"));
    Instant next = Instant.parse(schedule.view().getString("nextTriggerAt"));
    assertEquals(first.truncatedTo(ChronoUnit.SECONDS), next);
  }

  private static List<String> states(List<JsonObject> runs) {
    return runs.stream().map(run -> run.getString("state")).toList();
  }

  /**
   * With a second server on the same database and the same videos. The first falls asleep amid an
   * analysis, which is worse than a kill: it wakes when others have done its work.
   */
  @Test
  @Order(10)
  void eachScheduleFiresOnceAndOfASilentNodeTheOtherTakesTimersAndJobs()
      throws IOException, InterruptedException, SQLException {
    AnalysisHold hold = analysis.beginAgain("asleep");
    try (TestServer second = server.node("second")) {
      second.start();
      for (ScheduleFixture schedule : schedulesDueSoon("both")) {
        assertFiredOnce(schedule.through(second.administrator()));
      }
      assertEquals(SCHEDULES, server.mail().inbox("both@example.com").size());

      List<ScheduleFixture> orphaned = schedulesDueSoon("orphaned");
      server.freeze();
      hold.close();
      AnalysisHold.remove(server.database());
      for (ScheduleFixture schedule : orphaned) {
        assertFiredOnce(schedule.through(second.administrator()));
      }
      assertEquals(SCHEDULES, server.mail().inbox("orphaned@example.com").size());
      assertEquals(
          List.of("0"),
          Sql.rows(
              server.database(),
              DatabaseRole.APPLICATION,
              "select count(*) from timer.jboss_ejb_timer"),
          "no timer is left");
      analysis.through(second).assertWentOnAtItsCheckpoint("asleep");
      PortalBrowser browser = new PortalBrowser(second.portal(), "en");
      browser.signIn(server.user().login(), server.user().password());
      String jobs = browser.open("admin-jobs.xhtml").body();
      assertTrue(jobs.contains("Runs since") && jobs.contains("Last seen"), jobs);

      server.wake();
      await("who wakes finds itself replaced and ends")
          .atMost(Duration.ofMinutes(1))
          .until(() -> !server.process().isAlive());
      analysis.through(second).assertWentOnAtItsCheckpoint("asleep");
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

  /** Nobody answered at the mail server's port until the application was started again. */
  private static void assertMailedOnce(ScheduleFixture schedule, String address)
      throws IOException, InterruptedException, MessagingException {
    JsonObject run = schedule.firstRun();
    assertEquals("COMPLETED", run.getString("state"), run.toString());
    assertEquals(1, schedule.runs().size(), "one fire, one run");
    MimeMessage received = server.mail().only(address);
    assertEquals("<" + run.getString("messageId") + ">", received.getMessageID());
    assertNotEquals(null, run.get("mailedAt"));
    String text = MailFixture.text(received);
    assertEquals(List.of(), MailFixture.attachments(received), "too large");
    assertTrue(text.contains("exceed the limit of 0.1 MiB"), text);
    assertTrue(text.contains("/report.xhtml?id="), text);
  }

  private static ScheduleFixture scheduleDueSoon(String address)
      throws IOException, InterruptedException {
    return schedule(ScheduleFixture.once(Instant.now().plusSeconds(3)), address, "RUN_ONCE");
  }

  private static ScheduleFixture hourly(Instant first, String missed)
      throws IOException, InterruptedException {
    return schedule(ScheduleFixture.hourly(first), missed + "@example.com", missed);
  }

  /** All due at the same time. */
  private static List<ScheduleFixture> schedulesDueSoon(String name)
      throws IOException, InterruptedException {
    Instant due = Instant.now().plusSeconds(UNTIL_DUE_S);
    List<ScheduleFixture> schedules = new ArrayList<>();
    for (int i = 0; i < SCHEDULES; i++) {
      schedules.add(schedule(ScheduleFixture.once(due), name + "@example.com", "RUN_ONCE"));
    }
    return schedules;
  }

  private static ScheduleFixture schedule(JsonObject recurrence, String address, String missed)
      throws IOException, InterruptedException {
    return ScheduleFixture.create(
        server.administrator(),
        reported.campaignId(),
        ScheduleFixture.order(
            reported.creativeId(),
            Map.of("recurrence", recurrence, "missed", missed, "to", List.of(address))));
  }
}
