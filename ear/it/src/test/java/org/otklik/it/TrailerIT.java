package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.bench.server.BrowserProgram;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;

/**
 * A trailer by what viewers are known to have shown: women smile in seconds 5 to 9, two of three
 * men look sad in 12 to 14.
 */
class TrailerIT {
  private static final int VIEWERS = 24;

  @RegisterExtension static final Chromium chromium = Chromium.whereInstalled();

  private static RestClient rest;
  private static UserFixture analyst;
  private static CampaignFixture campaign;

  @TempDir Path folder;

  @BeforeAll
  static void watch() throws IOException, InterruptedException, SQLException {
    rest = TestGround.administrator();
    analyst = UserFixture.of("ANALYST");
    campaign = CampaignFixture.create(rest, "Trailer", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), VIEWERS);
    ViewersFixture.shared().summarise(campaign.creativeId());
    campaign.settled();
  }

  private static JsonObjectBuilder happiness(int lengthMs, int maxShots) {
    return Json.createObjectBuilder()
        .add("weights", Json.createObjectBuilder().add("HAPPINESS", 100))
        .add("lengthMs", lengthMs)
        .add("maxShots", maxShots)
        .add("maxShotMs", lengthMs)
        .add("delayMs", 0);
  }

  private static String trailers() {
    return "creatives/" + campaign.creativeId() + "/trailers";
  }

  @Test
  void shotIsWhereViewersSmiled() throws IOException, InterruptedException {
    JsonObject plan = rest.post(trailers() + "/plan", happiness(6_000, 1).build());
    assertTrue(plan.getBoolean("isAnythingOutstanding"), plan.toString());
    JsonObject shot = plan.getJsonArray("shots").getJsonObject(0);
    int shared = Math.min(shot.getInt("endMs"), 10_000) - Math.max(shot.getInt("beginMs"), 5_000);
    assertTrue(shared >= 4_000, shot.toString());
    assertTrue(shot.getBoolean("isOutstanding"));
    assertTrue(Set.of("SCENE", "PAUSE", "WITHIN").contains(shot.getString("beginsAt")));
    assertEquals(VIEWERS, shot.getInt("viewers"));
    assertEquals("CHOSEN", plan.getString("delayBasis"));
    JsonObject open = rest.post(trailers() + "/plan", Json.createObjectBuilder().build());
    assertEquals("STANDARD", open.getString("delayBasis"), "it has two cuts");
    assertEquals(1_000, open.getInt("delayMs"));
    assertTrue(
        plan.getJsonArray("seconds").getJsonObject(17).isNull("score"), "nobody is seen in it");
  }

  /** The scenes are divided at about 3.3 and 16.3 s. */
  @Test
  void noMoreIsShownOfASceneThanWanted() throws Exception {
    JsonObjectBuilder limited = happiness(6_000, 6).add("maxShotMs", 3_000);
    JsonArray shots =
        rest.post(trailers() + "/plan", limited.add("maxPerSceneMs", 2_000).build())
            .getJsonArray("shots");
    int second =
        shots.getValuesAs(JsonObject.class).stream()
            .filter(shot -> shot.getInt("beginMs") > 3_000 && shot.getInt("beginMs") < 16_000)
            .mapToInt(shot -> shot.getInt("endMs") - shot.getInt("beginMs"))
            .sum();
    assertTrue(second > 0 && second <= 2_000, shots.toString());
    assertEquals(
        "1",
        sql(
            """
            select count(*) from agg.creative_sound as sound
            join core.creative on creative.id = sound.creative_id
            where creative.public_id = ?::uuid
            """,
            campaign.creativeId()),
        "its sound has been listened to");
  }

  @Test
  void anotherShotIsProposedInThePlaceOfOne() throws IOException, InterruptedException {
    JsonArrayBuilder shots =
        Json.createArrayBuilder().add(shot(4_000, 7_000)).add(shot(11_000, 14_000));
    JsonObject settings = happiness(6_000, 2).build();
    JsonObject swap =
        Json.createObjectBuilder()
            .add("settings", settings)
            .add("shots", shots)
            .add("place", 1)
            .build();
    JsonArray proposed = rest.post(trailers() + "/plan/swap", swap).getJsonArray("shots");
    assertEquals(2, proposed.size());
    assertEquals(4_000, proposed.getJsonObject(0).getInt("beginMs"));
    JsonObject other = proposed.getJsonObject(1);
    assertTrue(
        other.getInt("endMs") <= 11_000 && other.getInt("beginMs") >= 7_000
            || other.getInt("beginMs") >= 14_000
            || other.getInt("endMs") <= 4_000,
        other.toString());
    problem(
        400,
        "FIELD_INVALID",
        trailers() + "/plan/swap",
        Json.createObjectBuilder()
            .add("shots", Json.createArrayBuilder().add(shot(0, 2_000)))
            .add("place", 1));
  }

  @Test
  void keptChangedTakenAwayAndDeleted() throws IOException, InterruptedException {
    JsonObject kept =
        rest.post(
            trailers(),
            Json.createObjectBuilder()
                .add("name", "Kept: \"one\"")
                .add("settings", happiness(6_000, 3))
                .build());
    String address = "trailers/" + kept.getString("id");
    JsonArray shots = kept.getJsonArray("shots");
    assertEquals(6_000, kept.getInt("lengthMs"), 1_000);
    HttpResponse<String> edl = rest.send("GET", address + "/files/EDL", "");
    assertEquals(200, edl.statusCode());
    assertTrue(
        edl.headers().firstValue("Content-Disposition").orElse("").contains(".edl"),
        edl.headers().toString());
    assertEquals(
        2 * shots.size(), Pattern.compile("FROM CLIP NAME").matcher(edl.body()).results().count());
    for (String format : new String[] {"XMEML", "FCPXML", "OTIO"}) {
      assertEquals(200, rest.send("GET", address + "/files/" + format, "").statusCode(), format);
    }
    assertEquals(404, rest.send("GET", address + "/files/AVI", "").statusCode());

    JsonObject shorter =
        Json.createObjectBuilder()
            .add("name", "Shorter")
            .add(
                "shots",
                Json.createArrayBuilder()
                    .add(shot(12_000, 14_000).add("isLocked", true))
                    .add(shot(1_000, 2_500)))
            .build();
    assertEquals(200, rest.send("PUT", address, shorter.toString()).statusCode());
    JsonObject changed = rest.object(address);
    assertEquals(3_500, changed.getInt("lengthMs"));
    assertTrue(changed.getJsonArray("shots").getJsonObject(0).getBoolean("isLocked"));
    assertFalse(changed.getJsonArray("shots").getJsonObject(0).isNull("score"));

    assertEquals(204, rest.send("DELETE", address, "").statusCode());
    assertEquals(404, rest.send("GET", address, "").statusCode());
  }

  @Test
  void videoOfATrailerIsMadeKeptAndDeleted() throws Exception {
    JsonObject kept =
        rest.post(
            trailers(),
            Json.createObjectBuilder()
                .add("name", "Made")
                .add(
                    "shots",
                    Json.createArrayBuilder().add(shot(8_000, 9_000)).add(shot(2_000, 3_500)))
                .build());
    String address = "trailers/" + kept.getString("id");
    JsonObjectBuilder tall =
        Json.createObjectBuilder()
            .add("shape", "TALL")
            .add("dissolves", true)
            .add("closingText", "Скоро в кино");
    String id = rest.post(address + "/videos", tall.build()).getString("id");
    String video = address + "/videos/" + id;
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Set.of("COMPLETED", "FAILED").contains(rest.object(video).getString("state")));
    JsonObject made = rest.object(video);
    assertEquals("COMPLETED", made.getString("state"), made.toString());
    assertEquals(100, made.getInt("percentDone"));
    // 2.5 s of shots, the shorter of which gives a third to the dissolve, and 2 s of card.
    assertEquals(4_170, made.getInt("lengthMs"), 40);
    assertEquals(made.getInt("heightPx") * 9 / 16.0, made.getInt("widthPx"), 2);
    assertTrue(made.getBoolean("isCurrent"));

    Path file = folder.resolve("made.mp4");
    rest.download(video + "/file", file);
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
      grabber.start();
      assertEquals("h264", grabber.getVideoCodecName());
      assertEquals(made.getInt("widthPx"), grabber.getImageWidth());
      assertEquals(made.getInt("heightPx"), grabber.getImageHeight());
      assertEquals(made.getInt("lengthMs"), grabber.getLengthInTime() / 1e3, 50);
    }
    JsonObject estimate = rest.object(address + "/estimate");
    assertEquals(2_500, estimate.getInt("lengthMs"));
    assertEquals(3, estimate.getJsonArray("seconds").size());
    assertFalse(estimate.getJsonArray("seconds").getJsonObject(0).isNull("score"));

    String stored =
        sql("select media_sha256 from core.trailer_video where public_id = ?::uuid", id);
    assertEquals("1", sql("select count(*) from core.media_object where sha256 = ?", stored));

    assertEquals(
        200,
        rest.send(
                "PUT",
                address,
                Json.createObjectBuilder()
                    .add("name", "Made")
                    .add("shots", Json.createArrayBuilder().add(shot(0, 1_000)))
                    .build()
                    .toString())
            .statusCode());
    assertFalse(rest.object(video).getBoolean("isCurrent"));
    assertEquals(204, rest.send("DELETE", address, "").statusCode());
    assertEquals("0", sql("select count(*) from core.trailer_video where public_id = ?::uuid", id));
    assertEquals("0", sql("select count(*) from core.media_object where sha256 = ?", stored));
  }

  @Test
  void clipShowsTheCreativeWithItsCurveBeneath() throws Exception {
    String clips = "creatives/" + campaign.creativeId() + "/clips";
    JsonObject mp4 = clip(clips, 4_000, 9_000, "MP4");
    assertTrue(mp4.getInt("heightPx") > mp4.getInt("widthPx") * 9 / 16, mp4.toString());
    Path file = folder.resolve("clip.mp4");
    rest.download(clips + "/" + mp4.getString("id") + "/file", file);
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
      grabber.start();
      assertEquals("h264", grabber.getVideoCodecName());
      assertEquals(mp4.getInt("widthPx"), grabber.getImageWidth());
      assertEquals(mp4.getInt("heightPx"), grabber.getImageHeight());
      assertEquals(5_000, grabber.getLengthInTime() / 1e3, 60);
    }
    JsonObject gif = clip(clips, 4_000, 7_000, "GIF");
    Path animation = folder.resolve("clip.gif");
    rest.download(clips + "/" + gif.getString("id") + "/file", animation);
    assertTrue(Files.size(animation) < 6 << 20, Files.size(animation) + " bytes");
    assertTrue(gif.getInt("widthPx") <= 480, gif.toString());

    JsonObject women =
        Json.createObjectBuilder().add("sex", Json.createArrayBuilder().add("female")).build();
    JsonObject ofWomen =
        made(clips, range(4_000, 9_000).add("format", "MP4").add("segment", women));
    assertEquals(women, ofWomen.getJsonObject("segment"));
    assertNotEquals(mp4.getString("id"), ofWomen.getString("id"));
    Path filed = folder.resolve("women.mp4");
    rest.download(clips + "/" + ofWomen.getString("id") + "/file", filed);
    assertTrue(
        difference(panel(file, mp4), panel(filed, ofWomen)) > 1,
        "all women smile, and half of all viewers");
    JsonObject nobody =
        Json.createObjectBuilder().add("sex", Json.createArrayBuilder().add("none")).build();
    problem(409, "GROUP_TOO_SMALL", clips, range(0, 2_000).add("segment", nobody));

    problem(400, "FIELD_INVALID", clips, range(4_000, 15_000).add("format", "GIF"));
    problem(400, "FIELD_INVALID", clips, range(19_900, 21_000));
    assertEquals(204, rest.send("DELETE", clips + "/" + gif.getString("id"), "").statusCode());
    assertEquals(404, rest.send("GET", clips + "/" + gif.getString("id"), "").statusCode());
    assertTrue(
        sql(
                """
                select string_agg(detail, ', ' order by id) from core.audit_event
                where subject_id = ?
                """,
                campaign.creativeId())
            .endsWith("clip MP4, clip GIF, clip MP4, clip −"),
        "who makes clips, which leave the house, answers for it");
  }

  @Test
  void clipGoesWithItsCreativeAndShowsNoCurveOfFew() throws Exception {
    CampaignFixture other = CampaignFixture.create(rest, "Clip", DemoVideoFixture.ad());
    String clips = "creatives/" + other.creativeId() + "/clips";
    problem(409, "CLIP_TOO_FEW_VIEWERS", clips, range(0, 2_000));
    ViewersFixture.shared().add(other.creativeId(), 6);
    ViewersFixture.shared().summarise(other.creativeId());
    other.settled();
    String made = clip(clips, 1_000, 3_000, "MP4").getString("id");
    String stored = sql("select media_sha256 from core.clip where public_id = ?::uuid", made);
    String queued = rest.post(clips, range(0, 20_000).build()).getString("id");
    assertEquals(204, rest.send("DELETE", "creatives/" + other.creativeId(), "").statusCode());
    assertEquals(404, rest.send("GET", clips, "").statusCode());
    assertEquals("CREATIVE_WAS_DELETED", whyNotMade(queuedAgain(made)));
    assertEquals(202, rest.send("DELETE", "bin/" + other.creativeId(), "").statusCode());
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                sql(
                        "select count(*) from core.creative where public_id = ?::uuid",
                        other.creativeId())
                    .equals("0"));
    for (String clip : new String[] {made, queued}) {
      assertEquals("0", sql("select count(*) from core.clip where public_id = ?::uuid", clip));
    }
    assertEquals("0", sql("select count(*) from core.media_object where sha256 = ?", stored));
  }

  /** The same clip, asked for by somebody whose turn comes late. */
  private static String queuedAgain(String clip) throws SQLException {
    String id =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                """
                insert into core.clip (public_id, creative_id, begin_ms, end_ms, format, locale,
                    state, frames, width_px, height_px, requested_by)
                select gen_random_uuid(), creative_id, begin_ms, end_ms, format, locale, 'QUEUED',
                    frames, width_px, height_px, requested_by
                from core.clip where public_id = ?::uuid
                returning id
                """,
                clip)
            .get(0);
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        insert into core.job_request (job_name, subject_id, lane)
        values ('cut-clip', ?::bigint, 'SHORT') returning id
        """,
        id);
    return id;
  }

  private static String whyNotMade(String id) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> sql("select state from core.clip where id = ?::bigint", id).equals("FAILED"));
    return assertDoesNotThrow(
        () -> sql("select failure_code from core.clip where id = ?::bigint", id));
  }

  private static JsonObjectBuilder range(int beginMs, int endMs) {
    return Json.createObjectBuilder().add("beginMs", beginMs).add("endMs", endMs);
  }

  private static JsonObject clip(String clips, int beginMs, int endMs, String format)
      throws IOException, InterruptedException {
    return made(clips, range(beginMs, endMs).add("format", format));
  }

  /** The curve beneath the first frame. */
  private static BufferedImage panel(Path file, JsonObject clip) throws IOException {
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      grabber.start();
      BufferedImage frame = converter.convert(grabber.grabImage());
      int top = clip.getInt("widthPx") * 9 / 16;
      return frame.getSubimage(0, top, frame.getWidth(), frame.getHeight() - top);
    }
  }

  /** Mean over all samples, 0..255. */
  private static double difference(BufferedImage one, BufferedImage other) {
    int[] first = one.getData().getPixels(0, 0, one.getWidth(), one.getHeight(), (int[]) null);
    int[] second =
        other.getData().getPixels(0, 0, other.getWidth(), other.getHeight(), (int[]) null);
    return IntStream.range(0, first.length)
        .map(i -> Math.abs(first[i] - second[i]))
        .average()
        .orElseThrow();
  }

  private static JsonObject made(String clips, JsonObjectBuilder clip)
      throws IOException, InterruptedException {
    String address = clips + "/" + rest.post(clips, clip.build()).getString("id");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> Set.of("COMPLETED", "FAILED").contains(rest.object(address).getString("state")));
    JsonObject made = rest.object(address);
    assertEquals("COMPLETED", made.getString("state"), made.toString());
    return made;
  }

  @Test
  void clipIsAskedForFromAMomentOfTheCreativesPage() throws IOException {
    Assumptions.assumeTrue(
        BrowserProgram.find().isPresent(), "needs Chromium (Debian: apt-get install chromium)");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("creative.xhtml?id=" + campaign.creativeId() + "&lang=en&segment=sex%3Afemale");
    page.locator("#moments")
        .getByText("Clip", new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
    assertThat(page.locator("#clipBegin")).hasValue(Pattern.compile("\\d+"));
    page.locator("#clipEnd").fill("99");
    page.locator("#makeClip").click();
    assertThat(page.locator("#clipMessages")).containsText("To, s");
    page.locator("#clipBegin").fill("5");
    page.locator("#clipEnd").fill("7,5");
    page.locator("#makeClip").click();
    Locator made = page.locator(".clips li").first();
    assertThat(made.locator("video"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    assertThat(made.locator("a")).hasAttribute("download", Pattern.compile(".*mp4"));
    assertThat(made).containsText("sex: female");
    Axe.assertNothingFound(page, "a creative with clips");
    Chromium.picture(page, "clips");
    int before = page.locator(".clips li").count();
    made.getByText("Delete").click();
    page.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(page.locator(".clips li")).hasCount(before - 1);
  }

  private static String sql(String query, String parameter) throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.APPLICATION, query, parameter).get(0);
  }

  @Test
  void creativeThatFewHaveSeenIsCutByHandOnly() throws IOException, InterruptedException {
    String few = CampaignFixture.create(rest, "Unseen", DemoVideoFixture.ad()).creativeId();
    String address = "creatives/" + few + "/trailers";
    JsonObject plan = rest.post(address + "/plan", Json.createObjectBuilder().build());
    assertTrue(plan.getJsonArray("shots").isEmpty() && plan.isNull("pValue"), plan.toString());
    problem(409, "TRAILER_EMPTY", address, Json.createObjectBuilder().add("name", "Chosen"));
    JsonObject byHand =
        rest.post(
            address,
            Json.createObjectBuilder()
                .add("name", "By hand")
                .add("shots", Json.createArrayBuilder().add(shot(0, 2_000)))
                .build());
    assertTrue(byHand.getJsonArray("shots").getJsonObject(0).isNull("score"));
  }

  @Test
  void impossibleOnesAreRefused() {
    problem(400, "FIELD_MISSING", trailers(), Json.createObjectBuilder());
    for (JsonObjectBuilder settings :
        new JsonObjectBuilder[] {
          happiness(6_000, 1).add("minShotMs", 7_000),
          happiness(600_000, 1),
          happiness(6_000, 1).add("weights", Json.createObjectBuilder().add("HAPPINESS", 0)),
          happiness(6_000, 1).add("weights", Json.createObjectBuilder().add("JOY", 1)),
        }) {
      problem(400, "FIELD_INVALID", trailers() + "/plan", settings);
    }
    JsonObjectBuilder beyond =
        Json.createObjectBuilder()
            .add("name", "Beyond")
            .add("shots", Json.createArrayBuilder().add(shot(0, 3_600_000)));
    problem(400, "FIELD_INVALID", trailers(), beyond);
    JsonObjectBuilder nothing =
        Json.createObjectBuilder()
            .add("name", "Nothing")
            .add("shots", Json.createArrayBuilder().addNull());
    problem(400, "FIELD_WRONG_TYPE", trailers(), nothing);
  }

  private static JsonObjectBuilder shot(int beginMs, int endMs) {
    return Json.createObjectBuilder().add("beginMs", beginMs).add("endMs", endMs);
  }

  private static void problem(int status, String code, String address, JsonObjectBuilder body) {
    RestClient.RefusedException refused =
        assertThrows(RestClient.RefusedException.class, () -> rest.post(address, body.build()));
    assertEquals(status, refused.status(), refused.getMessage());
    assertEquals(code, refused.code(), refused.getMessage());
  }

  @Test
  void cutIsChosenPlayedTrimmedAndSavedOnThePage() throws IOException {
    Assumptions.assumeTrue(
        BrowserProgram.find().isPresent(), "needs Chromium (Debian: apt-get install chromium)");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("creative.xhtml?id=" + campaign.creativeId() + "&lang=en");
    page.getByText("Trailers", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/trailer.xhtml**");
    assertThat(page.locator("#verdict")).containsText("more than chance");
    assertThat(page.locator("#scoreChart svg path").first()).isAttached();
    page.locator("#length").fill("7"); // not what was chosen at first
    page.locator("#maxShots").fill("2");
    page.locator("#choose").click();
    Locator shots = page.locator("tr.shot");
    assertThat(page.locator("#cutLength")).containsText("7.0 s");

    page.locator("#playCut").click();
    assertThat(page.locator("tr.playing")).hasCount(1);
    assertThat(shots.last()) // after the others, which take five seconds
        .hasClass(
            Pattern.compile("playing"), new LocatorAssertions.HasClassOptions().setTimeout(60_000));
    double at =
        (double) page.evaluate("() => document.getElementById('video').currentTime + 0.001");
    double begin = Double.parseDouble(shots.last().locator(".begin").inputValue());
    assertTrue(at >= begin - 0.1, at + " before " + begin);
    assertThat(page.locator("tr.playing"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000)); // at its end

    Locator edge = page.locator(".trimmer[data-shot='0'][data-edge='end']");
    double end = Double.parseDouble(shots.first().locator(".end").inputValue());
    answered(
        page,
        () -> {
          edge.focus();
          edge.press("ArrowLeft");
          edge.press("ArrowLeft");
        });
    String byKeys =
        BigDecimal.valueOf(end - 0.2)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    assertThat(shots.first().locator(".end")).hasValue(byKeys);
    answered(
        page,
        () -> {
          BoundingBox box = edge.boundingBox();
          page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
          page.mouse().down();
          page.mouse().move(box.x - 40, box.y + box.height / 2);
          page.mouse().up();
        });
    assertTrue(Double.parseDouble(shots.first().locator(".end").inputValue()) < end - 0.3);
    Locator undo = page.locator("#undo");
    answered(page, undo::click);
    assertThat(shots.first().locator(".end")).hasValue(byKeys);
    answered(page, undo::click);
    assertThat(shots.first().locator(".end"))
        .hasValue(BigDecimal.valueOf(end).stripTrailingZeros().toPlainString());

    String first = shots.first().locator(".begin").inputValue();
    answered(page, () -> page.locator(".swap-shot").first().click());
    assertThat(shots.first().locator(".begin")).not().hasValue(first);
    answered(page, undo::click);
    assertThat(shots.first().locator(".begin")).hasValue(first);

    shots.first().locator(".end").fill("nonsense");
    page.locator("#rescore").click();
    assertThat(page.locator("#messages")).containsText("To, s");
    shots.first().locator(".begin").fill("1");
    shots.first().locator(".end").fill("2,5");
    page.locator("#name").fill("From the page");
    page.locator("#save").click();
    page.waitForURL("**/trailer.xhtml?trailer=**");
    assertThat(page.locator("h1")).hasText("From the page");
    assertThat(shots.first().locator(".end")).hasValue("2.5");
    assertThat(page.locator(".kept")).containsText("From the page");
    page.locator("#shape").selectOption("SQUARE");
    page.locator("#makeVideo").click();
    Locator video = page.locator(".videos li");
    assertThat(video.locator("a"))
        .hasAttribute(
            "download",
            "From the page 1x1.mp4",
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
    assertThat(video).containsText("1:1");
    page.waitForFunction(
        """
        () => {
          const video = document.querySelector('.videos video');
          video.muted = true;
          video.play();
          return video.currentTime > 0.5 && video.videoWidth === video.videoHeight;
        }
        """);
    Chromium.picture(page, "trailer");
    assertThat(page.locator("#estimateChart svg path").first()).isAttached();
    String seen = page.url();
    page.locator(".upload-video").click();
    page.waitForURL("**/creative.xhtml**");
    assertThat(page.locator("h1")).containsText("From the page");
    assertFalse(seen.equals(page.url()) || page.url().contains(campaign.creativeId()));
  }

  /** Does something, and waits until the page has what the server says to it. */
  private static void answered(Page page, Runnable act) {
    page.waitForResponse(response -> response.request().method().equals("POST"), act);
    page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
  }

  @Test
  void pagesFitAPhone() {
    Assumptions.assumeTrue(
        BrowserProgram.find().isPresent(), "needs Chromium (Debian: apt-get install chromium)");
    Page page = chromium.window(Chromium.options("ru").setViewportSize(360, 740));
    Chromium.signIn(page, analyst.login(), analyst.password());
    for (String address : new String[] {"creative.xhtml?id=", "trailer.xhtml?creative="}) {
      page.navigate(address + campaign.creativeId() + "&lang=ru");
      assertThat(page.locator("h1")).isVisible();
      assertEquals(360, page.evaluate("() => document.documentElement.scrollWidth"), address);
    }
  }
}
