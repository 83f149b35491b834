package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.RestClient.RefusedException;
import org.otklik.testdata.video.VideoWriter.Format;

/** What has been kept for its period is deleted, and nothing else; pages, jobs and files follow. */
class RetentionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String DAY =
      """
      {"periods": {"video": 1, "frames": 1, "answers": 1, "reports": 1}}""";

  private final RestClient rest = TestGround.administrator();

  @Test
  void whatIsDueIsGoneFromEveryTableAndFolderAndTheRestStays() throws Exception {
    Path folder = TestGround.newFolder("retention");
    Path ad = UploadedVideoFixture.video(folder.resolve("kept.mp4"), Format.MP4, 334, 188, 130);
    CampaignFixture campaign = CampaignFixture.create(rest, "Kept for a day", ad);
    String old =
        campaign.record(
            "old-viewer", UploadedVideoFixture.viewer(folder.resolve("old.webm"), Format.WEBM));
    String young =
        campaign.record(
            "young-viewer", UploadedVideoFixture.viewer(folder.resolve("new.mp4"), Format.MP4));
    campaign.settled();
    for (String viewer : List.of("old-viewer", "young-viewer")) {
      answered(200, "PUT", path(campaign, "answers/" + viewer), "{\"nps\": 9, \"csat\": 4}");
    }
    String report = report(campaign);
    String sha256 = rest.object("reports/" + report).getString("sha256");
    Set<String> films = films(old);
    Set<String> kept = films(young);
    List<JsonObject> seconds = campaign.seconds(old);
    JsonObject figures = rest.object("creatives/" + campaign.creativeId());
    assertTrue(frames(old) > 0);
    speak(old);
    speak(young);

    answered(200, "PUT", path(campaign, "retention"), DAY);
    assertTrue(upcoming(campaign).stream().noneMatch(RetentionIT::isOverdue), "not yet");
    age(campaign, old);
    assertEquals(
        Set.of("VIDEO", "FRAMES", "ANSWERS", "REPORTS"),
        upcoming(campaign).stream()
            .map(one -> one.getString("dataClass"))
            .collect(Collectors.toSet()));

    answered(202, "POST", "retention/runs", "");
    await("the end of the job")
        .atMost(PATIENCE)
        .until(() -> upcoming(campaign).stream().noneMatch(RetentionIT::isOverdue));

    for (String gone : films) {
      assertEquals(List.of(), StoredPlaces.of(gone), "of the old viewer's videos");
    }
    assertEquals(List.of(), StoredPlaces.of(sha256), "of the report");
    await()
        .atMost(PATIENCE)
        .until(() -> stored(films).isEmpty() && stored(Set.of(sha256)).isEmpty());
    assertEquals(kept, films(young), "the young viewer's videos stay");
    assertEquals(kept.size(), stored(kept).size());
    assertEquals(0, frames(old));
    assertTrue(frames(young) > 0);
    assertEquals(List.of("0|1|1"), voices(old), "seconds of voices stay");
    assertEquals(List.of("1|1|1"), voices(young));
    assertEquals(
        List.of("null|null|f", "9|4|t"),
        sql(
            """
            select nps_answer, csat_answer, answered_at is not null from core.viewer
            where code in ('old-viewer', 'young-viewer') and campaign_id = (
                select id from core.campaign where public_id = ?::uuid)
            order by code
            """,
            campaign.campaignId()));
    assertRefused("REPORT_UNKNOWN", "reports/" + report);

    JsonObject left = rest.object("recordings/" + old);
    assertEquals("DELETED", left.getJsonObject("video").getString("state"));
    assertFalse(left.isNull("videoDeletedAt"));
    assertFalse(left.isNull("framesDeletedAt"));
    assertTrue(rest.object("recordings/" + young).isNull("videoDeletedAt"));
    assertEquals(seconds, campaign.seconds(old), "seconds stay");
    assertEquals(figures, rest.object("creatives/" + campaign.creativeId()), "figures stay");
    assertRefused("VIDEO_DELETED", "recordings/" + old + "/video");
    HttpResponse<String> again = rest.send("POST", "recordings/" + old + "/analyses", "{}");
    assertTrue(again.body().contains("VIDEO_DELETED"), again.body());
    assertEquals(
        "[]", rest.object("recordings/" + old + "/frames").getJsonArray("timesMs").toString());
    assertEquals(
        List.of("t|t", "f|f"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select video_deleted_at is not null, frames_deleted_at is not null
            from bi.fact_viewing join bi.dim_run using (run_key)
            where recording_id in (?::uuid, ?::uuid) order by 1 desc
            """,
            old,
            young));
    assertEquals(
        Set.of("VIDEO: 1", "FRAMES: 1", "ANSWERS: 1", "REPORTS: 1"),
        audited(campaign),
        "how many, not whom");
    assertEquals(200, rest.send("GET", path(campaign, "viewers/old-viewer/file"), "").statusCode());

    settingsWorkOnSeconds(campaign, old);
  }

  /** With a threshold that nobody reaches every second is neutral, also where frames are gone. */
  private void settingsWorkOnSeconds(CampaignFixture campaign, String recording) throws Exception {
    JsonObject now = rest.object(path(campaign, "settings"));
    JsonObject wanted =
        Json.createObjectBuilder(now.getJsonObject("settings"))
            .add("stateThreshold", 1)
            .add("smoothingMs", 500)
            .build();
    answered(
        200,
        "PUT",
        path(campaign, "settings"),
        Json.createObjectBuilder()
            .add("version", now.getInt("version"))
            .add("settings", wanted)
            .build()
            .toString());
    campaign.settled();
    JsonObject viewing = rest.object("recordings/" + recording);
    assertEquals("NEUTRAL", viewing.getString("response"));
    assertEquals(0, viewing.getJsonObject("settings").getInt("smoothingMs"), "as it was made");
    assertTrue(viewing.getJsonNumber("observedSeconds").doubleValue() > 0);
    assertEquals(0, viewing.getJsonNumber("positiveSeconds").doubleValue());
  }

  @Test
  void aHoldKeepsWhatIsDueAndACampaignKeepsNothingLongerThanItsClient() throws Exception {
    String client = "retention-" + UUID.randomUUID();
    rest.post(
        "clients", Json.createObjectBuilder().add("code", client).add("name", "Kept").build());
    String campaign =
        rest.post(
                "campaigns",
                Json.createObjectBuilder().add("client", client).add("name", "Held").build())
            .getString("id");
    answered(
        200,
        "PUT",
        "clients/" + client + "/retention",
        """
        {"periods": {"video": 30, "reports": 90}, "remakesReports": true}""");
    HttpResponse<String> longer =
        rest.send("PUT", "campaigns/" + campaign + "/retention", "{\"periods\": {\"video\": 31}}");
    assertEquals(400, longer.statusCode());
    assertTrue(longer.body().contains("RETENTION_TOO_LONG"), longer.body());
    answered(200, "PUT", "campaigns/" + campaign + "/retention", "{\"periods\": {\"frames\": 31}}");
    JsonObject effective =
        rest.object("campaigns/" + campaign + "/retention").getJsonObject("effective");
    assertEquals(30, effective.getInt("video"));
    assertEquals(31, effective.getInt("frames"));
    assertTrue(effective.isNull("answers"));

    answered(
        200, "PUT", "campaigns/" + campaign + "/retention/hold", "{\"reason\": \"A lawsuit\"}");
    answered(204, "DELETE", "campaigns/" + campaign + "/retention/hold", "");
    CampaignFixture held = CampaignFixture.create(rest, "Held for long", DemoVideoFixture.ad());
    ViewersFixture.shared().add(held.creativeId(), 2);
    answered(200, "PUT", path(held, "retention"), "{\"periods\": {\"frames\": 1}}");
    answered(200, "PUT", path(held, "retention/hold"), "{\"reason\": \"A lawsuit\"}");
    execute(
        """
        update core.campaign_retention set changed_at = now() - interval '9 days'
        where campaign_id = (select id from core.campaign where public_id = '%1$s');
        update core.recording set created_at = now() - interval '9 days'
        where creative_id = (select id from core.creative where public_id = '%2$s');
        """
            .formatted(held.campaignId(), held.creativeId()));
    answered(202, "POST", "retention/runs", "");
    awaitNoJob();
    assertEquals(held.viewings().size(), upcoming(held).get(0).getInt("count"));
    assertTrue(upcoming(held).get(0).getBoolean("isHeld"));
    assertTrue(rest.get("retention").toString().contains("Held for long"));
    answered(204, "DELETE", path(held, "retention/hold"), "");
    answered(202, "POST", "retention/runs", "");
    await().atMost(PATIENCE).until(() -> upcoming(held).isEmpty());
  }

  @Test
  void theOwnerIsToldSevenDaysBeforeAndOnce() throws Exception {
    String login = "u" + UUID.randomUUID();
    String address = login + "@example.com";
    rest.post(
        "users",
        Json.createObjectBuilder()
            .add("login", login)
            .add("password", UserFixture.PASSWORD)
            .add("role", "ANALYST")
            .add("locale", "ru")
            .add("email", address)
            .add("clients", Json.createArrayBuilder().add("demo"))
            .build());
    RestClient owner = TestGround.client(login, UserFixture.PASSWORD);
    CampaignFixture campaign = CampaignFixture.create(owner, "Скоро", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), 3);
    answered(200, "PUT", path(campaign, "retention"), "{\"periods\": {\"frames\": 5}}");
    for (int night = 0; night < 2; night++) {
      answered(202, "POST", "retention/runs", "");
      awaitNoJob();
    }
    String text = MailFixture.text(TestGround.server().mail().only(address));
    int recordings = campaign.viewings().size();
    assertTrue(text.contains("Строки кадров: " + recordings + ","), text);
    assertTrue(text.contains("retention.xhtml?campaign=" + campaign.campaignId()), text);
    assertEquals(recordings, upcoming(campaign).get(0).getInt("count"), "nothing is deleted yet");
  }

  @Test
  void reportsAreCreatedAgainWithoutTheViewerWhoIsDeleted() throws Exception {
    String client = "remade-" + UUID.randomUUID();
    rest.post(
        "clients", Json.createObjectBuilder().add("code", client).add("name", "Anew").build());
    answered(
        200,
        "PUT",
        "clients/" + client + "/retention",
        "{\"periods\": {}, \"remakesReports\": true}");
    String id =
        rest.post(
                "campaigns",
                Json.createObjectBuilder().add("client", client).add("name", "Anew").build())
            .getString("id");
    String creative =
        rest.upload("campaigns/" + id + "/creatives?name=Ad", DemoVideoFixture.ad())
            .getString("id");
    CampaignFixture any = CampaignFixture.create(rest, "Other", DemoVideoFixture.ad());
    CampaignFixture campaign = any.other(creative);
    ViewersFixture.shared().add(creative, 6);
    ViewersFixture.shared().summarise(creative);
    campaign.settled();
    String report = report(campaign);
    String link =
        rest.post("reports/" + report + "/links", Json.createObjectBuilder().add("days", 7).build())
            .getString("address");
    String before = rest.object("reports/" + report).getString("sha256");
    String viewer = campaign.viewings().get(0).getString("viewer");
    assertTrue(text(report).contains(viewer));

    String person = "campaigns/" + id + "/viewers/" + viewer;
    JsonObject contents = rest.object(person + "/contents");
    assertTrue(contents.getBoolean("remakesReports"));
    assertEquals(report, contents.getJsonArray("reports").getJsonObject(0).getString("id"));
    assertEquals(202, rest.send("DELETE", person, "").statusCode());
    await("the report without the viewer")
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonObject now = rest.object("reports/" + report);
              return now.getString("state").equals("COMPLETED")
                  && !now.getString("sha256").equals(before);
            });

    assertFalse(text(report).contains(viewer));
    assertFalse(rest.object("reports/" + report).isNull("remadeAt"));
    assertEquals(200, StudyFixture.opened(link), "under the same link");
    assertEquals(List.of(), StoredPlaces.of(before));
    assertTrue(stored(Set.of(before)).isEmpty());

    String next = campaign.viewings().get(1).getString("viewer");
    execute(
        """
        update core.viewer set remove_at = now() + interval '1 day'
        where code = '%s' and campaign_id = (select id from core.campaign where public_id = '%s')
        """
            .formatted(next, id));
    HttpResponse<String> late =
        rest.send("PUT", "campaigns/" + id + "/answers/" + next, "{\"nps\": 9}");
    assertEquals(409, late.statusCode(), "what is sent would be deleted: " + late.body());
    assertTrue(late.body().contains("VIEWER_BEING_DELETED"), late.body());
  }

  @Test
  void theRecordOfProcessingSaysWhatIsHeldWhyAndForHowLong() throws Exception {
    CampaignFixture campaign = CampaignFixture.create(rest, "On record", DemoVideoFixture.ad());
    StudyFixture study =
        StudyFixture.create(
            rest,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder());
    study.agreed();
    answered(200, "PUT", path(campaign, "retention"), "{\"periods\": {\"video\": 30}}");
    JsonObject record =
        rest.get("processing-record").asJsonArray().stream()
            .map(JsonValue::asJsonObject)
            .filter(
                one ->
                    one.getJsonObject("campaign")
                        .getString("campaign")
                        .equals(campaign.campaignId()))
            .findFirst()
            .orElseThrow();
    assertEquals(Set.of("en", "ru"), record.getJsonObject("purpose").keySet());
    JsonObject video = record.getJsonArray("held").getJsonObject(0);
    assertEquals("VIDEO", video.getString("dataClass"));
    assertEquals(30, video.getInt("keepDays"));
    JsonObject text =
        record.getJsonArray("consentTexts").stream()
            .map(JsonValue::asJsonObject)
            .filter(one -> one.getInt("agreed") == 1)
            .findFirst()
            .orElseThrow();
    assertEquals(64, text.getString("sha256").length());
    assertFalse(text.getString("content").isEmpty());
  }

  private String report(CampaignFixture campaign) throws IOException, InterruptedException {
    return campaign
        .made(
            "creatives/" + campaign.creativeId() + "/reports",
            Json.createObjectBuilder().add("locale", "en").add("format", "CSV").build())
        .getString("id");
  }

  /** Of all tables. */
  private String text(String report) throws IOException, InterruptedException {
    Path file = TestGround.newFolder("retention").resolve("report.zip");
    rest.download("reports/" + report + "/file", file);
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      while (zip.getNextEntry() != null) {
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  private void answered(int status, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = rest.send(method, path, body);
    assertEquals(status, answer.statusCode(), path + ": " + answer.body());
  }

  private void assertRefused(String code, String path) {
    RefusedException refused = assertThrows(RefusedException.class, () -> rest.object(path));
    assertEquals(code, refused.code());
  }

  private static String path(CampaignFixture campaign, String rest) {
    return "campaigns/" + campaign.campaignId() + "/" + rest;
  }

  private List<JsonObject> upcoming(CampaignFixture campaign)
      throws IOException, InterruptedException {
    return rest.object(path(campaign, "retention")).getJsonArray("upcoming").stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  private static boolean isOverdue(JsonObject deletion) {
    return Instant.parse(deletion.getString("firstDueAt")).isBefore(Instant.now());
  }

  /** As if all but what the young viewer left were of nine days ago. */
  private static void age(CampaignFixture campaign, String recording) throws SQLException {
    execute(
        """
        update core.campaign_retention set changed_at = now() - interval '9 days'
        where campaign_id = (select id from core.campaign where public_id = '%1$s');
        update core.recording set created_at = now() - interval '9 days' where public_id = '%2$s';
        update core.viewer set answered_at = now() - interval '9 days'
        where id = (select viewer_id from core.recording where public_id = '%2$s');
        update core.report set finished_at = now() - interval '9 days'
        where campaign_id = (select id from core.campaign where public_id = '%1$s');
        """
            .formatted(campaign.campaignId(), recording));
  }

  private static void execute(String statements) throws SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private static List<String> sql(String query, Object... arguments) throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.OWNER, query, arguments);
  }

  private static void awaitNoJob() {
    await("the end of the job")
        .atMost(PATIENCE)
        .until(
            () ->
                sql("""
                        select 1 from core.job_request
                        where job_name = 'apply-retention' and state in ('QUEUED', 'STARTED')
                        """)
                    .isEmpty());
  }

  /** The recording's video and its copy for browsers. */
  private static Set<String> films(String recording) throws SQLException {
    return Set.copyOf(
        sql(
            """
            select recording.media_sha256 from core.recording where public_id = ?::uuid
            union
            select playable_sha256 from core.recording join core.video using (media_sha256)
            where public_id = ?::uuid and playable_sha256 is not null
            """,
            recording,
            recording));
  }

  private static int frames(String recording) throws SQLException {
    return Integer.parseInt(
        sql(
                """
                select count(*) from core.frame_observation as frame
                join core.analysis_run as run on run.id = frame.analysis_run_id
                join core.recording on recording.id = run.recording_id
                where recording.public_id = ?::uuid
                """,
                recording)
            .get(0));
  }

  /** As if the campaign had its voices analysed. */
  private static void speak(String recording) throws SQLException {
    for (String insert :
        List.of(
            """
            core.voice_analysis (analysis_run_id, finding, model_name, model_sha256, speech_ms,
                creative_ms)
            select run.id, 'HEARD', 'voice', 'voice', 3000, 0
            """,
            """
            core.voice_window (analysis_run_id, start_ms, speech_share, creative_share)
            select run.id, 0, 0.2, 0
            """,
            """
            agg.voice_second (analysis_run_id, second_no, heard_share, state, angry_probability,
                sad_probability, neutral_probability, positive_probability, is_in_creative)
            select run.id, 1, 1, 'NEUTRAL', 0, 0, 1, 0, true
            """)) {
      sql(
          "insert into "
              + insert
              + """
              from core.analysis_run as run
              join core.recording on recording.id = run.recording_id
              where recording.public_id = ?::uuid
              returning 1
              """,
          recording);
    }
  }

  /** Windows, seconds, analyses. */
  private static List<String> voices(String recording) throws SQLException {
    return sql(
        """
        select (select count(*) from core.voice_window where analysis_run_id = run.id),
            (select count(*) from agg.voice_second where analysis_run_id = run.id),
            (select count(*) from core.voice_analysis where analysis_run_id = run.id)
        from core.analysis_run as run
        join core.recording on recording.id = run.recording_id
        where recording.public_id = ?::uuid
        """,
        recording);
  }

  private static Set<String> audited(CampaignFixture campaign) throws SQLException {
    return Set.copyOf(
        sql(
            "select detail from core.audit_event"
                + " where kind = 'RETENTION_APPLIED' and subject_id = ?",
            campaign.campaignId()));
  }

  private static List<Path> stored(Set<String> files) throws IOException {
    try (Stream<Path> all = Files.walk(TestGround.server().settings().media())) {
      return all.filter(file -> files.contains(file.getFileName().toString())).toList();
    }
  }
}
