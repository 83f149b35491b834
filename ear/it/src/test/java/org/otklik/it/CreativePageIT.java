package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;

/** The creative's page in a browser: which second made whom feel what. */
class CreativePageIT {
  @RegisterExtension static final Chromium chromium = new Chromium();

  private static CampaignFixture campaign;
  private static String other;
  private static UserFixture analyst;

  @BeforeEach
  void provideViewers() throws IOException, InterruptedException, SQLException {
    if (campaign == null) {
      RestClient administrator = TestGround.administrator();
      analyst = UserFixture.of("ANALYST");
      campaign = CampaignFixture.create(administrator, "Studio", DemoVideoFixture.ad());
      watched(campaign.creativeId());
      other = upload("=Other");
    }
  }

  private static String upload(String name) throws IOException, InterruptedException, SQLException {
    String path = "campaigns/" + campaign.campaignId() + "/creatives?name=";
    RestClient administrator = TestGround.administrator();
    String creative =
        administrator
            .upload(path + RestClient.encoded(name), DemoVideoFixture.ad())
            .getString("id");
    watched(creative);
    return creative;
  }

  private static void watched(String creative)
      throws IOException, InterruptedException, SQLException {
    ViewersFixture.shared().add(creative, 24);
    ViewersFixture.shared().summarise(creative);
    campaign.other(creative).settled();
  }

  private static Page open(String language, String state) {
    Page page = chromium.signedIn(language, analyst.login(), analyst.password());
    page.navigate("index.xhtml?lang=" + language);
    page.navigate("creative.xhtml?id=" + campaign.creativeId() + state);
    awaitCurve(page);
    return page;
  }

  private static void awaitCurve(Page page) {
    page.waitForFunction(
        "() => OtklikStudio.chart.drawn() && document.getElementById('video').readyState > 0");
  }

  /** What the chart draws, without bands and bars. */
  private static Object lines(Page page) {
    return page.evaluate(
        "OtklikStudio.chart.drawn().getOption().series.filter((s) => s.type === 'line' && s.name)"
            + ".map((s) => s.name)");
  }

  private static void awaitVideoAt(Page page, double second) {
    page.waitForFunction(
        "(at) => Math.abs(document.getElementById('video').currentTime - at) < 0.3", second);
  }

  private static void awaitSpoken(Page page, String text) {
    assertThat(page.locator("#spoken")).containsText(text);
  }

  @Test
  void playingMovesThePointerThroughTheCurve() {
    Page page = open("en", "");
    page.locator("#curve").press(" ");
    page.waitForFunction("() => OtklikStudio.video.at() > 1");
    page.waitForFunction(
        """
        () => {
          const at = Number(document.getElementById('pointer').style.getPropertyValue('--at')) * 20;
          return at > 1 && Math.abs(at - document.getElementById('video').currentTime) < 0.5;
        }
        """);
    page.locator("#curve").press(" ");
    page.waitForFunction("() => document.getElementById('video').paused");
  }

  @Test
  void clickOnCurveStripOrMomentMovesTheVideo() {
    Page page = open("en", "");
    // The plot begins 56 px from the left and ends 18 px from the right.
    double width = page.locator("#timeline").boundingBox().width;
    for (String place : List.of("#curve", "#strip")) {
      double wished = place.equals("#curve") ? 5 : 15;
      double x = 56 + (width - 56 - 18) * wished / 20;
      double from = place.equals("#strip") ? 56 : 0;
      double y = place.equals("#strip") ? 12 : 90; // above it is the legend, which switches lines
      page.locator(place).click(new Locator.ClickOptions().setPosition(x - from, y));
      awaitVideoAt(page, wished);
    }
    page.locator("#nextMoment").click();
    page.locator("#previousMoment").click();
    awaitVideoAt(page, 12);
    assertThat(page.locator("#clock")).hasText("0:12");
    assertThat(page.locator("#readout")).containsText("33%");
    assertThat(page.locator("#momentPlace")).hasText("Moment 2 of 2");
  }

  @Test
  void chartShowsAStretchOfTheVideo() {
    Page page = open("en", "&at=9");
    page.locator("#zoomIn").click();
    assertThat(page).hasURL(Pattern.compile(".*from=4&until=14.*"));
    assertEquals(10, points(page));
    double width = page.locator("#timeline").boundingBox().width;
    page.locator("#curve")
        .click(new Locator.ClickOptions().setPosition(56 + (width - 56 - 18) / 2, 90));
    awaitVideoAt(page, 9);
    page.locator("#curve").press("End");
    assertThat(page).hasURL(Pattern.compile(".*from=4&until=14.*"));
    page.evaluate("OtklikStudio.video.seek(15)");
    assertThat(page).hasURL(Pattern.compile(".*from=10&until=20.*"));
    page.locator("#zoomAll").click();
    assertEquals(20, points(page));

    dragWithShift(page, 56 + (width - 56 - 18) * 0.25, 56 + (width - 56 - 18) * 0.75);
    assertThat(page).hasURL(Pattern.compile(".*from=5&until=15.*"));
    page.reload();
    awaitCurve(page);
    assertEquals(10, points(page));
  }

  private static Object points(Page page) {
    return page.evaluate(
        "OtklikStudio.chart.drawn().getOption().series.find((s) => s.name === 'Positive').data.length");
  }

  private static void dragWithShift(Page page, double from, double to) {
    BoundingBox curve = page.locator("#curve").boundingBox();
    page.keyboard().down("Shift");
    page.mouse().move(curve.x + from, curve.y + 90);
    page.mouse().down();
    page.mouse().move(curve.x + to, curve.y + 90);
    page.mouse().up();
    page.keyboard().up("Shift");
  }

  /** Seconds 5 to 7 of the viewers have 12 of 24 positive, those before none. */
  @Test
  void meanOverSecondsIsDrawnWithoutIntervals() {
    Page page = open("en", "&at=4");
    assertThat(page.locator("#readout")).containsText("Positive0% (0% … 14%)");
    page.locator("#mean").selectOption("3");
    assertThat(page.locator("#readout tr").first()).hasText("Positive17%");
    assertThat(page.locator("#measureHelp")).containsText("mean of the 3 s around it");
    assertThat(page).hasURL(Pattern.compile(".*mean=3.*"));
    page.reload();
    awaitCurve(page);
    assertThat(page.locator("#readout tr").first()).hasText("Positive17%");
  }

  /** Else one presses a picture and sees nothing move. */
  @Test
  void pictureOfAMomentPlaysItInSight() {
    Page page = open("en", "");
    Locator moment = page.locator("#moments .kind-NEGATIVE button.frame");
    moment.scrollIntoViewIfNeeded();
    moment.click();
    page.waitForFunction("() => OtklikStudio.video.at() > 12.2 && OtklikStudio.video.isPlaying()");
    assertInSight(page, "#video", "#curve");
    page.waitForFunction("() => document.getElementById('video').paused");
    double end = (double) page.evaluate("document.getElementById('video').currentTime + 0.0001");
    double until = Double.parseDouble(moment.getAttribute("data-until"));
    assertEquals(until, end, 0.5, "it ends with the moment");
  }

  @Test
  void loopedMomentBeginsAgain() {
    Page page = open("en", "");
    page.locator("#loop").click();
    assertThat(page.locator("#loop")).hasAttribute("aria-pressed", "true");
    page.evaluate("OtklikStudio.video.playStretch(5, 6)");
    page.waitForFunction("() => OtklikStudio.video.at() > 5.5");
    page.waitForFunction("() => OtklikStudio.video.at() < 5.4 && OtklikStudio.video.isPlaying()");
    page.locator("#curve").press("ArrowRight");
    page.waitForFunction("() => OtklikStudio.video.at() > 6.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1280x720", "1920x1080", "820x1180"})
  void filmCurveAndFiguresAreSeenTogether(String size) {
    String[] sides = size.split("x");
    Page page = open("ru", "");
    page.setViewportSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    page.waitForFunction(
        "(width) => document.body.clientWidth <= width", page.viewportSize().width);
    assertInSight(page, ".figures", "#video", "#curve", "#marks", "#strip");
    for (int tenth = 0; tenth <= 10; tenth++) {
      page.evaluate(
          "(part) => window.scrollTo(0, 200 + part * document.body.scrollHeight)", tenth / 10.0);
      assertInSight(page, "#video", "#curve");
    }
    page.waitForFunction("() => OtklikStudio.stage.isSmall()");
    page.evaluate("window.scrollTo(0, 0)");
    page.waitForFunction("() => !OtklikStudio.stage.isSmall()");
    assertInSight(page, ".figures", "#video", "#curve", "#strip");
  }

  private static void assertInSight(Page page, String... parts) {
    for (String part : parts) {
      page.waitForFunction(
          """
          (part) => {
            const {top, bottom, height} = document.querySelector(part).getBoundingClientRect();
            return height > 0 && top >= 0 && bottom <= window.innerHeight;
          }
          """,
          part);
    }
  }

  @Test
  void emotionsAreLaidOverEachOther() {
    Page page = open("en", "");
    for (String emotion : List.of("SADNESS", "HAPPINESS", "FEAR", "ANGER")) {
      page.locator("#choices input[value=" + emotion + "]").check();
    }
    assertEquals(List.of("Happiness", "Anger", "Fear", "Sadness"), lines(page));
    page.locator("#choices input[value=ANGER]").uncheck();
    assertThat(page).hasURL(Pattern.compile(".*measure=HAPPINESS%2CFEAR%2CSADNESS.*"));
    page.goBack();
    assertThat(page.locator("#choices input[value=ANGER]")).isChecked();
    page.goForward();
    assertThat(page.locator("#choices input[value=ANGER]")).not().isChecked();
    page.reload();
    awaitCurve(page);
    assertEquals(List.of("Happiness", "Fear", "Sadness"), lines(page));
    BoundingBox curve = page.locator("#curve").boundingBox();
    page.mouse().click(curve.x + 56 + 50, curve.y + 9);
    assertEquals(
        false,
        page.evaluate(
            "() => echarts.getInstanceByDom(document.getElementById('curve'))"
                + ".getOption().legend[0].selected.Happiness"),
        "the legend switches its line");
    for (String emotion : List.of("SADNESS", "HAPPINESS", "FEAR")) {
      page.locator("#choices input[value=" + emotion + "]").uncheck();
    }
    assertEquals(List.of("Positive", "Negative", "Neutral"), lines(page));
  }

  @Test
  void keyboardAloneSuffices() {
    Page page = open("en", "");
    Locator curve = page.locator("#curve");
    curve.press("ArrowRight");
    curve.press("Shift+ArrowRight");
    assertThat(curve).hasAttribute("aria-valuetext", "0:06");
    awaitSpoken(page, "0:06, viewers: 24. Positive 50%");
    curve.press("PageDown");
    assertThat(curve).hasAttribute("aria-valuenow", "12");
    curve.press("PageUp");
    assertThat(curve).hasAttribute("aria-valuenow", "5");
    curve.press("End");
    assertThat(curve).hasAttribute("aria-valuenow", "20");
    curve.press("Home");
    awaitVideoAt(page, 0);
    page.locator("#choices input[value=groups]").press("ArrowRight");
    assertEquals(List.of("EEI"), lines(page));
  }

  @Test
  void choicesChangeTheLinesAndTheLinkKeepsThem() {
    Page page = open("en", "");
    assertEquals(List.of("Positive", "Negative", "Neutral"), lines(page));
    page.locator("#choices label", new Page.LocatorOptions().setHasText("Happiness")).click();
    assertEquals(List.of("Happiness"), lines(page));
    choose(page, "firstGroup", "sex", "female");
    assertThat(page.locator("#readoutN")).hasText("viewers: 12");
    page.locator("#compared").selectOption(campaign.creativeId());
    choose(page, "secondGroup", "sex", "male");
    assertThat(page.locator("#comparison"))
        .containsText("EEI differs significantly in 8 of 19 seconds");
    assertEquals(List.of("sex: female", "sex: male"), lines(page));
    page.locator("#comparison button").first().click();
    awaitVideoAt(page, 5);
    assertThat(page).hasURL(Pattern.compile(".*withSegment=sex%3Amale&at=5"));

    Page colleague = chromium.signedIn("en", analyst.login(), analyst.password());
    colleague.navigate(page.url());
    awaitCurve(colleague);
    assertThat(colleague.locator("#comparison")).containsText("“sex: female” is higher");
    assertEquals(List.of("sex: female", "sex: male"), lines(colleague));
    assertThat(colleague.locator(".measures input:checked")).hasValue("HAPPINESS");
    assertThat(colleague.locator("#clock")).hasText("0:05");
    awaitVideoAt(colleague, 5);
  }

  @Test
  void movementsOfTheFaceAreLinesWithTheirErrorUnlessAnEarlierModelKnewNone()
      throws IOException, SQLException {
    Page page = open("en", "&measure=SMILE&at=6");
    assertEquals(List.of("Smile"), lines(page));
    assertThat(page.locator("#readout")).containsText("0.4");
    assertThat(page.locator("#measureHelp")).containsText("Smile ±0.0");
    assertThat(page.locator("#movementsMissing")).isHidden();
    page.locator("#movementMenu summary").click();
    page.locator("#choices input[value=BROWS_LOWERED]").check();
    assertThat(page).hasURL(Pattern.compile(".*measure=SMILE%2CBROWS_LOWERED.*"));
    assertEquals(List.of("Smile", "Brows lowered"), lines(page));
    Chromium.picture(page, "creative-movements-en");
    String earlier = movementsOf("null, null, null, null, null");
    try {
      page.reload();
      assertThat(page.locator("#movementsMissing")).containsText("earlier model");
      assertThat(page.locator("#movementsMissing a"))
          .hasAttribute("href", Pattern.compile("campaign"));
      Chromium.picture(page, "creative-movements-missing-en");
      page.locator("#choices input[value=groups]").check();
      assertThat(page.locator("#movementsMissing")).isHidden();
    } finally {
      assertEquals(earlier, movementsOf("0.5, 0.1, 0.1, 0.1, 0.1"));
    }
  }

  /** Sets those of all observed seconds of the creative; tells how many there are. */
  private static String movementsOf(String values) throws SQLException {
    return Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            """
            with changed as (
                update agg.viewer_second
                set (smile, mouth_open, eyes_closed, brows_lowered, brows_raised) = row(%s)
                from core.analysis_run as run
                join core.recording on recording.id = run.recording_id
                join core.creative on creative.id = recording.creative_id
                where run.id = viewer_second.analysis_run_id and viewer_second.state is not null
                    and creative.public_id = ?::uuid
                returning 1
            )
            select count(*) from changed
            """
                .formatted(values),
            campaign.creativeId())
        .get(0);
  }

  /** As if the viewers had been listened to: in second 3 half of them sound positive. */
  @Test
  void voicesAreALineOfTheirOwnWhereTheCampaignAsksForThem() throws Exception {
    hearViewers();
    try {
      Page page = open("en", "&measure=voice&at=3");
      assertEquals(List.of("Positive voice", "Negative voice"), lines(page));
      assertThat(page.locator("#readoutN")).containsText("24");
      assertThat(page.locator("#readout")).containsText("50%");
      assertThat(page.locator("#measureHelp")).containsText("missing");
      Chromium.picture(page, "creative-voice-en");
      JsonObject voice =
          TestGround.administrator().object("creatives/" + campaign.creativeId() + "/voice");
      assertEquals(24, voice.getInt("viewers"));
      assertEquals("[0, 0, 0, 24, 0]", voice.getJsonArray("n").subList(0, 5).toString());
      assertEquals(
          12,
          TestGround.administrator()
              .object("creatives/" + campaign.creativeId() + "/voice?segment=sex:female")
              .getInt("viewers"));
    } finally {
      owner("delete from agg.voice_second");
      owner("delete from core.voice_analysis");
      owner("update core.campaign set is_voice_analysed = false");
    }
    Page page = open("en", "&measure=voice");
    assertEquals(List.of("Positive", "Negative", "Neutral"), lines(page));
    assertThat(page.locator("#choices input[value=voice]")).hasCount(0);
  }

  private static void hearViewers() throws SQLException {
    owner("update core.campaign set is_voice_analysed = true");
    owner(
        """
        insert into core.voice_analysis (analysis_run_id, finding, model_name, model_sha256,
            speech_ms, creative_ms)
        select analysis_run_id, 'HEARD', 'voice', 'voice', 1000, 0 from agg.viewing
        """);
    owner(
        """
        insert into agg.voice_second (analysis_run_id, second_no, heard_share, state,
            angry_probability, sad_probability, neutral_probability, positive_probability,
            is_in_creative)
        select analysis_run_id, 3, 1,
            case row_number() over (order by analysis_run_id) % 2
                when 0 then 'POSITIVE' else 'NEUTRAL' end, 0, 0, 0.5, 0.5, true
        from agg.viewing
        """);
  }

  /** Of the creative of this test alone. */
  private static void owner(String change) throws SQLException {
    String ofCreative =
        """
        select run.id
        from core.analysis_run as run
        join core.recording on recording.id = run.recording_id
        join core.creative on creative.id = recording.creative_id
        where creative.public_id = ?::uuid
        """;
    boolean isOfCampaign = change.startsWith("update");
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        change
            + (isOfCampaign
                ? " where public_id = ?::uuid returning 1"
                : " where analysis_run_id in (" + ofCreative + ") returning 1"),
        isOfCampaign ? campaign.campaignId() : campaign.creativeId());
  }

  @Test
  void campaignAndCreativeAreRenamed() throws IOException, InterruptedException {
    RestClient administrator = TestGround.administrator();
    String id = CampaignFixture.campaign(administrator, "Misnamed");
    String creative =
        administrator
            .upload("campaigns/" + id + "/creatives?name=Wrong", DemoVideoFixture.ad())
            .getString("id");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    for (String address : List.of("campaign.xhtml?id=" + id, "creative.xhtml?id=" + creative)) {
      page.navigate(address);
      page.locator(".rename summary").first().click();
      page.locator("#newName").fill(" ");
      page.locator("#rename").click();
      assertThat(page.locator("#renameMessages .bad")).containsText("name");
      page.locator("#newName").fill("Новое <b>имя</b>");
      page.locator("#rename").click();
      assertThat(page.locator("h1")).hasText("Новое <b>имя</b>");
    }
    assertEquals(
        "Новое <b>имя</b>",
        administrator.object("campaigns/" + id).getJsonObject("campaign").getString("name"));
    assertEquals(
        "Новое <b>имя</b>", administrator.object("creatives/" + creative).getString("name"));
  }

  /** From 0–4.5 s, by the keyboard and by a drag; undone in the end. */
  private static void moveMark(Page page) {
    Locator mark = page.locator(".lane[data-lane=BRAND] .lane-mark");
    page.evaluate("() => window.scrollTo(0, 0)"); // further down, the lanes make room
    assertThat(mark).isVisible();
    mark.press("Shift+ArrowRight");
    mark.press("Shift+ArrowRight");
    mark.press("ArrowDown");
    assertThat(page.locator("#annotationsTold")).containsText("0:02–0:07");
    assertThat(mark).isFocused();
    assertThat(mark).hasAttribute("data-second", "2");
    assertThat(mark).hasAttribute("data-until", "6.4");

    BoundingBox box = mark.boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width, box.y + box.height / 2);
    page.mouse().move(box.x + box.width * 1.5, box.y + box.height / 2);
    page.mouse().up();
    assertThat(mark).not().hasAttribute("data-second", "2");
    assertThat(page.locator("#annotationsTold")).containsText("The mark is moved");
    page.locator("#annotationsTold button").click();
    assertThat(mark).hasAttribute("data-second", "2");
  }

  /** Of 24 viewers half are positive from 0:05 to 0:08, the other half later negative. */
  @Test
  void marksAndCommentsAreWrittenAndSeen() throws IOException, InterruptedException, SQLException {
    String creative = upload("Marked");
    Page page = open("en", "");
    page.navigate("creative.xhtml?id=" + creative);
    awaitCurve(page);
    page.locator("#curve").press("End");
    page.locator("#curve").press("Home");
    page.locator("#curve").press("m");
    page.locator("#markName").fill("Umbrella");
    page.locator("#markEnd").fill("99");
    page.locator("#markSave").click();
    assertThat(page.locator("#markProblem")).containsText("Ends at second");
    page.locator("#markEnd").fill("4.5");
    page.locator("#markSave").click();
    assertThat(page.locator("#markDialog")).isHidden();
    assertThat(page.locator(".lane[data-lane=BRAND] .lane-mark")).hasText("Umbrella");

    BoundingBox lane = page.locator(".lane-plot").boundingBox(); // a drag beside the mark
    page.mouse().move(lane.x + lane.width * 0.5, lane.y + 8);
    page.mouse().down();
    page.mouse().move(lane.x + lane.width * 0.75, lane.y + 8);
    page.mouse().up();
    assertThat(page.locator("#markBegin")).hasValue(Pattern.compile("10|9\\.9|10\\.1"));
    page.locator("#markLane").selectOption("CLAIM");
    page.locator("#markNote").fill("Said aloud");
    page.locator("#markSave").click();
    assertThat(page.locator("#marksList")).containsText("Said aloud");
    page.locator(".lane[data-lane=BRAND] .lane-mark").press("Delete");
    assertThat(page.locator("#annotationsTold")).containsText("The mark is deleted.");
    page.locator("#annotationsTold button").click();
    assertThat(page.locator(".lane[data-lane=BRAND] .lane-mark")).hasText("Umbrella");

    moveMark(page);

    page.locator("#curve").press("n");
    page.locator("#commentText").fill("The cat <b>works</b>");
    page.locator("#commentForm button[type=submit]").click();
    assertThat(page.locator("#commentsList .said")).hasText("The cat <b>works</b>");
    assertThat(page.locator("#commentsList"))
        .containsText(Pattern.compile("\\d{1,2} [A-Z][a-z]+ \\d{4}"));
    page.locator("#commentsList input[type=checkbox]").check();
    assertThat(page.locator("#annotationsTold")).containsText("New reports contain the comment.");
    Chromium.picture(page, "creative-marks-en");

    UserFixture reader = UserFixture.of("READER");
    Page other = chromium.signedIn("ru", reader.login(), reader.password());
    other.navigate("index.xhtml?lang=ru");
    other.navigate("creative.xhtml?id=" + creative);
    awaitCurve(other);
    assertThat(other.locator(".lane[data-lane=CLAIM] .lane-name")).hasText("Обещание");
    assertThat(other.locator("#commentsList .said")).hasText("The cat <b>works</b>");
    assertThat(other.locator("#commentForm")).hasCount(0);
    assertThat(other.locator("#addMark")).hasCount(0);
  }

  private static void choose(Page page, String group, String attribute, String value) {
    Locator menu = page.locator("#" + group + " details[data-attribute=" + attribute + "]");
    menu.locator("summary").click();
    menu.locator("input[value=" + value + "]").check();
    page.keyboard().press("Escape");
    assertThat(menu).not().hasAttribute("open", "");
  }

  @Test
  void creativesAreSeenTogetherAndCompared() {
    Page page = open("en", "");
    page.navigate("creatives.xhtml?text=Studio&sort=EEI");
    Locator rows = page.locator("tr[data-creative]");
    assertThat(rows.first()).containsText("Studio");
    assertThat(page.locator("#scatterTold")).containsText("creatives have these figures");
    assertThat(page.locator("#compare")).hasAttribute("aria-disabled", "true");
    page.locator("tr[data-creative='" + campaign.creativeId() + "'] .pick").check();
    Locator second = page.locator("tr[data-creative='" + other + "'] .pick");
    page.evaluate(
        "(id) => document.querySelector(`tr[data-creative='${id}']`).dataset.synthetic = 'true'",
        other);
    second.check();
    assertThat(page.locator("#compare")).hasAttribute("aria-disabled", "true");
    assertThat(page.locator("#compareTold")).containsText("cannot be compared");
    second.uncheck();
    page.evaluate(
        "(id) => document.querySelector(`tr[data-creative='${id}']`).dataset.synthetic = 'false'",
        other);
    second.check();
    page.locator("#compare").click();
    page.waitForURL(Pattern.compile(".*creative.xhtml.*with=.*"));
    assertThat(page.locator("#comparison")).isVisible();
    page.navigate("creatives.xhtml?fromSeconds=90&untilSeconds=100");
    assertThat(page.locator("section.empty")).containsText("No creative matches");
  }

  @Test
  void strangerSeesWhatIsSharedUntilItIsRevoked() throws IOException {
    Page page = open("en", "");
    page.locator("#shareCreative").click();
    page.locator("#shareCreate").click();
    String address = page.locator("#shareAddress").inputValue();
    Page stranger = chromium.window("ru");
    stranger.navigate(address);
    awaitCurve(stranger);
    assertThat(stranger.locator("h1")).hasText(page.locator("h1").innerText());
    assertThat(stranger.locator("#readoutN")).hasText("зрителей: 24");
    assertThat(stranger.locator("#heatmap, #annotations, #secondGroup:visible")).hasCount(0);
    Axe.assertNothingFound(stranger, "a shared creative");
    Chromium.picture(stranger, "creative-shared");
    choose(stranger, "firstGroup", "sex", "female");
    assertThat(stranger.locator("#readoutN")).hasText("зрителей: 12");
    page.locator("#sharing .links .ui-button").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("#sharing .link-REVOKED")).hasCount(1);
  }

  @Test
  void segmentIsComparedWithTheRestAndSeveralValuesAreOneGroup() {
    Page page = open("en", "");
    page.locator("#compared").selectOption("rest");
    assertThat(page.locator("#studioBusy")).containsText("Select the viewers first");
    choose(page, "firstGroup", "sex", "female");
    assertThat(page.locator("#comparison")).containsText("everybody except sex: female");
    assertThat(page).hasURL(Pattern.compile("with=rest"));
    String compared = page.url();
    page.locator("#comparisonReport").click();
    page.waitForURL("**/reports.xhtml**");
    assertThat(page.locator("input[value=COMPARISON]")).isChecked();
    assertThat(page.locator("input[name=firstSegment][value='sex:female']")).isChecked();
    assertThat(page.locator("input[name=secondSegment][value='sex:female']")).isChecked();
    assertThat(page.locator("#secondRest")).isChecked();
    page.navigate(compared);
    assertThat(page.locator("#comparison")).isVisible();
    assertEquals(List.of("sex: female", "everybody except sex: female"), lines(page));
    page.locator("#compared").selectOption(campaign.creativeId());
    assertThat(page.locator("#studioBusy")).containsText("one group may not contain the other");
    page.locator("#compared").selectOption("");
    choose(page, "firstGroup", "sex", "male");
    assertThat(page.locator("#readoutN")).hasText("viewers: 24");
    assertThat(page.locator("#firstGroup details[data-attribute=sex] summary"))
        .hasText("sex: female or male");
    assertThat(page).hasURL(Pattern.compile(".*segment=sex%3Afemale&segment=sex%3Amale.*"));
  }

  @Test
  void everyViewerIsSeenInEverySecond() throws IOException, InterruptedException {
    List<JsonObject> timelines =
        TestGround.administrator()
            .get("creatives/" + campaign.creativeId() + "/timelines")
            .asJsonArray()
            .stream()
            .map(JsonValue::asJsonObject)
            .toList();
    assertEquals(24, timelines.size());
    assertEquals(20, timelines.get(0).getString("states").length());
    assertEquals(
        12, timelines.stream().filter(one -> one.getString("states").charAt(5) == 'P').count());
    assertTrue(timelines.stream().allMatch(one -> one.getString("states").charAt(17) == '-'));

    Page page = open("en", "");
    Locator canvas = page.locator("#heatmap");
    assertThat(canvas).hasAttribute("aria-label", Pattern.compile("Viewings: 24, .*"));
    canvas.hover(new Locator.HoverOptions().setPosition(canvas.boundingBox().width * 5.5 / 20, 3));
    assertThat(page.locator("#heatmapTold")).containsText("0:05 · Positive");
    page.locator("#heatmapOrder").selectOption("sex");
    page.evaluate("window.scrollTo(0, 0)");
    choose(page, "firstGroup", "sex", "female");
    assertThat(canvas).hasAttribute("aria-label", Pattern.compile("Viewings: 12, .*"));
    canvas.click(new Locator.ClickOptions().setPosition(40, 3));
    page.waitForURL(Pattern.compile(".*viewing\\.xhtml.*"));
  }

  @Test
  void viewingsAreLookedThroughOneAfterTheOther() {
    Page page = open("en", "");
    page.locator("a.watch").first().click();
    assertThat(page.locator("h1")).containsText("v0001");
    assertThat(page.locator("#previousViewing")).hasCount(0);
    page.locator("#nextViewing").click();
    assertThat(page.locator("h1")).containsText("v0002");
    page.locator("#previousViewing").click();
    assertThat(page.locator("h1")).containsText("v0001");
  }

  @Test
  void groupThatIsTooSmallIsToldAndThereIsAWayBack() {
    Page page = open("en", "&segment=sex:female");
    page.navigate("creative.xhtml?id=" + campaign.creativeId() + "&segment=city:Pskov");
    assertThat(page.locator("#studioProblem")).containsText("fewer than 5 included viewers");
    page.locator("#reset").click();
    assertThat(page.locator("#studioProblem")).isHidden();
    assertThat(page.locator("#readoutN")).hasText("viewers: 24");
  }

  @Test
  void chartAndFiguresAreDownloaded() throws IOException {
    Page page = open("en", "&with=" + other);
    assertThat(page.locator("#comparison")).containsText("No significant difference");
    Download png = page.waitForDownload(() -> page.locator("#downloadPng").click());
    assertTrue(png.suggestedFilename().matches("Ad-\\d{4}-\\d\\d-\\d\\d\\.png"));
    BufferedImage picture = ImageIO.read(png.path().toFile());
    assertEquals(2560, picture.getWidth());
    assertEquals(0xffffffff, picture.getRGB(2, 2), "white ground");
    int[] pixels = picture.getRGB(0, 0, 2560, 1280, null, 0, 2560);
    assertTrue(Arrays.stream(pixels).filter(colour -> colour == 0xff0072b2).count() > 1000);
    Download csv = page.waitForDownload(() -> page.locator("#downloadCsv").click());
    assertTrue(csv.suggestedFilename().endsWith(".csv"));
    List<String> lines = Files.readAllLines(csv.path());
    assertEquals(1 + 2 * 20, lines.size());
    assertTrue(
        lines.get(0).startsWith("\uFEFFcreative,creative_name,segment,second,n,positive_share,"));
    assertTrue(lines.get(6).startsWith(campaign.creativeId() + ",Ad,,5,24,0.5,"), lines.get(6));
    assertTrue(lines.get(18).startsWith(campaign.creativeId() + ",Ad,,17,0,,,"), lines.get(18));
    assertTrue(lines.get(26).startsWith(other + ",'=Other,,5,24,0.5,"), "no formula");
  }

  @Test
  void chartFollowsTheColoursOfThePage() {
    Page page = open("en", "");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.waitForFunction(
        """
        () => OtklikStudio.chart.drawn().getOption().series
            .find((one) => one.name === 'Positive').lineStyle.color === '#56b4e9'
        """);
  }

  @Test
  void videoThatCannotBePlayedLeavesPicturesAndFigures() {
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.route(
        "**/video",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(409)
                    .setContentType("application/problem+json")
                    .setBody("{\"detail\": \"It was never converted.\"}")));
    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    assertThat(page.locator("#videoProblem"))
        .containsText("The video cannot be played. It was never converted.");
    page.locator("#curve").press("ArrowRight");
    assertThat(page.locator("#still")).hasAttribute("alt", "Frame of the creative at 0:01");
    awaitSpoken(page, "0:01, viewers: 24");
    page.unroute("**/video");
    page.locator("#videoAgain").click();
    awaitVideoAt(page, 1);
    assertThat(page.locator("#videoProblem")).isHidden();
  }

  @Test
  void newResultsLeaveVideoAndChoicesAlone() throws Exception {
    String creative = upload("Growing");
    Page page = open("en", "");
    ViewersFixture.shared().outdate(creative);
    page.navigate("creative.xhtml?id=" + creative + "&measure=SADNESS&at=13");
    awaitCurve(page);
    awaitVideoAt(page, 13);
    assertThat(page.locator("#readoutN")).hasText("viewers: 24");
    ViewersFixture.shared().exclude(creative, "v0001");
    ViewersFixture.shared().summarise(creative);
    assertThat(page.locator("#readoutN")).hasText("viewers: 23");
    awaitVideoAt(page, 13);
    assertEquals(List.of("Sadness"), lines(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void isAccessibleAlsoInAComparison(String language) throws IOException {
    String state = "&segment=sex:female&with=" + campaign.creativeId() + "&withSegment=sex:male";
    Page page = open(language, state + "&at=6");
    assertThat(page.locator("#comparison table")).isVisible();
    awaitSpoken(page, "0:06");
    page.locator("details").evaluateAll("(all) => all.forEach((one) => { one.open = true; })");
    Chromium.picture(page, "creative-compared-" + language);
    Axe.assertNothingFound(page, "creative-compared-" + language);
  }
}
