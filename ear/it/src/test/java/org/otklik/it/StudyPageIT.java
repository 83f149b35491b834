package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.timeline.CreativeClock;

/**
 * A viewer's way through a study in a browser whose camera shows a drawn viewer. Each frame of the
 * camera and of the creative has its number drawn in it: the page's own eyes tell what was shown
 * when, and the stored clock must say the same.
 */
class StudyPageIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int WIDTH_PX = CameraVideo.WIDTH_PX;
  private static final int HEIGHT_PX = CameraVideo.HEIGHT_PX;

  /** Longer than the whole way takes, so that no number comes twice. */
  private static final int CAMERA_SECONDS = 90;

  private static final int CREATIVE_HZ = 25;
  private static final int CREATIVE_FRAMES = 8 * CREATIVE_HZ;

  /** What the product promises. */
  private static final double PROMISED_MS = 100;

  /** Notes what camera and creative show, by the numbers in them. */
  private static final String EYES =
      """
      (() => {
        const eyes = {camera: [], creative: []};
        window.eyes = eyes;
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d', {willReadFrequently: true});
        const BITS = 12;
        function read(video) {
          if (!video.videoWidth) {
            return -1;
          }
          const side = 8;
          canvas.width = side * (BITS + 2);
          canvas.height = side;
          const cell = video.videoWidth / 15; // TimeCode's squares
          context.drawImage(video, 0, video.videoHeight - cell * .75, cell * (BITS + 2), cell * .5,
            0, 0, canvas.width, side);
          const data = context.getImageData(0, side / 2, canvas.width, 1).data;
          let number = 0;
          for (let place = 0; place < BITS + 2; place++) {
            const bit = data[(place * side + side / 2) * 4] > 128 ? 1 : 0;
            if (place === 0 && bit || place === BITS + 1 && !bit) {
              return -1;
            }
            if (place > 0 && place <= BITS) {
              number = number * 2 + bit;
            }
          }
          return number;
        }
        document.addEventListener('DOMContentLoaded', () => {
          const preview = document.getElementById('preview');
          const creative = document.getElementById('creative');
          const camera = (now, told) => {
            if (told.captureTime !== undefined) {
              eyes.camera.push([told.captureTime, read(preview)]);
            }
            preview.requestVideoFrameCallback(camera);
          };
          preview.requestVideoFrameCallback(camera);
          const look = () => {
            if (creative.readyState >= 2) {
              eyes.creative.push([performance.now(), read(creative)]);
            }
            requestAnimationFrame(look);
          };
          look();
        });
      })();
      """;

  @RegisterExtension
  static final Chromium chromium = Chromium.withCamera(() -> CameraVideo.draw(CAMERA_SECONDS));

  private static final RestClient REST = TestGround.administrator();

  private static Path creativeFilm() throws IOException {
    Path film = TestGround.newFolder("study-page").resolve("creative.mp4");
    VideoWriter.Settings settings =
        VideoWriter.Settings.of(Format.MP4, WIDTH_PX, HEIGHT_PX, CREATIVE_HZ);
    try (VideoWriter writer = VideoWriter.create(film, settings)) {
      BufferedImage picture = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_3BYTE_BGR);
      for (int frame = 0; frame < CREATIVE_FRAMES; frame++) {
        TimeCode.draw(picture, frame);
        writer.write(picture, frame * 1_000_000L / CREATIVE_HZ);
      }
    }
    return film;
  }

  private static void awaitShown(Page page, String id) {
    assertThat(page.locator("#" + id))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
  }

  private Page open(StudyFixture study) throws IOException {
    Browser.NewContextOptions options = Chromium.options("en").setPermissions(List.of("camera"));
    Page page = chromium.window(options);
    page.addInitScript(EYES);
    page.navigate(study.link());
    awaitShown(page, "consent");
    assertEquals(List.of(), Axe.findings(page));
    return page;
  }

  private static void agree(Page page) {
    page.locator("#agree").click();
    assertThat(page.locator("#consentMissing")).isVisible();
    page.locator("#isOldEnough").check();
    page.locator("#isAgreed").check();
    page.locator("#agree").click();
    awaitShown(page, "camera");
    assertThat(page.locator("#hint"))
        .hasText("The image is good.", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    page.locator("#cameraDone").click();
    awaitShown(page, "ready");
  }

  @Test
  void recordingIsInStepThoughTheCreativeStoodStill(TestReporter reporter) throws Exception {
    CampaignFixture campaign = CampaignFixture.create(REST, "Study page", creativeFilm());
    UploadedVideoFixture.awaitReady(REST, "creatives/" + campaign.creativeId());
    StudyFixture study =
        StudyFixture.create(
            REST,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder().add("asksNps", true));
    Page page = open(study);
    agree(page);
    page.locator("#start").click();
    awaitShown(page, "stage");
    page.waitForFunction("() => document.getElementById('creative').currentTime > 3");
    double stoodMs = number(page.evaluate("creative.pause(), performance.now()"));
    page.waitForTimeout(2500);
    double onMs = number(page.evaluate("creative.play(), performance.now()"));
    awaitShown(page, "questions");
    assertEquals(List.of(), Axe.findings(page));
    page.setViewportSize(360, 740);
    assertEquals(
        360, number(page.evaluate("document.documentElement.scrollWidth")), "width of a phone");
    page.locator("input[name=nps][value='9']").check();
    page.locator("#answers button").click();
    awaitShown(page, "thanks");
    String code = page.locator("#code").textContent();
    campaign.settled();

    double[][] camera = pairs(page.evaluate("eyes.camera"));
    double[][] creative = pairs(page.evaluate("eyes.creative"));
    String recording = campaign.viewing(code).getString("id");
    CreativeClock clock = clock(recording);
    assertTrue(clock.pieces().size() >= 2, clock::toString); // a busy machine stalls, too
    List<Double> errorsMs = new ArrayList<>();
    int stood = 0;
    for (int[] frame : recordedFrames(recording)) {
      double shownMs = whenCaptured(camera, frame[1]);
      double truthMs = creativeMs(creative, shownMs);
      OptionalInt told = clock.creativeMs(frame[0]);
      if (shownMs > stoodMs + 200 && shownMs < onMs - 50) {
        assertTrue(told.isEmpty(), "stood, but is told as " + told);
        stood++;
      } else if (told.isPresent() && !Double.isNaN(truthMs)) {
        errorsMs.add(Math.abs(told.getAsInt() - truthMs));
      }
    }
    errorsMs.sort(null);
    double p95 = errorsMs.get((int) (0.95 * (errorsMs.size() - 1)));
    reporter.publishEntry(
        "In step: %d frames, median %.0f ms, p95 %.0f ms, worst %.0f ms; %d frames stood"
            .formatted(
                errorsMs.size(),
                errorsMs.get(errorsMs.size() / 2),
                p95,
                errorsMs.get(errorsMs.size() - 1),
                stood));
    assertTrue(errorsMs.size() > 20 && stood > 3, errorsMs.size() + " and " + stood + " frames");
    assertTrue(errorsMs.get(errorsMs.size() / 2) <= PROMISED_MS, "median of " + errorsMs);

    page.locator("#withdrawLink").click();
    awaitShown(page, "withdraw");
    page.locator("#withdrawNow").click();
    awaitShown(page, "left");
    assertEquals(1, study.viewers().getInt("withdrawn"));
    await("the viewer to be deleted").atMost(PATIENCE).until(() -> campaign.viewings().isEmpty());
  }

  @Test
  void reloadedPageLetsTheCreativeBeginAgain() throws Exception {
    CampaignFixture campaign = CampaignFixture.create(REST, "Study reload", creativeFilm());
    UploadedVideoFixture.awaitReady(REST, "creatives/" + campaign.creativeId());
    StudyFixture study =
        StudyFixture.create(
            REST,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder());
    Page page = open(study);
    agree(page);
    page.locator("#start").click();
    page.waitForFunction("() => document.getElementById('creative').currentTime > 1");
    page.onDialog(dialog -> dialog.accept());
    page.reload();
    awaitShown(page, "camera");
    assertThat(page.locator("#cameraDone"))
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));
    page.locator("#cameraDone").click();
    awaitShown(page, "ready");
    page.locator("#start").click();
    awaitShown(page, "thanks");
    assertEquals(1, study.viewers().getInt("completed"));
    assertEquals(1, campaign.viewings().size(), "nothing of the first try is left");
  }

  @Test
  void whoDeclinesOrHasNoCameraIsToldKindly() throws Exception {
    CampaignFixture campaign = CampaignFixture.create(REST, "Study refusals", creativeFilm());
    StudyFixture study =
        StudyFixture.create(
            REST,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder());
    Page declines = open(study);
    declines.locator("#decline").click();
    awaitShown(declines, "left");

    Page refuses = chromium.window(Chromium.options("ru"));
    refuses.addInitScript(
        """
        navigator.mediaDevices.getUserMedia =
          () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
        """);
    refuses.navigate(study.link());
    awaitShown(refuses, "consent");
    refuses.locator("#isOldEnough").check();
    refuses.locator("#isAgreed").check();
    refuses.locator("#agree").click();
    awaitShown(refuses, "noCamera");
    Locator why = refuses.locator("#noCameraWhy");
    assertTrue(why.textContent().contains("не разрешает"), why.textContent());
    StudyFixture closed =
        StudyFixture.create(
            REST,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder()
                .add("fullUrl", TestGround.portal().resolve("/login.xhtml") + "?out={pid}"));
    REST.send("POST", "studies/" + closed.id() + "/close", "");
    Page late = chromium.window(Chromium.options("en"));
    late.navigate(closed.link() + "&pid=7%207");
    late.waitForURL(address -> address.endsWith("login.xhtml?out=7%207"));

    JsonObject viewers = study.viewers();
    assertEquals(1, viewers.getInt("withoutCamera"));
    assertEquals(2, viewers.getInt("opened"));
    assertEquals(1, viewers.getInt("agreed"));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static double[][] pairs(Object found) {
    return ((List<?>) found)
        .stream()
            .map(pair -> ((List<?>) pair).stream().mapToDouble(StudyPageIT::number).toArray())
            .toArray(double[][]::new);
  }

  /** By the page's clock; not a number where the page did not see the frame. */
  private static double whenCaptured(double[][] camera, int code) {
    return Arrays.stream(camera)
        .filter(seen -> seen[1] == code)
        .mapToDouble(seen -> seen[0])
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Place of the creative that was on the screen; in the middle of its frame. */
  private static double creativeMs(double[][] creative, double pageMs) {
    double shown = Double.NaN;
    for (double[] seen : creative) {
      if (seen[0] <= pageMs && seen[1] >= 0) {
        shown = (seen[1] + 0.5) * 1000 / CREATIVE_HZ;
      }
    }
    return shown;
  }

  private static CreativeClock clock(String recording) throws SQLException {
    String[] columns =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                """
                select array_to_string(clock_from_ms, ',') || ';'
                    || array_to_string(clock_until_ms, ',') || ';'
                    || array_to_string(clock_creative_ms, ',')
                from core.recording where public_id = ?::uuid
                """,
                recording)
            .get(0)
            .split(";");
    int[][] numbers =
        Arrays.stream(columns)
            .map(all -> Arrays.stream(all.split(",")).mapToInt(Integer::parseInt).toArray())
            .toArray(int[][]::new);
    return new CreativeClock(
        IntStream.range(0, numbers[0].length)
            .mapToObj(at -> new CreativeClock.Piece(numbers[0][at], numbers[1][at], numbers[2][at]))
            .toList());
  }

  /** Media time and number of each recorded frame. */
  private static List<int[]> recordedFrames(String recording) throws SQLException, IOException {
    String sha256 =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                "select media_sha256 from core.recording where public_id = ?::uuid",
                recording)
            .get(0);
    Path file =
        TestGround.server()
            .settings()
            .media()
            .resolve(sha256.substring(0, 2))
            .resolve(sha256.substring(2, 4))
            .resolve(sha256);
    List<int[]> frames = new ArrayList<>();
    try (FFmpegFrameGrabber video = new FFmpegFrameGrabber(file.toFile());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      video.start();
      long first = -1;
      for (Frame frame = video.grabImage(); frame != null; frame = video.grabImage()) {
        first = first < 0 ? frame.timestamp : first;
        int code = TimeCode.read(converter.convert(frame));
        if (code >= 0) {
          frames.add(new int[] {(int) ((frame.timestamp - first) / 1000), code});
        }
      }
    }
    return frames;
  }
}
