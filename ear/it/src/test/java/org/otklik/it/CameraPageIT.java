package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One's own camera, live. */
class CameraPageIT {
  private static final int SECONDS = 12;

  @RegisterExtension
  static final Chromium chromium = Chromium.withCamera(() -> CameraVideo.draw(SECONDS));

  @Test
  void faceIsJudgedAsItComesAndOnlyScoresAreKept(TestReporter reporter) throws Exception {
    UserFixture reader = UserFixture.of("READER");
    Page page = chromium.window(Chromium.options("en").setPermissions(List.of("camera")));
    Chromium.signIn(page, reader.login(), reader.password());
    page.navigate("camera.xhtml");
    assertThat(page.locator("#cameraState")).hasText("The camera is off.");
    page.locator("#keepScores").check();
    page.locator("#cameraStart").click();
    page.waitForFunction(
        "() => Number(document.querySelector('[data-emotion=HAPPINESS] .count').textContent) > 5",
        null,
        new Page.WaitForFunctionOptions().setTimeout(60_000));
    assertThat(page.locator("#cameraState")).hasText("The camera is on.");
    assertTrue(page.locator("#cameraCurve .positive").getAttribute("d").startsWith("M"));
    List<?> delays = (List<?>) page.evaluate("otklikCameraDelays()");
    double[] sorted =
        delays.stream().mapToDouble(one -> ((Number) one).doubleValue()).sorted().toArray();
    reporter.publishEntry(
        "Live: %d answers, median %.0f ms, p95 %.0f ms"
            .formatted(
                sorted.length, sorted[sorted.length / 2], sorted[(int) (0.95 * sorted.length)]));

    Download download = page.waitForDownload(() -> page.locator("#saveScores").click());
    List<String> lines = Files.readAllLines(download.path());
    assertEquals(
        "time,emotion,ANGER,DISGUST,FEAR,HAPPINESS,SADNESS,SURPRISE,NEUTRAL", lines.get(0));
    assertTrue(
        lines.stream().anyMatch(line -> line.matches("2\\S+Z,HAPPINESS(,[0-9.]+){7}")),
        lines::toString);

    page.locator("#cameraStop").click();
    assertThat(page.locator("#cameraState")).hasText("The camera is off.");
    assertThat(page.locator("#emotion")).hasText("");
  }

  @Test
  void whoIsNotSignedInIsNotLookedAt() {
    String address = TestGround.portal().toString().replaceFirst("http", "ws") + "/live/camera";
    CompletionException refused =
        assertThrows(
            CompletionException.class,
            () ->
                HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", TestGround.portal().toString())
                    .buildAsync(URI.create(address), new WebSocket.Listener() {})
                    .join());
    assertTrue(refused.getCause() instanceof WebSocketHandshakeException, refused::toString);
  }
}
