package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;
import org.otklik.emotion.Emotion;
import org.otklik.launcher.RestClient;
import org.otklik.sound.Sound;
import org.otklik.testdata.sound.Samples;
import org.otklik.testdata.sound.SyntheticSound;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerScript;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;

/** Calls put together from two films: the customer smiles, the employee is angry. */
class CallIT {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int HZ = 10;
  private static final int SLOW_HZ = 2;
  private static final String WHOLE = "{\"left\": 0, \"top\": 0, \"width\": 1, \"height\": 1}";
  private static final String NINE = "{\"nps\": 9}";
  private static final String LEFT = "{\"side\": \"LEFT\"}";

  /** All that an analysis may leave of a face or a voice. */
  private static final List<String> TABLES =
      List.of(
          "core.frame_observation",
          "core.turn_check",
          "core.voice_window",
          "core.voice_analysis",
          "agg.viewer_second",
          "agg.face_track",
          "agg.face_question",
          "agg.voice_second");

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static CampaignFixture campaign;
  private static String alone;
  private static Path call;

  private final RestClient rest = TestGround.administrator();

  @BeforeEach
  void analyseOnce() throws IOException, InterruptedException, SQLException {
    if (campaign != null) {
      return;
    }
    Path folder = TestGround.newFolder("calls");
    SyntheticViewer customer = viewer(1, Emotion.HAPPINESS);
    campaign = CampaignFixture.ofCalls(rest, "Calls");
    String voice = "campaigns/" + campaign.campaignId() + "/settings/voice";
    assertEquals(200, rest.send("PUT", voice, "{\"analysed\": true}").statusCode());
    alone = upload("ALONE", video(folder.resolve("alone.mp4"), WIDTH, customer::picture));
    call = callOf(folder.resolve("asked.mp4"), true);
    campaign.settled();
    assertEquals("CALL_SIDES_UNKNOWN", campaign.viewing("ALONE").getString("failureCode"));
    assertNothingIsKept(alone);
    assertEquals(
        202, rest.send("PUT", "recordings/" + alone + "/customer-area", WHOLE).statusCode());
    campaign.settled();
  }

  private static SyntheticViewer viewer(int appearance, Emotion emotion) {
    ViewerScript script = ViewerScript.neutral().feels(emotion, 1, 500, 9000);
    Staging staging = Staging.of(WIDTH, HEIGHT, HZ);
    return new SyntheticViewer(
        script, DemoCampaign.viewers().get(appearance).look(), staging, appearance);
  }

  /** Five seconds. */
  private static Path video(Path file, int widthPx, IntFunction<BufferedImage> pictures)
      throws IOException {
    VideoWriter.Settings settings = VideoWriter.Settings.of(Format.MP4, widthPx, HEIGHT, HZ);
    try (VideoWriter writer = VideoWriter.create(file, settings, tone())) {
      for (int i = 0; i < 5 * HZ; i++) {
        writer.write(pictures.apply(i * 1000 / HZ), i * 1_000_000L / HZ);
      }
    }
    return file;
  }

  private static Sound tone() {
    short[] samples = new short[5 * Sound.HZ];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / Sound.HZ));
    }
    return new Sound(samples);
  }

  private static Path callOf(Path file, boolean isCustomerLeft) throws IOException {
    SyntheticViewer customer = viewer(1, Emotion.HAPPINESS);
    SyntheticViewer employee = viewer(5, Emotion.ANGER);
    return video(
        file,
        2 * WIDTH,
        ms ->
            isCustomerLeft
                ? sideBySide(customer.picture(ms), employee.picture(ms))
                : sideBySide(employee.picture(ms), customer.picture(ms)));
  }

  private static BufferedImage sideBySide(BufferedImage left, BufferedImage right) {
    BufferedImage both = new BufferedImage(2 * WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = both.createGraphics();
    graphics.drawImage(left, 0, 0, null);
    graphics.drawImage(right, WIDTH, 0, null);
    graphics.dispose();
    return both;
  }

  private String upload(String customer, Path video) throws IOException, InterruptedException {
    return rest.upload(
            "creatives/%s/recordings?viewer=%s&subjectRole=CUSTOMER"
                .formatted(campaign.creativeId(), customer),
            video)
        .getString("id");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyTheCustomersSideIsEverAnalysed(boolean isCustomerLeft)
      throws IOException, InterruptedException, SQLException {
    String name = isCustomerLeft ? "LEFT" : "RIGHT";
    Path file = callOf(TestGround.newFolder("call-" + name).resolve("call.mp4"), isCustomerLeft);
    String recording = upload(name, file);
    campaign.settled();
    JsonObject viewing = campaign.viewing(name);
    assertEquals("FAILED", viewing.getString("state"), viewing.toString());
    assertEquals("CALL_SIDES_UNKNOWN", viewing.getString("failureCode"));
    assertNothingIsKept(recording);

    // A mistake first: the employee's side is found, then all of it is gone.
    show(recording, !isCustomerLeft);
    campaign.settled();
    assertEquals("NEGATIVE", campaign.viewing(name).getString("response"));
    show(recording, isCustomerLeft);
    assertEquals(List.of("0"), rows(recording, "agg.viewing"));
    campaign.settled();

    assertEquals("POSITIVE", campaign.viewing(name).getString("response"));
    assertSameAsAlone(recording);
    assertEquals(List.of("50"), rows(recording, "core.frame_observation"), "a row a frame");
    assertEquals(List.of("1"), rows(recording, "agg.face_track"));
    assertEquals(List.of("0"), rows(recording, "agg.face_question"));
    assertEquals("SIDES_UNKNOWN", finding(recording));
    assertEquals(List.of("0"), rows(recording, "core.voice_window"));
  }

  private void show(String recording, boolean isLeft) throws IOException, InterruptedException {
    String area =
        "{\"left\": %s, \"top\": 0, \"width\": 0.5, \"height\": 1}".formatted(isLeft ? 0 : 0.5);
    HttpResponse<String> answer =
        rest.send("PUT", "recordings/" + recording + "/customer-area", area);
    assertEquals(202, answer.statusCode(), answer.body());
  }

  /**
   * Two voices, one a channel: the rows are those of the customer's sound alone, and none is the
   * employee's.
   */
  @Test
  void onlyTheCustomersVoiceIsEverJudged() throws Exception {
    Path folder = TestGround.newFolder("call-voices");
    Sound customer = voice(0.3, 8);
    Sound employee = voice(9.5, 21);
    String own = uploadWhole("VOICE", voiced(folder.resolve("own.mkv"), customer));
    String both = uploadWhole("VOICES", voiced(folder.resolve("both.mkv"), customer, employee));
    String quiet =
        uploadWhole(
            "ONESIDE",
            voiced(folder.resolve("quiet.mkv"), new Sound(new short[20 * Sound.HZ]), customer));
    campaign.settled();
    JsonObject silent = rest.object("recordings/" + quiet + "/customer-sound");
    assertEquals("RIGHT", silent.getJsonObject("guess").getString("side"), silent.toString());
    JsonObject asked = rest.object("recordings/" + both + "/customer-sound");
    assertTrue(asked.isNull("customer") && asked.isNull("guess"), asked.toString());
    assertEquals(2, asked.getJsonArray("channels").getInt(0));
    assertEquals("SIDES_UNKNOWN", finding(both));
    assertEquals(List.of("0"), rows(both, "core.voice_window"));

    hear(own, "{\"side\": \"ALL\"}");
    hear(both, "{\"side\": \"RIGHT\"}"); // a mistake first
    hear(quiet, "{\"side\": \"MIXED\"}");
    campaign.settled();
    assertEquals("SIDES_MIXED", finding(quiet));
    assertEquals(List.of("0"), rows(quiet, "core.voice_window"));
    List<String> ofEmployee = voiceRows(both);
    hear(both, "{\"side\": \"LEFT\"}");
    assertNothingIsKept(both);
    campaign.settled();

    assertEquals("HEARD", finding(own));
    assertEquals(voiceRows(own), voiceRows(both));
    assertNotEquals(ofEmployee, voiceRows(both));
    assertEquals(
        rest.object("recordings/" + own + "/voice"), rest.object("recordings/" + both + "/voice"));
    assertCourse(both, own);
    refused("SOUND_NOT_IN_CALL", "PUT", "recordings/" + own + "/customer-sound", LEFT);
  }

  /** Face and voice together, on the page, by REST and in SQL; without a voice it says why. */
  private void assertCourse(String call, String own) throws Exception {
    JsonObject course = rest.object("recordings/" + call + "/course");
    assertEquals(rest.object("recordings/" + own + "/course"), course);
    assertEquals("FUSED", course.getString("fusion"), course.toString());
    assertEquals(20, course.getJsonArray("seconds").size());
    long fused =
        course.getJsonArray("both").stream().filter(tone -> tone != JsonValue.NULL).count();
    assertTrue(fused >= 5 && fused <= 11, course.toString());
    assertTrue(course.getJsonObject("facePeakAndEnd").getInt("seconds") >= 15, course.toString());
    assertTrue(course.isNull("voicePeakAndEnd"), "ten seconds of speech");
    assertEquals(
        List.of(fused + "|1"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select (select count(*) from bi.fact_call_second as one
                    where one.viewing_key = viewing.viewing_key),
                (select count(*) from bi.fact_call as one
                    where one.viewing_key = viewing.viewing_key and face_ending is not null)
            from bi.fact_viewing as viewing where recording_id = ?::uuid
            """,
            call));
    assertEquals(
        "VOICE_MISSING", rest.object("recordings/" + alone + "/course").getString("fusion"));
    String campaignPath = "campaigns/" + campaign.campaignId();
    assertEquals(200, rest.send("PUT", campaignPath + "/answers/VOICE", NINE).statusCode());
    JsonObject first = rest.get(campaignPath + "/call-answers").asJsonArray().getJsonObject(0);
    assertEquals(1, first.getInt("n"));
    assertTrue(first.isNull("rho"), "ten customers are needed");
    assertTrue(
        rest.get(campaignPath + "/call-courses").asJsonArray().stream()
            .map(JsonValue::asJsonObject)
            .anyMatch(glance -> glance.getString("recording").equals(call)));

    UserFixture analyst = UserFixture.of("ANALYST");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("viewing.xhtml?id=" + call);
    assertThat(page.locator("#course .voice-piece").first()).isVisible();
    assertThat(page.locator("#course [data-part=ends] tbody tr")).hasCount(1);
    assertThat(page.locator("#adVideo")).hasCount(0);
    Axe.assertNothingFound(page, "call");
    Chromium.picture(page, "call-course-en");
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    assertThat(page.locator("#callAnswers")).containsText("ten customers are needed");
    assertThat(page.locator("[data-recording='" + call + "'] svg.call-small"))
        .hasAttribute("aria-label", Pattern.compile("The face begins at .*"));
    Axe.assertNothingFound(page, "campaign-calls");
  }

  /** Twenty seconds, in ten of which somebody speaks. */
  private static Sound voice(double fromS, int seed) {
    double[] all = new double[20 * Sound.HZ];
    double[] speech = SyntheticSound.SPEECH.samples(10, seed);
    System.arraycopy(speech, 0, all, (int) (fromS * Sound.HZ), speech.length);
    return Samples.sound(all);
  }

  private static Path voiced(Path file, Sound... channels) throws IOException {
    SyntheticViewer customer = viewer(1, Emotion.HAPPINESS);
    VideoWriter.Settings settings =
        VideoWriter.Settings.of(Format.FFV1_MKV, WIDTH, HEIGHT, SLOW_HZ);
    try (VideoWriter writer = VideoWriter.lossless(file, settings, channels)) {
      for (int i = 0; i < 20 * SLOW_HZ; i++) {
        writer.write(customer.picture(i * 1000 / SLOW_HZ), i * 1_000_000L / SLOW_HZ);
      }
    }
    return file;
  }

  private String uploadWhole(String customer, Path video) throws IOException, InterruptedException {
    String recording = upload(customer, video);
    campaign.settled();
    assertEquals(
        202, rest.send("PUT", "recordings/" + recording + "/customer-area", WHOLE).statusCode());
    return recording;
  }

  private void hear(String recording, String sound) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        rest.send("PUT", "recordings/" + recording + "/customer-sound", sound);
    assertEquals(202, answer.statusCode(), answer.body());
  }

  private String finding(String recording) throws IOException, InterruptedException {
    return rest.object("recordings/" + recording + "/voice").getString("finding");
  }

  /** What is stored of a voice, without the keys of its run. */
  private static List<String> voiceRows(String recording) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        select (found.part - 'analysis_run_id')::text
        from core.analysis_run as run
        join core.recording on recording.id = run.recording_id
        join (
            select analysis_run_id, to_jsonb(part) as part from core.voice_window as part
            union all
            select analysis_run_id, to_jsonb(part) from agg.voice_second as part
        ) as found on found.analysis_run_id = run.id
        where recording.public_id = ?::uuid and run.is_current
        order by 1
        """,
        recording);
  }

  private void assertNothingIsKept(String recording) throws SQLException {
    for (String table : TABLES) {
      assertEquals(List.of("0"), rows(recording, table), table);
    }
  }

  private static List<String> rows(String recording, String table) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        select count(*) from %s as one
        where one.analysis_run_id in (
            select run.id from core.analysis_run as run
            join core.recording on recording.id = run.recording_id
            where recording.public_id = ?::uuid)
        """
            .formatted(table),
        recording);
  }

  /** Frame by frame: the same face at the same place, with the same expression. */
  private void assertSameAsAlone(String recording) throws IOException, InterruptedException {
    JsonObject expected = rest.object("recordings/" + alone + "/frames");
    JsonObject found = rest.object("recordings/" + recording + "/frames");
    assertEquals(expected.getString("outcomes"), found.getString("outcomes"));
    assertTrue(found.getJsonObject("others").isEmpty(), found.toString());
    assertTrue(meanDistancePx(expected, found) < 3, found.toString());
    List<JsonObject> seconds = campaign.seconds(alone);
    List<JsonObject> ofCall = campaign.seconds(recording);
    assertEquals(5, ofCall.size());
    for (int i = 0; i < seconds.size(); i++) {
      assertEquals(seconds.get(i).get("state"), ofCall.get(i).get("state"), ofCall.toString());
    }
  }

  /** Between the sides of the boxes; the two videos were coded each by itself. */
  private static double meanDistancePx(JsonObject expected, JsonObject found) {
    JsonArray boxes = found.getJsonArray("boxes");
    int sides = 0;
    int sum = 0;
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).getValueType() == JsonValue.ValueType.ARRAY) {
        JsonArray box = expected.getJsonArray("boxes").getJsonArray(i);
        for (int side = 0; side < 4; side++) {
          sum += Math.abs(box.getInt(side) - boxes.getJsonArray(i).getInt(side));
          sides++;
        }
      }
    }
    return sum / (double) Math.max(1, sides);
  }

  @Test
  void oneFaceInTheFrameIsTheCustomers() throws IOException, InterruptedException {
    JsonObject viewing = campaign.viewing("ALONE");
    assertEquals("POSITIVE", viewing.getString("response"), viewing.toString());
    assertTrue(viewing.getJsonNumber("coverage").doubleValue() > 0.9, viewing.toString());
    assertEquals("GIVEN", viewing.getJsonObject("start").getString("method"));
    Path report = TestGround.newFolder("call-report").resolve("calls.pdf");
    assertTrue(Files.size(campaign.report("ru", report)) > 0);
  }

  @Test
  void aScriptIsAsLongAsItsLongestCall() throws IOException, InterruptedException {
    CampaignFixture own = CampaignFixture.ofCalls(rest, "Length of calls");
    String recordings = "creatives/%s/recordings?viewer=%s&subjectRole=CUSTOMER";
    rest.upload(recordings.formatted(own.creativeId(), "SHORT"), call);
    Path longer = TestGround.newFolder("long-call").resolve("long.mp4");
    UploadedVideoFixture.video(longer, Format.MP4, 160, 96, 250);
    String deleted =
        rest.upload(recordings.formatted(own.creativeId(), "LONG"), longer).getString("id");
    own.settled();
    assertEquals(10, rest.object("creatives/" + own.creativeId()).getInt("durationSeconds"));
    assertEquals(204, rest.send("DELETE", "recordings/" + deleted, "").statusCode());
    assertEquals(5, rest.object("creatives/" + own.creativeId()).getInt("durationSeconds"));

    // Where customers are, said once for all calls that are there.
    HttpResponse<String> answer =
        rest.send(
            "POST",
            "campaigns/" + own.campaignId() + "/customer-side",
            "{\"area\": {\"left\": 0, \"top\": 0, \"width\": 0.5, \"height\": 1}}");
    assertEquals(202, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"analysedAgain\":1"), answer.body());
    own.settled();
    assertEquals("POSITIVE", own.viewing("SHORT").getString("response"));
  }

  @Test
  void whatIsNoCallOfACustomerIsRefused() throws IOException, InterruptedException {
    String recordings = "creatives/" + campaign.creativeId() + "/recordings?viewer=X";
    refused("CALL_ROLE_NOT_CUSTOMER", "POST", recordings, "x");
    refused("CALL_ROLE_NOT_CUSTOMER", "POST", recordings + "&subjectRole=GUEST", "x");
    refused("SUBJECT_ROLE_REFUSED", "POST", recordings + "&subjectRole=employee", "x");
    String calls = "campaigns/" + campaign.campaignId();
    refused("CALLS_HAVE_NO_VIDEO", "POST", calls + "/creatives?name=x", "x");
    refused(
        "CALLS_HAVE_NO_VIDEO",
        "POST",
        "creatives/" + campaign.creativeId() + "/trailers",
        "{\"name\": \"x\"}");
    refused(
        "CALLS_HAVE_NO_VIDEO",
        "POST",
        "creatives/" + campaign.creativeId() + "/clips",
        "{\"beginMs\": 0, \"endMs\": 2000, \"format\": \"GIF\"}");
    String area = "{\"left\": 0.7, \"top\": 0, \"width\": 0.5, \"height\": 1}";
    refused("AREA_NOT_IN_FRAME", "PUT", "recordings/" + alone + "/customer-area", area);
    String start = "recordings/" + alone + "/start";
    refused("CALL_BEGINS_WITH_ITSELF", "PUT", start, "{\"startMs\": 1000}");
    refused("CALL_BEGINS_WITH_ITSELF", "GET", start + "/sound", "");
    String ads = "campaigns/" + CampaignFixture.campaign(rest, "No calls");
    refused("NOT_OF_CALLS", "POST", ads + "/call-scripts", "{\"name\": \"x\"}");
    refused("NOT_OF_CALLS", "PUT", ads + "/customer-area", area.replace("0.7", "0.5"));
  }

  private void refused(String code, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = rest.send(method, path, body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(code), answer.body());
  }

  /** By mouse, then by keys. */
  private static void drawRectangle(Page page) {
    page.locator(".area-stage").scrollIntoViewIfNeeded();
    BoundingBox stage = page.locator(".area-stage").boundingBox();
    page.mouse().move(stage.x + 2, stage.y + 2);
    page.mouse().down();
    page.mouse().move(stage.x + stage.width / 2, stage.y + stage.height / 2);
    page.mouse().up();
    assertThat(page.locator("#areaWidth")).hasValue(Pattern.compile("(49|50).*"));
    page.locator(".area-rectangle").press("ArrowRight");
    page.locator(".area-rectangle").press("Shift+ArrowDown");
    assertThat(page.locator("#areaLeft")).hasValue(Pattern.compile("1(\\.\\d)?"));
    assertThat(page.locator("#areaNow")).containsText("From the left 1");
  }

  @Test
  void analystSaysOnItsPageWhoIsWhere() throws IOException, InterruptedException {
    String recording = upload("ASKED", call);
    campaign.settled();
    UserFixture analyst = UserFixture.of("ANALYST");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("viewing.xhtml?id=" + recording);
    assertThat(page.locator("h1")).hasText("Customer ASKED");
    assertThat(page.locator(".customer-side summary"))
        .hasText("Which part of the frame is the customer’s?");
    drawRectangle(page);
    page.getByText("Left half").click();
    assertThat(page.locator(".customer-side summary"))
        .hasText("Where in the sound is the customer heard?");
    campaign.settled();
    assertEquals("POSITIVE", campaign.viewing("ASKED").getString("response"));

    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    page.locator("#callSides").getByText("Right half").click();
    assertThat(page.locator("#callSides")).containsText("Selected: Right half.");
    assertEquals(
        0.5,
        rest.object("campaigns/" + campaign.campaignId())
            .getJsonObject("campaign")
            .getJsonObject("customerArea")
            .getJsonNumber("left")
            .doubleValue());
    page.locator("#scriptName").fill("Second script");
    page.locator("#addScript").click();
    assertThat(page.locator(".cards")).containsText("Second script");
    page.locator(".cards").getByText("Second script").click();
    assertThat(page.locator("#scriptHelp")).isVisible();
    assertThat(page.locator(".clip-fields")).hasCount(0);
    assertThat(page.locator("#subjectRole option")).hasCount(1);
  }
}
