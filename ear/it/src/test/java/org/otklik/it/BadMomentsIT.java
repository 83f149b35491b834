package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/**
 * The network, the browser or the session goes amid an upload: nothing is lost, nothing doubled.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class BadMomentsIT {
  private static final double PATIENCE_MS = Duration.ofMinutes(2).toMillis();
  private static final int MIB = 1 << 20;

  /** Three parts of the page's size and a rest. */
  private static final int VIDEO_BYTES = 25 * MIB;

  /** In the second part. */
  private static final int STALL_BYTES = 12 * MIB;

  private static final long MAX_BYTES = 4L << 30;

  /** The page's, and a little more. */
  private static final long MAX_SILENCE_MS = 61_000;

  private static final long FIRST_PART_BYTES = 8L * MIB;

  @RegisterExtension static final Chromium chromium = new Chromium();

  private final List<Request> uploads = new CopyOnWriteArrayList<>();
  private ConnectionFixture line;
  private UserFixture analyst;

  @BeforeEach
  void connect() throws IOException, InterruptedException {
    line = ConnectionFixture.to(TestGround.portal());
    analyst = UserFixture.of("ANALYST");
  }

  @AfterEach
  void disconnect() throws IOException {
    line.close();
  }

  @Test
  void networkIsPulledAndComesBack() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Pulled");
    Page page = signedIn();
    begin(page, campaign, video("pulled.mp4"));
    page.context().setOffline(true);
    assertThat(page.locator(".upload-lost .told-state")).containsText("offline");
    line.flow();
    page.context().setOffline(false);
    assertThat(page.locator(".upload-done")).hasCount(1, counted());
    assertWentOnOnce(campaign, "pulled");
  }

  @Test
  void connectionThatIsCutIsSoughtAgain() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Cut");
    Page page = signedIn();
    begin(page, campaign, video("cut.mp4"));
    line.flow(); // what comes after the cut gets through
    line.cut();
    assertThat(page.locator(".upload-done")).hasCount(1, counted());
    assertWentOnOnce(campaign, "cut");
  }

  @Test
  void lineThatDiesWithoutAWordIsGivenUp() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Silent");
    Page page = signedIn();
    page.clock().install();
    begin(page, campaign, video("silent.mp4"));
    page.clock().fastForward(MAX_SILENCE_MS);
    assertThat(page.locator(".upload-lost .told-state")).containsText("offline");
    line.flow();
    assertThat(page.locator(".upload-done")).hasCount(1, counted());
    assertWentOnOnce(campaign, "silent");
  }

  @Test
  void browserIsClosedAndOpenedAgain() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Closed browser");
    Path video = video("closed.mp4");
    Page page = signedIn();
    begin(page, campaign, video);
    Page next = again(page);
    next.navigate("creative.xhtml?id=" + campaign.creativeId());
    assertThat(next.locator("#upload .left-over li")).containsText("closed.mp4 · 26.2 MB");
    next.locator("#videos").setInputFiles(video);
    assertThat(next.locator(".videos-queue .told-state"))
        .containsText("uploaded already; resuming");
    next.locator("#upload button[type=submit]").click();
    assertThat(next.locator(".upload-done")).hasCount(1, counted());
    assertWentOnOnce(campaign, "closed");
  }

  @Test
  void adGoesOnToo() throws IOException, InterruptedException {
    String campaign = CampaignFixture.campaign(TestGround.administrator(), "Closed with an ad");
    Path video =
        UploadedVideoFixture.padded(
            DemoVideoFixture.ad(), TestGround.newFolder("ads").resolve("ad.mp4"), VIDEO_BYTES);
    Page page = signedIn();
    page.navigate("campaign.xhtml?id=" + campaign);
    page.locator("#adFile").setInputFiles(video);
    page.locator("#adName").fill("Half an ad");
    stallUpload(() -> page.locator("#adForm button[type=submit]").click());
    Page next = again(page);
    next.navigate("campaign.xhtml?id=" + campaign);
    assertThat(next.locator("#adForm .left-ad li")).containsText("ad.mp4");
    Chromium.picture(next, "ad-left-over");
    next.locator("#adFile").setInputFiles(video);
    assertThat(next.locator("#adForm .left-ad")).isHidden();
    assertThat(next.locator("#adName")).hasValue("Half an ad");
    next.locator("#adForm button[type=submit]").click();
    next.waitForURL(Pattern.compile("creative\\.xhtml"));
    assertThat(next.locator("h1")).hasText("Half an ad");
    assertWentOn();
  }

  /** The page hears of the new creative and would load itself anew, which calls the jump off. */
  @Test
  void firstAdLeadsToItsPageHoweverSlowThatIs() throws IOException, InterruptedException {
    String campaign = CampaignFixture.campaign(TestGround.administrator(), "Slow jump");
    Page page = signedIn();
    page.navigate("campaign.xhtml?id=" + campaign);
    page.route("**/creative.xhtml*", BadMomentsIT::slowly);
    page.locator("#adFile").setInputFiles(DemoVideoFixture.ad());
    page.locator("#adForm button[type=submit]").click();
    page.waitForURL(Pattern.compile("creative\\.xhtml"));
  }

  private static void slowly(Route route) {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    route.resume();
  }

  @Test
  void nameFollowsTheFileUntilItIsTyped() throws IOException, InterruptedException {
    String campaign = CampaignFixture.campaign(TestGround.administrator(), "Names of ads");
    Path folder = TestGround.newFolder("names");
    Page page = signedIn();
    page.navigate("campaign.xhtml?id=" + campaign);
    page.locator("#adForm button[type=submit]").click();
    assertThat(page.locator("#adForm .outcome")).hasText("Select at least one file first.");
    for (String name : List.of("first", "second")) {
      page.locator("#adFile")
          .setInputFiles(Files.write(folder.resolve(name + ".mp4"), new byte[9]));
      assertThat(page.locator("#adName")).hasValue(name);
    }
    page.locator("#adName").fill("My own");
    page.locator("#adFile").setInputFiles(folder.resolve("first.mp4"));
    assertThat(page.locator("#adName")).hasValue("My own");
  }

  @Test
  void sessionEndsAndWhoSignsInGoesOn() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Session over");
    Page page = signedIn();
    begin(page, campaign, video("session.mp4"));
    TestGround.administrator().send("POST", "users/" + analyst.login() + "/end-sessions", "");
    line.flow();
    Locator told = page.locator("#upload .signed-out");
    assertThat(told).isVisible(visible());
    Axe.assertNothingFound(page, "upload-signed-out");
    Chromium.picture(page, "upload-signed-out");
    told.getByText("Resume").click();
    assertThat(page.locator("#upload .outcome")).containsText("not signed in");
    Page door = page.waitForPopup(() -> told.getByText("Sign in").click());
    Chromium.signIn(door, analyst.login(), analyst.password());
    door.close();
    if (told.isVisible()) { // coming back to the window may have been enough
      told.getByText("Resume").click();
    }
    assertThat(page.locator("tr[data-recording]")).hasCount(1, counted());
    assertWentOnOnce(campaign, "session");
  }

  @Test
  void videoThatIsTooLargeIsRefusedBeforeAByteIsSent() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Too large");
    Path video = TestGround.newFolder("videos").resolve("large.mp4");
    try (RandomAccessFile file = new RandomAccessFile(video.toFile(), "rw")) {
      file.setLength(MAX_BYTES + 1);
    }
    Page page = signedIn();
    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    page.locator("#videos").setInputFiles(video);
    page.locator("#upload button[type=submit]").click();
    assertThat(page.locator(".upload-failed .told-state")).containsText("4096 MiB");
    assertEquals(List.of("POST"), uploads.stream().map(Request::method).toList());
  }

  @Test
  void pageOfAnEndedSessionSaysSoAndComesBack() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Left alone");
    line.flow();
    Page page = signedIn();
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    page.evaluate("window.neverLoadedAgain = true");
    TestGround.administrator().send("POST", "users/" + analyst.login() + "/end-sessions", "");
    line.cut();
    Locator told = page.locator(".live-state");
    assertThat(told).containsText("Your session has ended.", contained());
    Axe.assertNothingFound(page, "page-of-an-ended-session");
    Page door = page.waitForPopup(() -> told.getByText("Sign in").click());
    Chromium.signIn(door, analyst.login(), analyst.password());
    door.close();
    page.waitForFunction("() => window.neverLoadedAgain === undefined");
    assertThat(page.locator("h1")).hasText("Left alone");
    assertThat(told).hasText("");
  }

  @Test
  void whatAColleagueDecidesOrDeletesIsSeenAtOnce() throws IOException, InterruptedException {
    RestClient colleague = TestGround.administrator();
    CampaignFixture campaign = campaign("Two at once");
    String recording =
        campaign.record("v01", DemoVideoFixture.recording(DemoCampaign.viewers().get(12)));
    campaign.settled();
    JsonObject order = Json.createObjectBuilder().add("format", "CSV").build();
    String reports = "campaigns/" + campaign.campaignId() + "/reports";
    String report = campaign.made(reports, order).getString("id");
    Page archive = signedIn();
    archive.navigate("reports.xhtml?campaign=" + campaign.campaignId());
    assertThat(archive.locator(".reports > li")).hasCount(1);
    Page page = archive.context().newPage();
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    page.locator("button[data-act=exclude]").click();
    page.locator("#excludeNote").fill("Mine");

    colleague.send("PUT", "recordings/" + recording + "/decision", verdict("Theirs"));
    colleague.send("DELETE", "reports/" + report, "");
    colleague.send(
        "PUT", "campaigns/" + campaign.campaignId() + "/archived", "{\"archived\":true}");
    Locator row = page.locator("tr[data-recording]");
    assertThat(row).containsText("Note: Theirs", contained());
    assertThat(page.locator("#excludeNote")).hasValue("Mine");
    page.locator("#excludeNow").click();
    assertThat(page.locator("#excludeDialog")).isHidden();
    assertThat(row).containsText("Note: Mine", contained());
    assertThat(archive.locator(".reports > li")).hasCount(0, counted());
    page.reload();
    assertThat(page.locator("main")).containsText("archive");
  }

  private static String verdict(String note) {
    return Json.createObjectBuilder()
        .add("decision", "EXCLUDED")
        .add("note", note)
        .build()
        .toString();
  }

  /** Until the line stalls amid the second part. */
  private void begin(Page page, CampaignFixture campaign, Path video) throws InterruptedException {
    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    page.locator("#videos").setInputFiles(video);
    stallUpload(() -> page.locator("#upload button[type=submit]").click());
  }

  private void stallUpload(Runnable press) throws InterruptedException {
    line.stallAfter(STALL_BYTES);
    press.run();
    line.awaitStall();
  }

  /** A browser that forgot its session, over a line that is sound. */
  private Page again(Page page) throws IOException {
    page.context().clearCookies();
    page.close();
    line.cut();
    line.flow();
    return signedIn();
  }

  private Page signedIn() {
    Page page = chromium.window(Chromium.options("en").setBaseURL(line.address()));
    page.context()
        .onRequest(
            request -> {
              if (request.url().contains("/upload/videos/")) {
                uploads.add(request);
              }
            });
    Chromium.signIn(page, analyst.login(), analyst.password());
    return page;
  }

  private void assertWentOnOnce(CampaignFixture campaign, String viewer)
      throws IOException, InterruptedException {
    assertWentOn();
    assertEquals(1, campaign.viewings().size());
    assertEquals(viewer, campaign.viewings().get(0).getString("viewer"));
  }

  /** Announced once, begun at nothing once, and gone on with where the first part ended. */
  private void assertWentOn() {
    assertEquals(1, uploads.stream().filter(one -> one.method().equals("POST")).count());
    List<Long> offsets =
        uploads.stream()
            .filter(one -> one.method().equals("PATCH"))
            .map(one -> Long.parseLong(one.headers().get("upload-offset")))
            .toList();
    assertEquals(List.of(0L), offsets.stream().filter(at -> at < FIRST_PART_BYTES).toList());
    assertTrue(offsets.contains(FIRST_PART_BYTES), offsets.toString());
  }

  private static CampaignFixture campaign(String name) throws IOException, InterruptedException {
    return CampaignFixture.create(TestGround.administrator(), name, DemoVideoFixture.ad());
  }

  private static Path video(String name) throws IOException {
    return UploadedVideoFixture.padded(
        DemoVideoFixture.recording(DemoCampaign.viewers().get(12)),
        TestGround.newFolder("videos").resolve(name),
        VIDEO_BYTES);
  }

  private static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.ContainsTextOptions contained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.HasCountOptions counted() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
  }
}
