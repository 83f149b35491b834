package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.sound.Samples;
import org.otklik.testdata.sound.SimulatedRoom;
import org.otklik.testdata.sound.SyntheticSound;
import org.otklik.testdata.video.VideoWriter.Format;

/** One viewer's video, of ten bits and so played by its copy, in step with the ad. */
class ViewingPageIT {
  /** The ad begins so late in the recording. */
  private static final int START_MS = 1500;

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static String creative;
  private static String recording;
  private static UserFixture analyst;

  @BeforeEach
  void provideViewing() throws IOException, InterruptedException {
    if (recording == null) {
      analyst = UserFixture.of("ANALYST");
      Path folder = TestGround.newFolder("viewing");
      CampaignFixture campaign =
          CampaignFixture.create(
              TestGround.administrator(),
              "Viewing",
              UploadedVideoFixture.video(folder.resolve("ad.mp4"), Format.MP4, 640, 360, 200));
      creative = campaign.creativeId();
      recording =
          TestGround.administrator()
              .upload(
                  "creatives/" + creative + "/recordings?viewer=V01&creativeStartMs=" + START_MS,
                  UploadedVideoFixture.viewer(folder.resolve("viewer.mkv"), Format.FFV1_MKV))
              .getString("id");
      campaign.settled();
      UploadedVideoFixture.awaitReady(TestGround.administrator(), "recordings/" + recording);
    }
  }

  @Test
  void bothVideosRunInStep() {
    Page page = open("en");
    page.locator("#place").fill("4000");
    awaitTrue(page, "Math.abs(viewerVideo.currentTime - 4) < 0.05");
    awaitTrue(page, "Math.abs(adVideo.currentTime - 2.5) < 0.05");
    assertThat(page.locator("#faces rect.viewer")).hasCount(1);
    assertThat(page.locator("#moment")).hasText("0:04.0");

    page.evaluate("adVideo.currentTime = 1");
    awaitTrue(page, "Math.abs(viewerVideo.currentTime - 2.5) < 0.05");

    page.evaluate("viewerVideo.play()");
    awaitTrue(page, "!adVideo.paused && viewerVideo.currentTime > 3.2");
    awaitTrue(page, "Math.abs(viewerVideo.currentTime - adVideo.currentTime - 1.5) < 0.15");
    page.evaluate("adVideo.pause()");
    awaitTrue(page, "viewerVideo.paused && adVideo.paused");

    page.locator("#place").fill("5400"); // nobody is there
    assertThat(page.locator("#momentState")).hasText("No face");
    assertThat(page.locator("#faces rect")).hasCount(0);
    assertThat(page.locator("#marks li")).containsText("No face");
    assertShadedStretchSaysWhatItIs(page);

    page.locator("#place").fill("500"); // before the ad: it waits at its beginning
    awaitTrue(page, "adVideo.currentTime === 0 && Math.abs(viewerVideo.currentTime - 0.5) < 0.05");
    page.evaluate("viewerVideo.play()");
    awaitTrue(page, "viewerVideo.currentTime > 0.8 && adVideo.paused");
    awaitTrue(page, "viewerVideo.currentTime > 2 && !adVideo.paused");
  }

  @Test
  void movementsOfTheFaceAreShownUnlessAnEarlierModelKnewNone() throws SQLException {
    Page page = open("en");
    page.locator("#place").fill("4000");
    assertThat(page.locator(".bar[data-movement=SMILE] .figure"))
        .hasText(Pattern.compile("[01](\\.\\d+)?"));
    assertThat(page.locator("#movementsMissing")).isHidden();
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        with changed as (
            update core.frame_observation
            set smile_thousandths = null, mouth_open_thousandths = null,
                eyes_closed_thousandths = null, brows_lowered_thousandths = null,
                brows_raised_thousandths = null
            from core.analysis_run as run
            join core.recording on recording.id = run.recording_id
            where run.id = frame_observation.analysis_run_id and recording.public_id = ?::uuid
            returning 1
        )
        select count(*) from changed
        """,
        recording);
    page.reload();
    assertThat(page.locator("#movementsMissing")).containsText("earlier model");
    assertThat(page.locator("#movements")).isHidden();
  }

  @Test
  void aClickOnTheCurveMovesTheVideos() {
    Page page = open("en");
    Locator chart = page.locator("#frameChart");
    double width = chart.boundingBox().width;
    // The plot lies between the chart's margins of 48 and 14 pixels.
    double half = 48 + (width - 48 - 14) / 2;
    chart.click(new Locator.ClickOptions().setPosition(half, 150));
    awaitTrue(page, "Math.abs(viewerVideo.currentTime - viewerVideo.duration / 2) < 0.15");
    page.locator("#place").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Space");
    awaitTrue(page, "!viewerVideo.paused");
  }

  @Test
  void withoutVideoTheCurvesAreThereAndTheVideoComesWhenItIsReady() throws SQLException {
    String[] video =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                """
                select media_sha256, playable_sha256
                from core.video
                join core.recording using (media_sha256)
                where public_id = ?::uuid
                """,
                recording)
            .get(0)
            .split("\\|");
    String ready = "state = 'READY', failure_code = null, playable_sha256 = '" + video[1] + "'";
    set(video[0], "state = 'NONE', playable_sha256 = null, failure_code = 'FILM_UNSUPPORTED'");
    try {
      Page page = chromium.signedIn("en", analyst.login(), analyst.password());
      page.navigate("viewing.xhtml?id=" + recording);
      assertThat(page.locator(".video-state[data-for=viewerVideo]"))
          .containsText("cannot be played in a browser");
      awaitTrue(page, "adVideo.readyState >= 2");
      page.locator("#place").fill("3000");
      assertThat(page.locator(".bar[data-emotion=NEUTRAL] .figure")).containsText("%");
      awaitTrue(page, "Math.abs(adVideo.currentTime - 1.5) < 0.05");

      set(video[0], "state = 'PREPARING', failure_code = null");
      page.reload();
      assertThat(page.locator(".video-state[data-for=viewerVideo]"))
          .containsText("being prepared for the browser");
      set(video[0], ready);
      awaitTrue(page, "viewerVideo.readyState >= 2"); // it comes by itself
      assertThat(page.locator(".video-state[data-for=viewerVideo]")).isHidden();
    } finally {
      set(video[0], ready);
    }
  }

  /** The uploader says nothing; of two viewers one has heard another creative. */
  @Test
  void theCreativeIsFoundByItsSoundOrThePageSaysWhyNot() throws Exception {
    RestClient rest = TestGround.administrator();
    Path folder = TestGround.newFolder("heard");
    double[] own = SyntheticSound.SPEECH_OVER_MUSIC.samples(12, 1);
    double[] another = SyntheticSound.SPEECH_OVER_MUSIC.samples(12, 2);
    CampaignFixture campaign =
        CampaignFixture.create(
            rest,
            "Heard",
            UploadedVideoFixture.sounding(folder.resolve("ad.mp4"), Samples.sound(own)));
    String found =
        campaign.record(
            "V01",
            UploadedVideoFixture.sounding(
                folder.resolve("v01.mp4"), SimulatedRoom.QUIET.record(own, 2.34, 20, 3)));
    String refused =
        campaign.record(
            "V02",
            UploadedVideoFixture.sounding(
                folder.resolve("v02.mp4"), SimulatedRoom.QUIET.record(another, 2.34, 20, 4)));
    campaign.settled();

    JsonObject start = rest.object("recordings/" + found).getJsonObject("start");
    assertEquals("SOUND", start.getString("method"), start.toString());
    assertEquals(2340, start.getInt("startMs"), 30);
    JsonObject other = rest.object("recordings/" + refused).getJsonObject("start");
    assertEquals("ASSUMED", other.getString("method"), other.toString());
    assertEquals("NOT_HEARD", other.getString("finding"));
    assertEquals(0, other.getInt("startMs"));
    assertEquals(
        List.of("SOUND|FOUND|" + start.getInt("startMs"), "ASSUMED|NOT_HEARD|0"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            """
            select start_method, sound_finding, creative_start_ms
            from bi.fact_viewing
            where recording_id in (?::uuid, ?::uuid)
            order by viewing_key
            """,
            found,
            refused));

    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("viewing.xhtml?id=" + found);
    assertThat(page.locator("#creativeStart")).containsText("2.3 s, found by its sound");
    assertThat(page.locator("#viewing"))
        .hasAttribute("data-clock", Pattern.compile(".*-23\\d\\d.*"));
    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    assertThat(page.locator("[data-recording='" + refused + "'] .start"))
        .hasText("start assumed: not heard");
    Page russian = chromium.signedIn("ru", analyst.login(), analyst.password());
    russian.navigate("index.xhtml?lang=ru"); // the account has a language of its own
    russian.navigate("viewing.xhtml?id=" + refused);
    assertThat(russian.locator("#creativeStart")).containsText("0,0 с, принято условно");
    assertThat(russian.locator("#soundRefused")).containsText("наушники");
    Chromium.picture(russian, "viewing-start-ru");
    theStartIsMovedByTheWavesAndBack(page, rest, refused);
  }

  /** Unsaved moves are undone on the page; a saved one goes into the figures, and comes back. */
  private void theStartIsMovedByTheWavesAndBack(Page page, RestClient rest, String recording)
      throws Exception {
    page.navigate("viewing.xhtml?id=" + recording);
    page.locator("#startPart summary").click();
    assertThat(page.locator("#startState")).hasText("");
    Chromium.picture(page, "viewing-waves-en");
    assertThat(page.locator("#startSave")).isDisabled();
    page.locator("#startWaves").focus();
    page.keyboard().press("PageDown");
    page.keyboard().press("PageDown");
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#startSeconds")).hasValue("2.09");
    assertThat(page.locator("#startWaves")).hasAttribute("aria-valuetext", "2.09 s");
    page.locator("#startReset").click();
    assertThat(page.locator("#startSeconds")).hasValue("0");
    page.locator("#startSeconds").fill("2,34");
    page.locator("#startSave").click();
    assertThat(page.locator("#creativeStart")).hasText("2.3 s, moved by an analyst");
    assertThat(page.locator("#viewing")).hasAttribute("data-clock", Pattern.compile(".*-2340.*"));
    assertThat(page.locator("#soundRefused")).hasCount(0);
    JsonObject moved = rest.object("recordings/" + recording).getJsonObject("start");
    assertEquals("MANUAL", moved.getString("method"));
    assertEquals(2340, moved.getInt("startMs"));
    int beyond =
        rest.send("PUT", "recordings/" + recording + "/start", "{\"startMs\": 900000}")
            .statusCode();
    assertEquals(400, beyond, "nothing of the creative would lie in the recording");
    String run =
        "update core.analysis_run set state = '%s' where recording_id ="
            + " (select id from core.recording where public_id = '"
            + recording
            + "')";
    execute(run.formatted("RUNNING"));
    HttpResponse<String> early = rest.send("DELETE", "recordings/" + recording + "/start", "");
    execute(run.formatted("COMPLETED"));
    assertEquals(409, early.statusCode(), "its voice may be heard by this clock just now");
    page.locator("#startPart summary").click();
    page.locator("#startRestore").click();
    assertThat(page.locator("#creativeStart")).containsText("0.0 s, assumed");
    assertThat(page.locator("#startRestore")).hasCount(0);
  }

  /** Of two viewers one talks and one has no sound; with the switch off nobody is listened to. */
  @Test
  void voicesAreHeardWhereTheCampaignAsksForIt() throws Exception {
    RestClient rest = TestGround.administrator();
    Path folder = TestGround.newFolder("voices");
    CampaignFixture campaign =
        CampaignFixture.create(
            rest,
            "Voices",
            UploadedVideoFixture.video(folder.resolve("ad.mp4"), Format.MP4, 160, 96, 500));
    Path talker =
        UploadedVideoFixture.sounding(
            folder.resolve("talker.mp4"), Samples.sound(SyntheticSound.SPEECH.samples(20, 8)));
    String unasked = campaign.record("V01", talker);
    campaign.settled();
    assertTrue(rest.object("recordings/" + unasked + "/voice").isNull("finding"));
    assertEquals("0", voiceRows("core.voice_analysis", unasked));

    String changed =
        rest.send(
                "PUT",
                "campaigns/" + campaign.campaignId() + "/settings/voice",
                "{\"analysed\": true}")
            .body();
    assertTrue(changed.contains("\"voiceAnalysed\":true"), changed);
    String heard = campaign.record("V02", talker);
    String silent =
        campaign.record(
            "V03",
            UploadedVideoFixture.video(folder.resolve("mute.mp4"), Format.MP4, 160, 96, 100));
    campaign.settled();

    JsonObject voice = rest.object("recordings/" + heard + "/voice");
    assertEquals("HEARD", voice.getString("finding"), voice.toString());
    assertEquals(18, voice.getJsonArray("timesMs").size());
    assertTrue(voice.getInt("speechMs") > 5000, voice.toString());
    assertEquals("18", voiceRows("core.voice_window", heard));
    assertEquals("NO_SOUND", rest.object("recordings/" + silent + "/voice").getString("finding"));
    assertEquals(
        List.of("t|t"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select count(*) > 3, bool_and(abs(angry_probability + sad_probability
                + neutral_probability + positive_probability - 1) < 0.001)
            from bi.fact_voice join bi.fact_viewing using (viewing_key)
            where recording_id = ?::uuid
            """,
            heard));
    assertEquals(
        20, rest.object("creatives/" + campaign.creativeId() + "/voice").getJsonArray("n").size());

    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("viewing.xhtml?id=" + heard);
    assertThat(page.locator("#voice .voice-piece").first()).isVisible();
    page.locator("#place").fill("5500");
    assertThat(page.locator("#voice [data-part=now]")).containsText("Voice: ");
    Axe.assertNothingFound(page, "viewing-voice");
    Chromium.picture(page, "viewing-voice-en");
    Page russian = chromium.signedIn("ru", analyst.login(), analyst.password());
    russian.navigate("index.xhtml?lang=ru"); // the account has a language of its own
    russian.navigate("viewing.xhtml?id=" + silent);
    assertThat(russian.locator("#voice [data-part=finding]")).containsText("нет звука");
    russian.navigate("campaign-settings.xhtml?campaign=" + campaign.campaignId());
    assertThat(russian.locator("#voiceAnalysed")).isChecked();
    russian.locator("#voiceAnalysed").uncheck();
    russian.locator("#saveVoice").click();
    assertThat(russian.locator("#voiceSaved")).containsText("голос не анализируется");
    Chromium.picture(russian, "settings-voice-ru");
    assertFalse(
        rest.object("campaigns/" + campaign.campaignId())
            .getJsonObject("campaign")
            .getBoolean("voiceAnalysed"));

    assertEquals(204, rest.send("DELETE", "recordings/" + heard, "").statusCode());
    assertEquals(
        "f",
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                "select exists (select from core.recording where public_id = ?::uuid)",
                heard)
            .get(0),
        "with its voice, which refers to it");
  }

  private static String voiceRows(String table, String recordingId) throws SQLException {
    return Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            """
            select count(*)
            from %s as voice
            join core.analysis_run as run on run.id = voice.analysis_run_id
            join core.recording on recording.id = run.recording_id
            where recording.public_id = ?::uuid
            """
                .formatted(table),
            recordingId)
        .get(0);
  }

  @Test
  void viewingIsExcludedIncludedAndAnalysedAgainWhereTheFaceIsSeen() throws IOException {
    Page page = open("en");
    page.locator("#decide summary").click();
    BoundingBox asked = page.locator("#decide summary").boundingBox();
    double beneath = page.locator("#decisionForm").boundingBox().y - asked.y - asked.height;
    assertTrue(beneath >= 0 && beneath < 30, "the form opens beneath what was clicked: " + beneath);
    page.locator("#decisionNote").fill("Somebody else's face");
    page.locator("#excludeViewing").click();
    assertThat(page.locator(".viewing-facts")).containsText("Excluded by an analyst");
    assertThat(page.locator("p.told").filter(new Locator.FilterOptions().setHasText("Somebody")))
        .isVisible();
    page.waitForLoadState();
    page.locator("#decide summary").click();
    Axe.assertNothingFound(page, "a viewing that is decided on");
    page.locator("#includeViewing").click();
    assertThat(page.locator(".viewing-facts")).containsText("By the settings");
    page.waitForLoadState();
    page.locator("#decide summary").click();
    page.locator("#analyseViewing").click();
    assertThat(page.locator("#analyseViewing")).hasCount(0);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              page.reload();
              return page.locator(".run-COMPLETED").count() == 1
                  && page.locator("#analyseViewing").count() == 1;
            });
  }

  @Test
  void readersAreRefused() throws IOException, InterruptedException {
    UserFixture reader = UserFixture.of("READER");
    Page page = chromium.signedIn("en", reader.login(), reader.password());
    page.navigate("viewing.xhtml?id=" + recording);
    assertThat(page.locator("main")).containsText("Your role does not permit this");
    page.navigate("creative.xhtml?id=" + creative);
    assertThat(page.locator("table.viewings")).isVisible();
    assertThat(page.locator("a.watch")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT, 1280", "ru, LIGHT, 820", "ru, DARK, 1280"})
  void isAccessible(String language, ColorScheme colours, int widthPx) throws IOException {
    Browser.NewContextOptions options =
        Chromium.options(language).setColorScheme(colours).setViewportSize(widthPx, 800);
    Page page = chromium.window(options);
    page.navigate("login.xhtml?lang=" + language);
    Chromium.signIn(page, analyst.login(), analyst.password());
    page.navigate("creative.xhtml?id=" + creative);
    page.locator("a.watch").first().click();
    page.waitForURL(Pattern.compile(".*viewing\\.xhtml.*"));
    awaitTrue(page, "viewerVideo.readyState >= 2 && adVideo.readyState >= 2");
    page.locator("#place").fill("4000");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    String name = "viewing-" + language + "-" + colours.name().toLowerCase(Locale.ROOT);
    Chromium.picture(page, name);
    Axe.assertNothingFound(page, name);
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertEquals(1, page.locator("h1").count());
  }

  private static Page open(String language) {
    Page page = chromium.signedIn(language, analyst.login(), analyst.password());
    page.navigate("viewing.xhtml?id=" + recording);
    awaitTrue(page, "viewerVideo.readyState >= 2 && adVideo.readyState >= 2");
    assertThat(page.locator("#pointer")).isVisible();
    return page;
  }

  private static void awaitTrue(Page page, String condition) {
    page.waitForFunction("() => " + condition);
  }

  private static void set(String mediaSha256, String columns) throws SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(
          "update core.video set %s where media_sha256 = '%s'".formatted(columns, mediaSha256));
    }
  }

  private static void execute(String update) throws SQLException {
    try (Connection owner = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(update);
    }
  }

  private static void assertShadedStretchSaysWhatItIs(Page page) {
    page.locator("#frameChart").scrollIntoViewIfNeeded();
    page.waitForFunction(
        "() => echarts.getInstanceByDom(document.getElementById('frameChart')) !== undefined");
    Object x =
        page.evaluate(
            """
            () => {
              const chart = echarts.getInstanceByDom(document.getElementById('frameChart'));
              const [from, until] = chart.getOption().series[0].markArea.data[0].map((one) => one.xAxis);
              return Math.round(chart.convertToPixel({xAxisIndex: 0}, (from + until) / 2));
            }
            """);
    page.locator("#frameChart")
        .hover(new Locator.HoverOptions().setPosition(((Number) x).doubleValue(), 120));
    assertThat(page.locator("#stretchTold")).isVisible();
    assertThat(page.locator("#stretchTold")).containsText("No face");
    page.locator("h1").hover();
    assertThat(page.locator("#stretchTold")).isHidden();
  }
}
