package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.database.DatabaseRole;
import org.otklik.emotion.Emotion;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerScript;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;

/** Cameras that freeze, recordings upside down, two faces: what the server makes of them. */
class ViewerChoiceIT {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int HZ = 10;
  private static final int FROZEN_FROM_MS = 2000;

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static CampaignFixture campaign;
  private static String frozen;
  private static String turned;
  private static String call;
  private static String another;

  private final RestClient rest = TestGround.administrator();

  @BeforeEach
  void analyseOnce() throws IOException, InterruptedException {
    if (campaign != null) {
      return;
    }
    Path folder = TestGround.newFolder("viewer-choice");
    Path ad = UploadedVideoFixture.video(folder.resolve("ad.mp4"), Format.MP4, 320, 180, 125);
    campaign = CampaignFixture.create(rest, "Choice", ad);
    SyntheticViewer smiling = viewer(0);
    frozen =
        campaign.record(
            "FROZEN",
            video(
                folder.resolve("frozen.mp4"), ms -> smiling.picture(Math.min(ms, FROZEN_FROM_MS))));
    SyntheticViewer inverted = viewer(3);
    turned =
        campaign.record(
            "TURNED", video(folder.resolve("turned.mp4"), ms -> upsideDown(inverted.picture(ms))));
    SyntheticViewer left = viewer(1);
    SyntheticViewer right = viewer(5);
    call =
        campaign.record(
            "CALL",
            video(
                folder.resolve("call.mp4"), ms -> sideBySide(left.picture(ms), right.picture(ms))));
    SyntheticViewer fair = viewer(0);
    SyntheticViewer dark = viewer(9);
    another =
        campaign.record(
            "ANOTHER",
            video(folder.resolve("another.mp4"), ms -> (ms < 2500 ? fair : dark).picture(ms)));
    campaign.settled();
  }

  private static SyntheticViewer viewer(int look) {
    ViewerScript script = ViewerScript.neutral().feels(Emotion.HAPPINESS, 1, 500, 9000);
    Staging staging = Staging.of(WIDTH, HEIGHT, HZ);
    return new SyntheticViewer(script, DemoCampaign.viewers().get(look).look(), staging, look);
  }

  /** Five seconds. */
  private static Path video(Path file, IntFunction<BufferedImage> pictures) throws IOException {
    VideoWriter.Settings settings = VideoWriter.Settings.of(Format.MP4, WIDTH, HEIGHT, HZ);
    try (VideoWriter writer = VideoWriter.create(file, settings)) {
      for (int i = 0; i < 5 * HZ; i++) {
        writer.write(pictures.apply(i * 1000 / HZ), i * 1_000_000L / HZ);
      }
    }
    return file;
  }

  private static BufferedImage upsideDown(BufferedImage picture) {
    BufferedImage turned = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = turned.createGraphics();
    graphics.rotate(Math.PI, WIDTH / 2.0, HEIGHT / 2.0);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  private static BufferedImage sideBySide(BufferedImage left, BufferedImage right) {
    BufferedImage both = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = both.createGraphics();
    graphics.drawImage(left, 0, 90, WIDTH / 2, HEIGHT / 2, null);
    graphics.drawImage(right, WIDTH / 2, 90, WIDTH / 2, HEIGHT / 2, null);
    graphics.dispose();
    return both;
  }

  @Test
  void frozenCameraIsNoObservationFromThereOn()
      throws IOException, InterruptedException, SQLException {
    JsonObject viewing = campaign.viewing("FROZEN");
    assertEquals("LOW_COVERAGE", viewing.getString("exclusionReason"), viewing.toString());
    String outcomes = rest.object("recordings/" + frozen + "/frames").getString("outcomes");
    assertTrue(outcomes.matches("O{20,22}F{28,30}"), outcomes);
    int observed = outcomes.indexOf('F');
    assertEquals(
        List.of(
            "FROZEN|%d|0".formatted(50 - observed), "OBSERVED|%d|%d".formatted(observed, observed)),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            """
            select frame_result, count(*), count(dominant_emotion)
            from bi.fact_frame
            join bi.fact_viewing using (viewing_key)
            where recording_id = ?::uuid
            group by frame_result
            order by frame_result
            """,
            frozen));
  }

  @Test
  void recordingUpsideDownHasNoEmotionUntilItIsTurned() throws IOException, InterruptedException {
    JsonObject viewing = campaign.viewing("TURNED");
    assertEquals("NOT_UPRIGHT", viewing.getString("exclusionReason"), viewing.toString());
    assertEquals(180, viewing.getInt("turnDegrees"));
    assertTrue(campaign.seconds(turned).stream().allMatch(second -> second.isNull("state")));

    String analyses = "recordings/" + turned + "/analyses";
    assertEquals(400, rest.send("POST", analyses, "{\"turnDegrees\": 45}").statusCode());
    Page page = open(turned);
    page.getByText("Turn upside down and analyse again").click();
    assertThat(page.locator("#turnForm")).hasCount(0);
    campaign.settled();
    viewing = campaign.viewing("TURNED");
    assertEquals("POSITIVE", viewing.getString("response"), viewing.toString());
    assertTrue(viewing.isNull("turnDegrees"));
    assertEquals(180, viewing.getJsonObject("settings").getInt("turnDegrees"));

    assertEquals(202, rest.send("POST", analyses, "{\"turnDegrees\": 0}").statusCode());
    campaign.settled();
    assertEquals("NOT_UPRIGHT", campaign.viewing("TURNED").getString("exclusionReason"));
    page = open(turned);
    assertThat(page.locator("#facesForm")).containsText("stand upright after all");
    page.getByText("Face 1 is the viewer").click();
    assertThat(page.locator("#facesForm")).hasCount(0);
    campaign.settled();
    viewing = campaign.viewing("TURNED");
    assertNotEquals(
        "NOT_UPRIGHT", viewing.getString("exclusionReason", null), "an analyst knows better");
    assertTrue(viewing.isNull("turnDegrees"));
  }

  @Test
  void analystSaysWhoseFaceItIsAndFiguresFollowFromStoredRows()
      throws IOException, InterruptedException {
    JsonObject viewing = campaign.viewing("CALL");
    assertEquals("SEVERAL_FACES", viewing.getString("exclusionReason"), viewing.toString());
    List<JsonObject> faces = faces();
    assertEquals(2, faces.size());
    JsonObject right =
        faces.stream().filter(face -> face.getInt("xPx") > WIDTH / 2).findFirst().orElseThrow();

    Page page = open(call);
    assertThat(page.locator("#marks")).containsText("choose the viewer");
    page.waitForFunction(
        "() => [...document.querySelectorAll('.face-choice canvas')]"
            + ".filter(c => c.getContext('2d').getImageData(72, 90, 1, 1).data[3] > 0).length == 2");
    page.getByText("Face %d is the viewer".formatted(faces.indexOf(right) + 1)).click();
    assertThat(page.locator(".face-choice")).hasCount(0);
    assertViewerIs(right);

    JsonObject left = faces.get(1 - faces.indexOf(right));
    JsonObject choice =
        Json.createObjectBuilder()
            .add("mediaTimeMs", left.getInt("mediaTimeMs"))
            .add("xPx", left.getInt("xPx") + left.getInt("widthPx") / 2)
            .add("yPx", left.getInt("yPx") + left.getInt("heightPx") / 2)
            .build();
    HttpResponse<String> answer =
        rest.send("PUT", "recordings/" + call + "/viewer-face", choice.toString());
    assertEquals(200, answer.statusCode(), answer.body());
    assertViewerIs(left);
    assertEquals(List.of(), faces());
  }

  @Test
  void whoTakesTheViewersPlaceIsAskedAboutAndMayBeTheSame()
      throws IOException, InterruptedException {
    JsonObject viewing = campaign.viewing("ANOTHER");
    assertEquals("SEVERAL_FACES", viewing.getString("exclusionReason"), viewing.toString());
    Page page = open(another);
    assertThat(page.locator("#facesForm")).containsText("One face takes another one’s place");
    page.getByText("Both are the same viewer").click();
    assertThat(page.locator(".face-choice")).hasCount(0);
    campaign.settled();
    viewing = campaign.viewing("ANOTHER");
    assertEquals("POSITIVE", viewing.getString("response"), viewing.toString());
    assertTrue(viewing.getJsonNumber("coverage").doubleValue() > 0.9, viewing.toString());
  }

  private void assertViewerIs(JsonObject face) throws IOException, InterruptedException {
    campaign.settled();
    JsonObject viewing = campaign.viewing("CALL");
    assertEquals("POSITIVE", viewing.getString("response"), viewing.toString());
    JsonObject frames = rest.object("recordings/" + call + "/frames");
    int xPx = frames.getJsonArray("boxes").getJsonArray(20).getInt(0);
    assertEquals(face.getInt("xPx") > WIDTH / 2, xPx > WIDTH / 2, frames.toString());
    assertFalse(frames.getJsonObject("others").isEmpty());
  }

  private static Page open(String recording) throws IOException, InterruptedException {
    UserFixture analyst = UserFixture.of("ANALYST");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("viewing.xhtml?id=" + recording);
    return page;
  }

  private List<JsonObject> faces() throws IOException, InterruptedException {
    return rest.get("recordings/" + call + "/faces").asJsonArray().getValuesAs(JsonObject.class);
  }
}
