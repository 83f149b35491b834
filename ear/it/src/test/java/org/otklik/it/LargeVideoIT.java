package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.otklik.bench.server.PeakMemory;
import org.otklik.testdata.synthetic.DemoCampaign;

/**
 * A video of exactly 4 GiB, the most that is taken: sent, put together, checked, analysed and
 * played with memory that does not grow with it. It takes minutes and 5 GB of the disk, so that it
 * runs when asked for ({@code bench/README.md}).
 */
@EnabledIfSystemProperty(
    named = "otklik.large",
    matches = "true",
    disabledReason = "takes minutes and 5 GB of the disk; -Dotklik.large=true runs it")
class LargeVideoIT {
  private static final long MAX_BYTES = 4L << 30;

  /** One byte more than an int counts. */
  private static final long FIRST_PART_BYTES = 1L << 31;

  private static final double MAX_GROWTH_MIB = 300;

  @Test
  void largestVideoIsTakenAnalysedAndPlayed() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "Large", DemoVideoFixture.ad());
    LargeVideo video =
        new LargeVideo(DemoVideoFixture.recording(DemoCampaign.viewers().get(12)), MAX_BYTES);
    assertEquals(MAX_BYTES, video.sizeBytes());
    UserFixture user = UserFixture.of("ANALYST");
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(user.login(), user.password());
    TusFixture analyst = TusFixture.of(browser);
    String path = "creatives/" + campaign.creativeId() + "?viewer=large";
    HttpResponse<String> tooLarge = analyst.create(path, MAX_BYTES + 1, "l.mp4");
    assertEquals(413, tooLarge.statusCode());
    assertTrue(tooLarge.body().contains("4096 MiB"), tooLarge.body());

    String upload = analyst.begun(path, MAX_BYTES, "large.mp4");
    try (PeakMemory memory = PeakMemory.of(server())) {
      long begun = System.nanoTime();
      assertEquals(204, send(analyst, upload, video, 0, FIRST_PART_BYTES).statusCode());
      double before = memory.processMib();
      assertEquals(FIRST_PART_BYTES, analyst.offset(upload));
      say("large-first-2-GiB %.1f s", begun);
      HttpResponse<String> last = send(analyst, upload, video, FIRST_PART_BYTES, MAX_BYTES);
      assertEquals(204, last.statusCode(), last.body());
      say("large-4-GiB-taken %.1f s", begun);
      JsonObject settled = campaign.settled();
      assertEquals(1, settled.getJsonObject("recordings").getInt("completed"));
      say("large-4-GiB-analysed %.1f s", begun);
      assertPlayed(campaign.viewing("large").getString("id"), user, video);
      TestGround.console()
          .say(
              String.format(
                  Locale.ROOT,
                  "large-peak-server %.0f MiB, after the first half %.0f MiB; child %.0f MiB",
                  memory.processMib(),
                  before,
                  memory.childMib()));
      assertTrue(memory.processMib() < before + MAX_GROWTH_MIB, "memory grew with the video");
    }
  }

  private static void say(String figure, long begun) {
    TestGround.console().say(String.format(Locale.ROOT, figure, (System.nanoTime() - begun) / 1e9));
  }

  /** Bytes behind what an int counts. */
  private static void assertPlayed(String recording, UserFixture user, LargeVideo video)
      throws IOException, InterruptedException {
    long from = MAX_BYTES - 1000;
    HttpResponse<byte[]> end =
        UploadedVideoFixture.ask(
            "GET", "recordings/" + recording + "/video", user, "Range", "bytes=" + from + "-");
    assertEquals(206, end.statusCode());
    assertEquals(
        "bytes " + from + "-" + (MAX_BYTES - 1) + "/" + MAX_BYTES,
        end.headers().firstValue("Content-Range").orElseThrow());
    try (InputStream expected = video.bytes(from, MAX_BYTES)) {
      assertArrayEquals(expected.readAllBytes(), end.body());
    }
  }

  private static HttpResponse<String> send(
      TusFixture analyst, String upload, LargeVideo video, long from, long until)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher part =
        HttpRequest.BodyPublishers.fromPublisher(
            HttpRequest.BodyPublishers.ofInputStream(() -> video.bytes(from, until)), until - from);
    return analyst.patch(upload, from, part);
  }

  private static ProcessHandle server() {
    return ProcessHandle.current()
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains("jboss"))
        .findFirst()
        .orElseThrow();
  }
}
