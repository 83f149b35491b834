package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.FolderException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Schedules on the real server, their mail received by a real mail server. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScheduledMailIT {
  private static final String PASSWORD = "a long enough password";

  private static MailFixture mail;
  private static CampaignFixture campaign;

  /** Owns the schedules. */
  private static RestClient analyst;

  @BeforeAll
  static void analyse() throws IOException, InterruptedException {
    mail = TestGround.server().mail();
    campaign = CampaignFixture.create(administrator(), "Чай & “tea”", DemoVideoFixture.ad());
    campaign.record("V", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
    campaign.settled();
    analyst = user("analyst", "ru");
  }

  @BeforeEach
  void emptyMailboxes() throws FolderException {
    mail.empty();
  }

  @Test
  void timerFiresAndTheRecipientsGetThePdfInRussian()
      throws IOException, InterruptedException, MessagingException {
    Instant due = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
    ScheduleFixture schedule =
        schedule(
            Map.of(
                "name", "По понедельникам",
                "locale", "ru",
                "timeZone", "UTC",
                "recurrence", ScheduleFixture.once(due),
                "fileName", "{subject}: {campaign} {date}",
                "to", List.of("to@example.com", "second@example.com"),
                "cc", List.of("cc@example.com"),
                "bcc", List.of("bcc@example.com"),
                "text", "Коллеги, посмотрите.\nСпасибо!"));
    assertEquals(due.toString(), schedule.view().getString("nextTriggerAt"));

    JsonObject run = schedule.firstRun();
    assertEquals("COMPLETED", run.getString("state"), run.toString());
    assertEquals("TIMER", run.getString("cause"));
    assertEquals(due.toString(), run.getString("dueAt"));
    assertEquals("ENDED", schedule.view().getString("state"));
    assertEquals(due.toString(), schedule.view().getString("previousTriggerAt"));
    assertTrue(schedule.view().isNull("nextTriggerAt"));

    for (String address : List.of("second@example.com", "cc@example.com", "bcc@example.com")) {
      assertEquals(mail.only("to@example.com").getMessageID(), mail.only(address).getMessageID());
    }
    MimeMessage received = mail.only("to@example.com");
    assertEquals("<" + run.getString("messageId") + ">", received.getMessageID());
    assertEquals(List.of("to@example.com, second@example.com"), MailFixture.header(received, "To"));
    assertEquals(List.of("cc@example.com"), MailFixture.header(received, "Cc"));
    assertEquals(List.of(), MailFixture.header(received, "Bcc"));
    assertEquals(List.of("Otklik <otklik@example.com>"), MailFixture.header(received, "From"));
    String date = due.toString().substring(0, 10);
    assertEquals("Отклик: Ad, " + date, received.getSubject());
    String text = MailFixture.text(received);
    assertTrue(text.startsWith("Коллеги, посмотрите.\nСпасибо!\n\nРеакция зрителей"), text);
    assertTrue(text.contains("Индекс эмоционального опыта (ИЭО): +100"), text);
    assertTrue(text.contains("Учтено: 1 контакт"), text);

    List<BodyPart> attached = MailFixture.attachments(received);
    assertEquals(1, attached.size());
    assertEquals("Ad Чай tea " + date + ".pdf", attached.get(0).getFileName());
    assertTrue(attached.get(0).isMimeType("application/pdf"));
    String pdf = MailFixture.pdfText(attached.get(0));
    assertTrue(pdf.contains("Отчёт о реакции зрителей"), pdf);
    assertTrue(pdf.contains("Чай & “tea”"), pdf);
  }

  @Test
  void mailAndReportsAreInEnglishInSeveralFormatsAndTheSubjectIsTheOwners()
      throws IOException, InterruptedException, MessagingException {
    ScheduleFixture schedule =
        schedule(
            Map.of(
                "formats",
                List.of("XLSX", "PDF"),
                "to",
                List.of("to@example.com"),
                "fileName",
                "{schedule}",
                "subject",
                "{schedule} of {client}: {subject}"));
    assertEquals("COMPLETED", schedule.runNow().getString("state"));
    MimeMessage received = mail.only("to@example.com");
    assertEquals("Weekly of " + DemoUser.CLIENT_NAME + ": Ad", received.getSubject());
    assertTrue(MailFixture.text(received).contains("Emotional experience index (EEI): +100"));
    List<BodyPart> attached = MailFixture.attachments(received);
    assertEquals(2, attached.size());
    assertEquals("Weekly.xlsx", attached.get(1).getFileName());
    assertTrue(attached.get(1).getContentType().contains("spreadsheetml"));
    String pdf = MailFixture.pdfText(attached.get(0));
    assertTrue(pdf.contains("Viewer response"), pdf);
  }

  @Test
  void linkLeadsThroughTheSignInToTheFile()
      throws IOException, InterruptedException, MessagingException {
    ScheduleFixture schedule =
        schedule(Map.of("to", List.of("to@example.com"), "delivery", "LINK", "keepDays", 7));
    JsonObject run = schedule.runNow();
    MimeMessage received = mail.only("to@example.com");
    assertEquals(List.of(), MailFixture.attachments(received));
    Matcher link = Pattern.compile("PDF: (http\\S+)").matcher(MailFixture.text(received));
    assertTrue(link.find(), MailFixture.text(received));
    String report = run.getJsonArray("reports").getJsonObject(0).getString("id");
    assertTrue(link.group(1).endsWith("/report.xhtml?id=" + report), link.group(1));

    HttpResponse<String> stranger =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(link.group(1))).build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(302, stranger.statusCode());
    String signIn = stranger.headers().firstValue("Location").orElseThrow();
    assertTrue(signIn.contains("/login.xhtml?to=%2Freport.xhtml%3Fid%3D" + report), signIn);

    JsonObject view = analyst.object("reports/" + report);
    assertEquals("COMPLETED", view.getString("state"));
    Instant keptUntil = Instant.parse(view.getString("keptUntil"));
    long days = ChronoUnit.DAYS.between(Instant.now(), keptUntil.plusSeconds(60));
    assertEquals(7, days, keptUntil.toString());
  }

  @Test
  void fireIsSkippedWhenNothingIsNewAndNotWhenItIsRunByHand()
      throws IOException, InterruptedException, SQLException {
    ScheduleFixture schedule =
        schedule(Map.of("to", List.of("to@example.com"), "skipWhenUnchanged", true));
    assertEquals("COMPLETED", schedule.runNow().getString("state"));
    execute(
        "update core.schedule set next_trigger_at = now() - interval '15 seconds'"
            + " where public_id = '"
            + schedule.id()
            + "'"); // no timer reminds of it now
    JsonObject skipped =
        schedule.await(runs -> ended(runs, 2)).stream()
            .filter(run -> run.getString("cause").equals("TIMER"))
            .findFirst()
            .orElseThrow();
    assertEquals("SKIPPED", skipped.getString("state"), skipped.toString());
    assertEquals("NOTHING_NEW", skipped.getString("reasonCode"));
    assertEquals(0, skipped.getJsonArray("reports").size());
    assertEquals(1, mail.inbox("to@example.com").size());

    assertEquals("COMPLETED", schedule.runNow().getString("state"));
    assertEquals(2, mail.inbox("to@example.com").size());
  }

  @Test
  void pausedScheduleIsNotDueUntilItIsResumed() throws IOException, InterruptedException {
    Instant due = Instant.now().plus(Duration.ofSeconds(3));
    ScheduleFixture schedule = schedule(Map.of("recurrence", ScheduleFixture.hourly(due)));
    assertEquals("PAUSED", schedule.ask("pause").getString("state"));
    assertTrue(schedule.view().isNull("nextTriggerAt"));
    schedule(Map.of("recurrence", ScheduleFixture.once(due.plusSeconds(1)))).firstRun();
    assertEquals(List.of(), schedule.runs());
    JsonObject resumed = schedule.ask("resume");
    assertEquals("ACTIVE", resumed.getString("state"));
    assertTrue(Instant.parse(resumed.getString("nextTriggerAt")).isAfter(Instant.now()));
    assertEquals(List.of(), schedule.runs(), "what passed meanwhile is not made up for");
  }

  @Test
  void ownerIsToldOfAFailureInTheirLanguage()
      throws IOException, InterruptedException, MessagingException {
    CampaignFixture empty = CampaignFixture.create(administrator(), "Empty", DemoVideoFixture.ad());
    ScheduleFixture schedule =
        ScheduleFixture.create(
            analyst,
            empty.campaignId(),
            ScheduleFixture.order(empty.creativeId(), Map.of("to", List.of("to@example.com"))));
    JsonObject run = schedule.runNow();
    assertEquals("FAILED", run.getString("state"));
    assertEquals("NOTHING_TO_REPORT", run.getString("reasonCode"));
    schedule.await(runs -> !runs.get(0).isNull("ownerNotifiedAt"));
    assertEquals(List.of(), mail.inbox("to@example.com"));
    MimeMessage received = mail.only("analyst@example.com");
    assertEquals("Отклик: ошибка расписания «Weekly»", received.getSubject());
    String text = MailFixture.text(received);
    assertTrue(text.contains("Загрузите записи и дождитесь"), text);
  }

  @Test
  void scheduleWhoseOwnerLostAccessPausesUntilAnotherTakesItOver()
      throws IOException, InterruptedException, SQLException {
    RestClient leaver = user("leaver", "en");
    ScheduleFixture schedule =
        ScheduleFixture.create(
            leaver,
            campaign.campaignId(),
            ScheduleFixture.order(campaign.creativeId(), Map.of("to", List.of("to@example.com"))));
    execute(
        "delete from core.client_member where app_user_id ="
            + " (select id from core.app_user where login = 'leaver')");
    int before = timers();
    JsonObject run = schedule.through(administrator()).runNow();
    assertEquals("FAILED", run.getString("state"));
    assertEquals("OWNER_LOST_ACCESS", run.getString("reasonCode"));
    assertEquals(List.of(), mail.inbox("to@example.com"));
    assertEquals("PAUSED", schedule.through(analyst).view().getString("state"));
    assertEquals(before - 1, timers());

    schedule.through(analyst).ask("resume");
    JsonObject taken = schedule.through(analyst).view();
    assertEquals("ACTIVE", taken.getString("state"));
    assertEquals("analyst", taken.getString("owner"));
    assertEquals(before, timers());
    assertEquals("COMPLETED", schedule.through(analyst).runNow().getString("state"));
    assertEquals(1, mail.inbox("to@example.com").size());
  }

  @Test
  void timersLieInTheDatabaseOncePerSchedule()
      throws IOException, InterruptedException, SQLException {
    ScheduleFixture schedule = schedule(Map.of());
    int before = timers();
    schedule.ask("pause");
    assertEquals(before - 1, timers());
    schedule.ask("resume");
    assertEquals(before, timers());
    HttpResponse<String> deleted = analyst.send("DELETE", "schedules/" + schedule.id(), "");
    assertEquals(204, deleted.statusCode());
    assertEquals(before - 1, timers());
    assertEquals(404, analyst.send("GET", "schedules/" + schedule.id(), "").statusCode());
  }

  private static ScheduleFixture schedule(Map<String, ?> more)
      throws IOException, InterruptedException {
    return ScheduleFixture.create(
        analyst, campaign.campaignId(), ScheduleFixture.order(campaign.creativeId(), more));
  }

  private static boolean ended(List<JsonObject> runs, int count) {
    return runs.size() == count && runs.stream().noneMatch(run -> run.isNull("finishedAt"));
  }

  private static RestClient administrator() {
    return TestGround.administrator();
  }

  private static RestClient user(String login, String locale)
      throws IOException, InterruptedException {
    administrator()
        .post(
            "users",
            Json.createObjectBuilder()
                .add("login", login)
                .add("password", PASSWORD)
                .add("role", "ANALYST")
                .add("locale", locale)
                .add("email", login + "@example.com")
                .add("clients", Json.createArrayBuilder().add(DemoUser.CLIENT))
                .build());
    return TestGround.client(login, PASSWORD);
  }

  private static int timers() throws SQLException {
    return Integer.parseInt(
        Sql.rows(
                TestGround.database(),
                DatabaseRole.APPLICATION,
                "select count(*) from timer.jboss_ejb_timer")
            .get(0));
  }

  private static void execute(String statement) throws SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
