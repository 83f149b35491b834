package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.otklik.database.DatabaseRole;
import org.otklik.emotion.Emotion;
import org.otklik.it.ShowingFixture.Line;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerScript;
import org.otklik.testdata.video.VideoWriter.Format;

/** A live showing over its sockets: drawn participants whose scripts are the truth. */
class ShowingIT {
  private static final int PARTICIPANTS = 6;
  private static final int CREATIVE_MS = 9000;
  private static final int SMILE_FROM_MS = 3000;
  private static final int SMILE_UNTIL_MS = 7000;

  /** A picture of each participant is drawn so often. */
  private static final int REDRAW_MS = 500;

  /** The host pauses there, for so long. */
  private static final int PAUSE_AT_MS = 5000;

  private static final int PAUSE_MS = 2000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static RestClient rest;
  private static CampaignFixture campaign;
  private static String host;

  @BeforeAll
  static void provideCampaign() throws IOException, InterruptedException {
    rest = TestGround.administrator();
    campaign = campaign();
    PortalBrowser browser = new PortalBrowser("en");
    UserFixture user = UserFixture.of("ANALYST");
    browser.signIn(user.login(), user.password());
    host = browser.cookieHeader();
  }

  private static CampaignFixture campaign() throws IOException, InterruptedException {
    Path folder = TestGround.newFolder("showing");
    return CampaignFixture.create(
        rest,
        "Showings",
        UploadedVideoFixture.video(
            folder.resolve("ad.mp4"), Format.MP4, 320, 180, CREATIVE_MS * 25 / 1000));
  }

  private ShowingFixture showing(CampaignFixture of) throws IOException, InterruptedException {
    return ShowingFixture.create(rest, of.campaignId(), of.creativeId());
  }

  private static List<byte[]> pictures(DemoViewer viewer) throws IOException {
    SyntheticViewer drawn =
        new SyntheticViewer(
            ViewerScript.neutral().feels(Emotion.HAPPINESS, 1, SMILE_FROM_MS, SMILE_UNTIL_MS),
            viewer.look(),
            Staging.of(320, 240, 25),
            viewer.seed());
    List<byte[]> pictures = new ArrayList<>();
    for (int ms = 0; ms < CREATIVE_MS; ms += REDRAW_MS) {
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(drawn.picture(ms), "jpg", jpeg);
      pictures.add(jpeg.toByteArray());
    }
    return pictures;
  }

  private static Line participant(String token) throws InterruptedException {
    Line line = Line.open("/live/showing", null);
    line.send(Json.createObjectBuilder().add("token", token).add("language", "en"));
    return line;
  }

  /** Where the creative is so long after its start, with the host's pause. */
  private static int creativeMs(long sinceMs) {
    return (int) (sinceMs < PAUSE_AT_MS ? sinceMs : Math.max(PAUSE_AT_MS, sinceMs - PAUSE_MS));
  }

  private static JsonObjectBuilder playing(boolean isPlaying, long atMs, int creativeMs) {
    return Json.createObjectBuilder()
        .add("isPlaying", isPlaying)
        .add("atMs", atMs)
        .add("creativeMs", creativeMs);
  }

  private static JsonObjectBuilder event(long ms, String kind, int creativeMs) {
    return Json.createObjectBuilder().add("ms", ms).add("kind", kind).add("creativeMs", creativeMs);
  }

  /** What the host's page notes: two stretches, looked at five times a second. */
  private static JsonObjectBuilder notes(long startMs) {
    JsonArrayBuilder frames = Json.createArrayBuilder();
    JsonArrayBuilder samples = Json.createArrayBuilder();
    for (int ms = 0; ms < CREATIVE_MS + PAUSE_MS; ms += 200) {
      boolean stands = ms >= PAUSE_AT_MS && ms < PAUSE_AT_MS + PAUSE_MS;
      samples.add(startMs + ms).add(creativeMs(ms));
      if (!stands) {
        frames.add(startMs + ms).add(creativeMs(ms));
      }
    }
    long endMs = startMs + CREATIVE_MS + PAUSE_MS;
    return Json.createObjectBuilder()
        .add("frames", frames)
        .add("samples", samples)
        .add(
            "events",
            Json.createArrayBuilder()
                .add(event(startMs, "PLAYING", 0))
                .add(event(startMs + PAUSE_AT_MS, "PAUSED", PAUSE_AT_MS))
                .add(event(startMs + PAUSE_AT_MS + PAUSE_MS, "PLAYING", PAUSE_AT_MS))
                .add(event(endMs, "ENDED", CREATIVE_MS)));
  }

  /** All participants send in turns until the creative has ended; the host pauses once. */
  private static void play(
      Line host, List<Line> lines, List<List<byte[]>> pictures, List<Double> delays)
      throws InterruptedException {
    long startMs = System.currentTimeMillis();
    host.send(playing(true, startMs, 0));
    host.next("heard");
    boolean isPaused = false;
    boolean isResumed = false;
    long sinceMs = 0;
    while (creativeMs(sinceMs) < CREATIVE_MS - 1) {
      if (!isPaused && sinceMs >= PAUSE_AT_MS) {
        host.send(playing(false, startMs + PAUSE_AT_MS, PAUSE_AT_MS));
        isPaused = true;
      }
      if (!isResumed && sinceMs >= PAUSE_AT_MS + PAUSE_MS) {
        host.send(playing(true, startMs + PAUSE_AT_MS + PAUSE_MS, PAUSE_AT_MS));
        isResumed = true;
      }
      for (int i = 0; i < lines.size(); i++) {
        long capturedMs = System.currentTimeMillis();
        int place = Math.min(CREATIVE_MS - 1, creativeMs(capturedMs - startMs)) / REDRAW_MS;
        long begun = System.nanoTime();
        lines.get(i).send(pictures.get(i).get(place), capturedMs);
        lines.get(i).next("nextMs");
        delays.add((System.nanoTime() - begun) / 1e6);
      }
      sinceMs = System.currentTimeMillis() - startMs;
    }
    host.send(playing(false, startMs + CREATIVE_MS + PAUSE_MS, CREATIVE_MS));
    host.send(Json.createObjectBuilder().add("noteNo", 1).add("notes", notes(startMs)));
    host.next("noted");
  }

  @Test
  void curveOfTheGroupIsThatOfItsScripts(TestReporter reporter) throws Exception {
    ShowingFixture showing = showing(campaign);
    List<Line> lines = new ArrayList<>();
    List<List<byte[]>> pictures = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < PARTICIPANTS; i++) {
      pictures.add(pictures(DemoCampaign.viewers().get(i)));
      tokens.add(showing.agreed("Guest " + i));
      Line line = participant(tokens.get(i));
      assertEquals("Guest " + i, line.next().getString("name"));
      lines.add(line);
    }
    Line page = Line.open("/live/showings/" + showing.id(), host);
    List<Double> delays = new ArrayList<>();
    play(page, lines, pictures, delays);
    JsonObject glance = page.next("participants");
    while (glance.getJsonArray("participants").size() < PARTICIPANTS) {
      glance = page.next("participants");
    }
    assertEquals("Guest 0", glance.getJsonArray("participants").getJsonObject(0).getString("name"));
    JsonArray curve = glance.getJsonArray("curve");
    assertTrue(curve.size() >= CREATIVE_MS / 1000 - 1, curve::toString);

    assertEquals("ENDED", showing.end().getString("state"));
    lines.get(0).send(pictures.get(0).get(0), System.currentTimeMillis());
    assertEquals("SHOWING_OVER", lines.get(0).next().getString("code"));

    campaign.settled();
    List<JsonObject> viewings = campaign.viewings();
    assertEquals(PARTICIPANTS, viewings.size());
    for (JsonObject viewing : viewings) {
      assertEquals("LIVE_SHOWING", viewing.getString("source"));
      assertEquals("NEVER", viewing.getJsonObject("video").getString("state"));
      assertEquals("POSITIVE", viewing.getString("response"), viewing::toString);
      assertTrue(viewing.getJsonNumber("coverage").doubleValue() > 0.8, viewing::toString);
      for (JsonObject second : campaign.seconds(viewing.getString("id"))) {
        int no = second.getInt("second");
        if (no >= SMILE_FROM_MS / 1000 + 1 && no < SMILE_UNTIL_MS / 1000 - 1) {
          assertEquals("POSITIVE", second.getString("state"), second::toString);
        }
        if (no < SMILE_FROM_MS / 1000 - 1) {
          assertEquals("NEUTRAL", second.getString("state"), second::toString);
        }
      }
    }
    double[] sorted = delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    reporter.publishEntry(
        "Live showing: %d answers, median %.0f ms, p95 %.0f ms"
            .formatted(
                sorted.length, sorted[sorted.length / 2], sorted[(int) (0.95 * sorted.length)]));
    assertEquals(
        List.of("LIVE_SHOWING"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.APPLICATION,
            "select distinct source from core.recording where creative_id ="
                + " (select id from core.creative where public_id = ?::uuid)",
            campaign.creativeId()));
    assertEquals(List.of("0"), names(showing), "names are forgotten");

    String recording = viewings.get(0).getString("id");
    String again = "recordings/" + recording + "/analyses";
    refused(409, "VIDEO_NEVER_RECORDED", rest.send("POST", again, "{}"));
    StudyFixture.ask("DELETE", "participations/" + tokens.get(0), (JsonObjectBuilder) null);
    await().atMost(PATIENCE).until(() -> campaign.viewings().size() == PARTICIPANTS - 1);
  }

  private static List<String> names(ShowingFixture showing) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.APPLICATION,
        "select count(name)::text from core.showing_participant where showing_id ="
            + " (select id from core.showing where public_id = ?::uuid)",
        showing.id());
  }

  @Test
  void whoMayNotJoinIsToldWhy() throws Exception {
    ShowingFixture showing = showing(campaign);
    refused(400, "FIELD_INVALID", showing.join("Ann\u202enn"));
    refused(400, "FIELD_MISSING", showing.join("  "));
    String silent = StudyFixture.object(showing.join("Silent")).getString("token");
    Line line = participant(silent);
    assertEquals("CONSENT_NEEDED", line.next().getString("code"));
    for (int i = 1; i < 50; i++) {
      assertEquals(201, showing.join("Guest " + i).statusCode());
    }
    refused(409, "SHOWING_FULL", showing.join("One too many"));
    StudyFixture.ask("POST", "participations/" + silent + "/refusal", (JsonObjectBuilder) null);
    assertEquals(201, showing.join("In the place of who left").statusCode());
    refused(
        404,
        "STUDY_UNKNOWN",
        StudyFixture.ask(
            "POST",
            "study-links/" + showing.code() + "/participations",
            Json.createObjectBuilder().add("language", "en")));
    showing.end();
    refused(409, "SHOWING_OVER", showing.join("Late"));
  }

  private static void refused(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    JsonObject problem = StudyFixture.object(answer);
    assertEquals(code, problem.getString("code"));
    assertFalse(problem.getString("detail").isBlank());
  }

  @Test
  void whoOpensTheLinkTwiceSendsFromTheNewerPageAndDiscardedDataAreGone() throws Exception {
    CampaignFixture own = campaign();
    ShowingFixture showing = showing(own);
    String token = showing.agreed("Twice");
    Line older = participant(token);
    older.next("name");
    Line newer = participant(token);
    newer.next("name");
    List<byte[]> pictures = pictures(DemoCampaign.viewers().get(0));
    older.send(pictures.get(0), System.currentTimeMillis());
    assertEquals("SHOWING_ELSEWHERE", older.next().getString("code"));
    Line page = Line.open("/live/showings/" + showing.id(), host);
    long startMs = System.currentTimeMillis();
    page.send(playing(true, startMs, 0));
    page.next("heard");
    while (System.currentTimeMillis() < startMs + 5000) {
      newer.send(pictures.get(0), System.currentTimeMillis());
      newer.next("nextMs");
    }
    assertEquals(1, own.viewings().size(), "scores are stored while the showing goes on");
    assertEquals("DISCARDED", showing.discard().getString("state"));
    await().atMost(PATIENCE).until(() -> own.viewings().isEmpty());
  }
}
