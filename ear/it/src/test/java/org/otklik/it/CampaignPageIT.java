package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.testdata.synthetic.DemoCampaign;

/** From videos on somebody's disk to figures, on one page that is never loaded again. */
class CampaignPageIT {
  private static final double PATIENCE_MS = Duration.ofMinutes(4).toMillis();

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void videosArriveOverABadConnectionAndTheirFiguresAppear()
      throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Live");
    Page page = opened("en", "ANALYST", campaign);
    Page reader = opened("ru", "READER", campaign);
    page.evaluate("window.neverLoadedAgain = true");
    String list = "\uFEFFфайл;зритель;age\none.mp4;v01;25-34\nTWO.mp4;v02;35-44\nlost.mp4;v03;1\n";
    choose(page, video("one.mp4", 0), video("two.mp4", 9), text("list.csv", list));
    assertThat(page.locator(".listed li").nth(0)).hasText("Recordings described: 2");
    assertThat(page.locator(".listed li").nth(1)).containsText("lost.mp4 (line 4)");
    Axe.assertNothingFound(page, "upload-chosen");

    AtomicInteger cut = new AtomicInteger();
    page.route(
        "**/upload/videos/*",
        route -> {
          boolean part = route.request().method().equals("PATCH");
          if (part && cut.incrementAndGet() <= 2) {
            route.abort();
          } else {
            route.resume();
          }
        });
    page.locator("#upload button[type=submit]").click();
    assertThat(page.locator(".upload-lost .told-state").first())
        .containsText("offline; will resume automatically");
    assertThat(page.locator(".upload-done")).hasCount(2, counted());
    assertThat(page.locator("tr[data-state=COMPLETED]")).hasCount(2, counted());
    assertThat(page.locator("#figures > .too-few")) // of two viewers there is no index
        .hasText(
            "Viewers: 2. Figures are shown from 5 on.",
            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
    assertThat(row(page, "v01")).containsText("age: 25-34");
    assertEquals(true, page.evaluate("window.neverLoadedAgain === true"));
    assertThat(reader.locator("tr[data-state=COMPLETED]")).hasCount(2, counted());
    assertThat(reader.locator("button[data-act]")).hasCount(0);
    look(page, "campaign-uploaded-en");
    look(reader, "campaign-uploaded-ru");

    leaveOutAndCountAgain(page, reader);
  }

  /** What one decides, the other sees. */
  private static void leaveOutAndCountAgain(Page page, Page other) throws IOException {
    row(page, "v01").locator("button[data-act=exclude]").click();
    assertThat(page.locator("#excludeDialog")).isVisible();
    page.locator("#excludeNow").click();
    assertThat(page.locator("#excludeMessages")).containsText("note");
    page.locator("#excludeNote").fill("Face covered <b>by</b> a cup");
    look(page, "campaign-leave-out");
    page.locator("#excludeNow").click();
    assertThat(page.locator("#excludeDialog")).isHidden();
    assertThat(row(page, "v01")).containsText("Note: Face covered <b>by</b> a cup", contained());
    assertThat(row(page, "v01")).containsText("Excluded", contained());
    assertThat(row(other, "v01")).containsText("Исключён", contained());
    row(page, "v01").locator("button[data-act=count]").click();
    assertThat(row(page, "v01")).not().containsText("Excluded", contained());
    assertThat(row(other, "v01")).not().containsText("Исключён", contained());

    row(page, "v02").locator("button[data-act=describe]").click();
    page.locator("#describedSegments").fill("sex:f");
    page.locator("#describeNow").click();
    assertThat(row(page, "v02")).containsText("sex: f", contained());
    assertThat(row(page, "v02")).not().containsText("age: 35-44");
  }

  @Test
  void videoGoesOnAfterThePageWasClosed() throws IOException, InterruptedException {
    CampaignFixture campaign = campaign("Closed");
    Page page = opened("en", "ANALYST", campaign);
    page.route("**/upload/videos/*", route -> route.abort());
    Path video = video("three.mp4", 12);
    choose(page, video);
    page.locator("#upload button[type=submit]").click();
    assertThat(page.locator(".upload-lost")).hasCount(1);
    Page next = page.context().newPage();
    page.close();

    next.navigate("campaign.xhtml?id=" + campaign.campaignId());
    assertThat(next.locator(".left-over li")).containsText("three.mp4");
    choose(next, video);
    assertThat(next.locator(".left-over")).isHidden();
    assertThat(next.locator(".videos-queue .told-state"))
        .containsText("uploaded already; resuming");
    next.locator("#upload button[type=submit]").click();
    assertThat(next.locator(".upload-done")).hasCount(1, counted());
    assertThat(row(next, "three")).isVisible();
  }

  private static void look(Page page, String name) throws IOException {
    Chromium.picture(page, name);
    Axe.assertNothingFound(page, name);
  }

  private static CampaignFixture campaign(String name) throws IOException, InterruptedException {
    return CampaignFixture.create(TestGround.administrator(), name, DemoVideoFixture.ad());
  }

  private static Page opened(String language, String role, CampaignFixture campaign)
      throws IOException, InterruptedException {
    UserFixture user = UserFixture.of(role);
    Page page = chromium.window(language);
    page.navigate("login.xhtml?lang=" + language);
    Chromium.signIn(page, user.login(), user.password());
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    return page;
  }

  private static Locator row(Page page, String viewer) {
    Locator.FilterOptions named =
        new Locator.FilterOptions()
            .setHas(
                page.locator("th")
                    .filter(
                        new Locator.FilterOptions()
                            .setHasText(Pattern.compile("^\\s*" + viewer + "\\b"))));
    return page.locator("tr[data-recording]").filter(named);
  }

  private static void choose(Page page, Path... files) {
    page.locator("#videos").setInputFiles(files);
  }

  private static Path video(String name, int viewer) throws IOException {
    Path video = TestGround.newFolder("videos").resolve(name);
    return Files.copy(DemoVideoFixture.recording(DemoCampaign.viewers().get(viewer)), video);
  }

  private static Path text(String name, String content) throws IOException {
    return Files.writeString(TestGround.newFolder("lists").resolve(name), content);
  }

  private static LocatorAssertions.HasCountOptions counted() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.ContainsTextOptions contained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }
}
