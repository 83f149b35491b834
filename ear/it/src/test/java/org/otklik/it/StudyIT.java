package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.video.VideoWriter.Format;

/** Viewers who follow a study's link, as their pages speak to the server. */
class StudyIT {
  private static final int CREATIVE_MS = 5000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of the recording's analysis, where it left something to restart by. */
  private static final String EXECUTIONS =
      """
      select distinct step.jobexecutionid::text
      from core.recording
      join core.analysis_run as run on run.recording_id = recording.id
      join core.job_request as request
          on request.job_name = 'analyse-recording' and request.subject_id = run.id
      join batch.step_execution as step on step.jobexecutionid = request.job_execution_id
      where recording.public_id = ?::uuid and step.writercheckpointinfo is not null
      """;

  private static final String CHECKPOINTS =
      """
      select count(*)::text from batch.step_execution
      where jobexecutionid = ?::bigint
          and num_nonnulls(persistentuserdata, readercheckpointinfo, writercheckpointinfo) > 0
      """;

  private static RestClient rest;
  private static CampaignFixture campaign;
  private static byte[] viewer;

  @BeforeAll
  static void provideCampaign() throws IOException, InterruptedException {
    rest = TestGround.administrator();
    Path folder = TestGround.newFolder("study");
    campaign =
        CampaignFixture.create(
            rest,
            "Studies",
            UploadedVideoFixture.video(folder.resolve("ad.mp4"), Format.MP4, 320, 180, 125));
    viewer =
        Files.readAllBytes(UploadedVideoFixture.viewer(folder.resolve("viewer.webm"), Format.WEBM));
  }

  private static StudyFixture study() throws IOException, InterruptedException {
    return StudyFixture.create(
        rest,
        campaign.campaignId(),
        List.of(campaign.creativeId()),
        Json.createObjectBuilder()
            .add("asksNps", true)
            .add(
                "questions",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("attribute", "age")
                            .add("en", "How old are you?")
                            .add("ru", "Сколько вам лет?")
                            .add("values", Json.createArrayBuilder().add("18-34").add("35+")))
                    .add(
                        question("brands", "MULTIPLE")
                            .add("values", Json.createArrayBuilder().add("A").add("B")))
                    .add(question("liked", "SCALE").add("steps", 7))
                    .add(question("why", "TEXT")))
            .add("completedUrl", "https://panel.example/done?pid={pid}&x={none}"));
  }

  private static JsonObjectBuilder question(String attribute, String kind) {
    return Json.createObjectBuilder()
        .add("attribute", attribute)
        .add("en", attribute + "?")
        .add("ru", attribute + "?")
        .add("kind", kind);
  }

  private static void assertProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, StudyFixture.object(answer).getString("code"));
  }

  private static JsonObject participation(String token) throws IOException, InterruptedException {
    return StudyFixture.object(StudyFixture.ask("GET", "participations/" + token, null));
  }

  @Test
  void nothingIsTakenBeforeTheConsent() throws Exception {
    StudyFixture study = study();
    String token = StudyFixture.object(study.begin()).getString("token");
    String own = "participations/" + token;

    assertProblem(
        409,
        "CONSENT_NEEDED",
        StudyFixture.ask(
            "POST",
            own + "/captures",
            Json.createObjectBuilder().add("creative", campaign.creativeId())));
    assertProblem(
        409,
        "CONSENT_NEEDED",
        StudyFixture.ask(
            "POST", own + "/camera-check", "application/octet-stream", new byte[82_944]));
    assertProblem(
        409,
        "CONSENT_NEEDED",
        StudyFixture.ask("GET", own + "/creatives/" + campaign.creativeId() + "/video", null));
    assertProblem(
        409,
        "CONSENT_CHANGED",
        StudyFixture.ask(
            "POST",
            own + "/consent",
            Json.createObjectBuilder().add("textSha256", "0".repeat(64)).add("isOldEnough", true)));
    assertEquals("OPENED", participation(token).getString("state"));

    JsonObject young =
        StudyFixture.object(
            StudyFixture.ask(
                "POST",
                own + "/consent",
                Json.createObjectBuilder()
                    .add("textSha256", study.consent())
                    .add("isOldEnough", false)));
    assertEquals("TOO_YOUNG", young.getString("state"));
    assertEquals(0, study.viewers().getInt("agreed"));
  }

  /** The viewer smiles from 2.0 to 4.2 s of the recording, so from 1.5 s of the creative on. */
  @Test
  void recordingIsAnalysedInStepWithTheCreative() throws Exception {
    StudyFixture study = study();
    String token = study.agreed();

    HttpResponse<String> answer =
        StudyFixture.record(token, campaign.creativeId(), viewer, CREATIVE_MS);
    assertEquals(204, answer.statusCode(), answer.body());
    JsonObject completed =
        StudyFixture.object(
            StudyFixture.ask(
                "POST",
                "participations/" + token + "/completion",
                Json.createObjectBuilder()
                    .add("nps", 9)
                    .add(
                        "answers",
                        Json.createObjectBuilder()
                            .add("age", Json.createArrayBuilder().add("35+"))
                            .add("brands", Json.createArrayBuilder().add("B"))
                            .add("liked", Json.createArrayBuilder().add("6"))
                            .add("why", Json.createArrayBuilder().add("Short; and kind.")))));
    assertEquals("COMPLETED", completed.getString("state"));
    assertEquals("https://panel.example/done?pid=a+b%26c&x=", completed.getString("returnUrl"));
    String code = completed.getString("viewer");
    campaign.settled();

    JsonObject viewing = campaign.viewing(code);
    assertEquals("35+", viewing.getJsonObject("segments").getString("age"));
    assertEquals("0", viewing.getJsonObject("segments").getString("brands / A"));
    assertEquals("1", viewing.getJsonObject("segments").getString("brands / B"));
    String answers = "campaigns/" + campaign.campaignId() + "/answers";
    JsonObject liked = rest.object(answers).getJsonArray("questions").getJsonObject(0);
    assertEquals("liked", liked.getString("attribute"));
    assertTrue(liked.isNull("mean"), "one viewer is too few");
    String file = rest.send("GET", answers + "/file", "").body();
    assertTrue(file.contains("viewer,nps,csat,liked,why"), file);
    assertTrue(file.contains(code + ",9,,6,Short; and kind."), file);
    List<JsonObject> seconds = campaign.seconds(viewing.getString("id"));
    assertEquals("POSITIVE", seconds.get(2).getString("state"));
    assertEquals("NEUTRAL", seconds.get(0).getString("state"));
    JsonObject viewers = study.viewers();
    assertEquals(1, viewers.getInt("completed"));
    assertEquals(1, viewers.getInt("usable"));
    assertProblem(
        409,
        "CAPTURE_DONE",
        StudyFixture.ask(
            "POST",
            "participations/" + token + "/captures",
            Json.createObjectBuilder().add("creative", campaign.creativeId())));
  }

  @Test
  void partsAreSentOnceAndAnUnfinishedRecordingIsReplaced() throws Exception {
    String token = study().agreed();
    String first = StudyFixture.beginCapture(token, campaign.creativeId());
    byte[] part = Arrays.copyOf(viewer, 1000);
    assertEquals(200, StudyFixture.part(first, 0, part).statusCode());
    assertProblem(409, "UPLOAD_OFFSET_WRONG", StudyFixture.part(first, 0, part));
    assertEquals(
        1000, StudyFixture.object(StudyFixture.ask("GET", first, null)).getInt("sizeBytes"));
    assertProblem(
        409,
        "UPLOAD_OFFSET_WRONG",
        StudyFixture.ask("POST", first + "/end", StudyFixture.played(2000, CREATIVE_MS)));
    assertProblem(
        413, "REQUEST_TOO_LARGE", StudyFixture.part(first, 1000, new byte[(256 << 10) + 1]));
    assertProblem(
        413, "FILM_TOO_LARGE", StudyFixture.part(first, 80L << 20, part)); // of 5 s of a creative

    String second = StudyFixture.beginCapture(token, campaign.creativeId());
    assertProblem(404, "CAPTURE_UNKNOWN", StudyFixture.ask("GET", first, null));
    StudyFixture.send(second, viewer);
    StudyFixture other = study();
    assertProblem(
        404,
        "CAPTURE_UNKNOWN",
        StudyFixture.ask("GET", second.replace(token, other.agreed()), null));
    assertEquals(
        204,
        StudyFixture.ask("POST", second + "/end", StudyFixture.played(viewer.length, CREATIVE_MS))
            .statusCode());
    assertEquals(
        204,
        StudyFixture.ask("POST", second + "/end", StudyFixture.played(viewer.length, CREATIVE_MS))
            .statusCode(),
        "asked again after a lost answer");
  }

  @Test
  void whatIsNoRecordingIsRefusedAndMayBeRepeated() throws Exception {
    String token = study().agreed();
    String capture = StudyFixture.beginCapture(token, campaign.creativeId());
    byte[] nonsense = "no video at all".repeat(100).getBytes("UTF-8");
    StudyFixture.send(capture, nonsense);
    assertProblem(
        422,
        "FILM_NOT_A_VIDEO",
        StudyFixture.ask("POST", capture + "/end", StudyFixture.played(nonsense.length, 5000)));

    String still = StudyFixture.beginCapture(token, campaign.creativeId());
    StudyFixture.send(still, viewer);
    assertProblem(
        422,
        "CAPTURE_NOT_PLAYED",
        StudyFixture.ask(
            "POST",
            still + "/end",
            StudyFixture.played(viewer.length, 0).add("events", Json.createArrayBuilder())));

    assertEquals(
        204, StudyFixture.record(token, campaign.creativeId(), viewer, CREATIVE_MS).statusCode());
  }

  @Test
  void fullStudyLetsNobodyInUntilAPlaceIsFree() throws Exception {
    StudyFixture study =
        StudyFixture.create(
            rest,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder().add("maxViewers", 1));
    String token = study.agreed();
    assertProblem(409, "STUDY_FULL", study.begin());
    assertEquals(
        204, StudyFixture.record(token, campaign.creativeId(), viewer, CREATIVE_MS).statusCode());
    assertProblem(409, "STUDY_FULL", study.begin());
    campaign.settled();
    String recording = campaign.viewing(participation(token).getString("viewer")).getString("id");
    rest.send(
        "PUT",
        "recordings/" + recording + "/decision",
        "{\"decision\": \"EXCLUDED\", \"note\": \"x\"}");
    await().atMost(PATIENCE).until(() -> study.viewers().getInt("usable") == 0);
    assertEquals(201, study.begin().statusCode());

    rest.send("POST", "studies/" + study.id() + "/close", "");
    assertProblem(409, "STUDY_CLOSED", study.begin());
    JsonObject shown =
        StudyFixture.object(StudyFixture.ask("GET", "study-links/" + study.code(), null));
    assertEquals("STUDY_CLOSED", shown.getString("closed"));
    rest.send("POST", "studies/" + study.id() + "/reopen", "");
    assertEquals(201, study.begin().statusCode());
  }

  @Test
  void placesAreLimitedByWhatViewersAnswerBeforeTheCreatives() throws Exception {
    StudyFixture study =
        StudyFixture.create(
            rest,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder()
                .add("fullUrl", "https://panel.example/full?pid={pid}")
                .add(
                    "questions",
                    Json.createArrayBuilder()
                        .add(
                            question("group", "SINGLE")
                                .add("isBefore", true)
                                .add("values", Json.createArrayBuilder().add("a").add("b"))
                                .add("places", Json.createObjectBuilder().add("a", 1)))));
    String first = study.agreed();
    assertProblem(
        409,
        "ANSWERS_NEEDED",
        StudyFixture.ask(
            "POST",
            "participations/" + first + "/captures",
            Json.createObjectBuilder().add("creative", campaign.creativeId())));
    assertEquals("AGREED", answered(first, "a").getString("state"));
    JsonObject second = answered(study.agreed(), "a");
    assertEquals("FULL", second.getString("state"));
    assertEquals("https://panel.example/full?pid=a+b%26c", second.getString("returnUrl"));
    assertFalse(second.toString().contains("places"), "not for viewers");
    assertEquals("AGREED", answered(study.agreed(), "b").getString("state"));

    assertEquals(
        204, StudyFixture.record(first, campaign.creativeId(), viewer, CREATIVE_MS).statusCode());
    assertEquals("FULL", answered(study.agreed(), "a").getString("state"));
    campaign.settled();
    JsonObject viewing = campaign.viewing(participation(first).getString("viewer"));
    assertEquals("a", viewing.getJsonObject("segments").getString("group"));
    rest.send(
        "PUT",
        "recordings/" + viewing.getString("id") + "/decision",
        "{\"decision\": \"EXCLUDED\", \"note\": \"x\"}");
    await().atMost(PATIENCE).until(() -> study.viewers().getInt("usable") == 0);
    assertEquals("AGREED", answered(study.agreed(), "a").getString("state"), "a place is free");
  }

  private static JsonObject answered(String token, String group)
      throws IOException, InterruptedException {
    return StudyFixture.object(
        StudyFixture.ask(
            "POST",
            "participations/" + token + "/answers",
            Json.createObjectBuilder()
                .add(
                    "answers",
                    Json.createObjectBuilder()
                        .add("group", Json.createArrayBuilder().add(group)))));
  }

  @Test
  void personalLinkLetsOneViewerInOnceByTheCode() throws Exception {
    StudyFixture study = study();
    String links = "studies/" + study.id() + "/invitations";
    assertProblem(400, "CODES_HEADER_INVALID", invite(links, "A-1\nA-2\n"));
    assertProblem(400, "CODE_UNUSABLE", invite(links, "viewer\nA-1\n" + "x".repeat(65) + "\n"));
    assertEquals(
        2, StudyFixture.object(invite(links, "viewer;city\nA-1;Tver\nA-2;\n")).getInt("created"));
    assertEquals(
        1, StudyFixture.object(invite(links, "viewer\nA-2\nA-3\n")).getInt("created"), "known");
    JsonObject listed = rest.get(links).asJsonArray().getJsonObject(0);
    assertEquals("A-1", listed.getString("viewer"));
    assertTrue(listed.isNull("state"));
    String code = listed.getString("link").replaceFirst(".*link=", "");

    StudyFixture personal = study.by(code);
    String abandoned = StudyFixture.object(personal.begin()).getString("token");
    String token = personal.agreed();
    assertEquals(404, StudyFixture.ask("GET", "participations/" + abandoned, null).statusCode());
    assertEquals(
        204, StudyFixture.record(token, campaign.creativeId(), viewer, CREATIVE_MS).statusCode());
    assertEquals("A-1", participation(token).getString("viewer"));
    assertProblem(409, "STUDY_LINK_USED", personal.begin());
    JsonObject shown = StudyFixture.object(StudyFixture.ask("GET", "study-links/" + code, null));
    assertEquals("STUDY_LINK_USED", shown.getString("closed"));
    String file = rest.send("GET", links + "/file", "").body();
    assertTrue(file.contains("viewer,link,state,changed_at"), file);
    assertTrue(file.contains("A-1," + listed.getString("link") + ",RECORDED,"), file);
    assertEquals(201, study.begin().statusCode(), "the open link");
  }

  private static HttpResponse<String> invite(String links, String table)
      throws IOException, InterruptedException {
    return rest.send("POST", links, table);
  }

  @Test
  void anotherConsentIsAnotherVersionAndWhoAgreedIsRecorded() throws Exception {
    StudyFixture study = study();
    study.agreed();
    JsonObject other =
        Json.createObjectBuilder(
                StudyFixture.request(List.of(campaign.creativeId()), Json.createObjectBuilder()))
            .add("consentEn", "Your face is recorded, and kept for a month.")
            .build();
    JsonObject changed =
        StudyFixture.object(rest.send("PUT", "studies/" + study.id(), other.toString()));
    assertEquals(4, changed.getJsonArray("consent").size());
    assertEquals(2, changed.getJsonArray("consent").getJsonObject(0).getInt("version"));
    JsonObject agreed =
        rest.get("studies/" + study.id() + "/consents").asJsonArray().getJsonObject(0);
    assertEquals(1, agreed.getInt("version"));
    assertEquals(study.consent(), agreed.getString("textSha256"));
    HttpResponse<String> unfinished =
        rest.send(
            "PUT",
            "studies/" + study.id(),
            Json.createObjectBuilder(other)
                .add("consentEn", "[company] records.")
                .build()
                .toString());
    assertProblem(400, "CONSENT_UNFINISHED", unfinished);
  }

  @Test
  void creativeThatIsTooLongForAStudyIsRefused() throws Exception {
    CampaignFixture episode =
        CampaignFixture.create(
            rest,
            "Episodes",
            UploadedVideoFixture.video(
                TestGround.newFolder("study").resolve("ad.mp4"), Format.MP4, 320, 180, 10));
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update core.creative set duration_ms = 1200001 where public_id = '%s'"
              .formatted(episode.creativeId()));
    }
    assertProblem(
        400,
        "STUDY_CREATIVE_LONG",
        rest.send(
            "POST",
            "campaigns/" + episode.campaignId() + "/studies",
            StudyFixture.request(List.of(episode.creativeId()), Json.createObjectBuilder())
                .toString()));
  }

  /** By the viewer's own link, or by an analyst: the way is the same. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoWithdrawsLeavesNothing(boolean byAnalyst) throws Exception {
    StudyFixture study = study();
    String token = study.agreed();
    byte[] own = Arrays.copyOf(viewer, viewer.length);
    assertEquals(
        204, StudyFixture.record(token, campaign.creativeId(), own, CREATIVE_MS).statusCode());
    StudyFixture.ask(
        "POST",
        "participations/" + token + "/completion",
        Json.createObjectBuilder().add("nps", 3));
    campaign.settled();
    String code = participation(token).getString("viewer");
    String recording = campaign.viewing(code).getString("id");
    assertFalse(StoredPlaces.of(code).isEmpty());
    List<String> executions =
        Sql.rows(TestGround.database(), DatabaseRole.APPLICATION, EXECUTIONS, recording);
    assertFalse(executions.isEmpty());
    String report =
        campaign
            .made(
                "creatives/" + campaign.creativeId() + "/reports",
                Json.createObjectBuilder().add("locale", "en").add("format", "CSV").build())
            .getString("id");
    String link =
        rest.post("reports/" + report + "/links", Json.createObjectBuilder().add("days", 1).build())
            .getString("address");
    String person = "campaigns/" + campaign.campaignId() + "/viewers/" + code;
    JsonObject listed = rest.object(person + "/contents").getJsonArray("reports").getJsonObject(0);
    assertEquals(report, listed.getString("id"));
    assertEquals(1, listed.getInt("links"));

    assertArchive(person + "/file", recording, own);
    if (byAnalyst) {
      assertEquals(202, rest.send("DELETE", person, "").statusCode());
    } else {
      assertEquals(204, StudyFixture.ask("DELETE", "participations/" + token, null).statusCode());
    }
    await("the viewer to be deleted").atMost(PATIENCE).until(() -> StoredPlaces.of(code).isEmpty());
    assertTrue(StoredPlaces.of(recording).stream().allMatch("core.audit_event.subject_id"::equals));
    assertEquals(List.of("core.audit_event.subject_id"), StoredPlaces.of(report));
    assertEquals(404, StudyFixture.opened(link));
    assertProblem(404, "VIEWER_UNKNOWN", rest.send("DELETE", person, ""));
    for (String execution : executions) {
      assertEquals(
          List.of("0"),
          Sql.rows(TestGround.database(), DatabaseRole.APPLICATION, CHECKPOINTS, execution));
    }
    assertEquals("WITHDRAWN", participation(token).getString("state"));
    assertEquals(1, study.viewers().getInt("withdrawn"));
    assertEquals(1, study.viewers().getInt("agreed"), "the fact of the consent stays");
    assertProblem(
        409,
        "PARTICIPATION_OVER",
        StudyFixture.ask(
            "POST",
            "participations/" + token + "/captures",
            Json.createObjectBuilder().add("creative", campaign.creativeId())));
  }

  /** All that is held on the viewer, as the viewer may have it. */
  private static void assertArchive(String path, String recording, byte[] video)
      throws IOException, InterruptedException {
    Path file = TestGround.newFolder("study").resolve("viewer.zip");
    rest.download(path, file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String viewer = text(zip, "viewer.json");
      assertTrue(viewer.contains("Your face is recorded."), viewer);
      assertTrue(viewer.contains("\"nps_answer\": 3"), viewer);
      assertFalse(viewer.contains("token"), viewer);
      assertTrue(text(zip, "fields.json").contains("Answer to"), "what the fields mean");
      String name = "recordings/" + recording;
      assertTrue(text(zip, name + ".json").contains("\"happiness_probability\""));
      assertTrue(text(zip, name + "-frames.json").contains("\"box_width_px\""));
      try (InputStream in = zip.getInputStream(zip.getEntry(name + ".webm"))) {
        assertArrayEquals(video, in.readAllBytes());
      }
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
