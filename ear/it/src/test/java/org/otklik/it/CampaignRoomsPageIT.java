package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;

/** Reports, schedules, settings and answers of a campaign, as analysts and readers use them. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class CampaignRoomsPageIT {
  @RegisterExtension static final Chromium chromium = new Chromium();

  private static final String NAME = "Rooms / Комнаты";
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

  private static CampaignFixture campaign;
  private static UserFixture analyst;

  @BeforeEach
  void provideCampaign() throws IOException, InterruptedException {
    if (campaign == null) {
      analyst = UserFixture.of("ANALYST");
      CampaignFixture made =
          CampaignFixture.create(TestGround.administrator(), NAME, DemoVideoFixture.ad());
      List<DemoViewer> viewers = DemoCampaign.viewers();
      for (int i = 0; i < 5; i++) {
        made.record(
            "v" + i, DemoVideoFixture.recording(viewers.get(2 * i)), Map.of("sex", "female"));
      }
      made.settled();
      campaign = made;
    }
  }

  @Test
  void reportIsMadeFollowedFetchedAndSharedUntilItsLinkIsRevoked() throws IOException {
    Page page = signedIn("en");
    page.navigate("reports.xhtml?campaign=" + campaign.campaignId());
    page.locator("#timeZone").fill("Europe/Moscow");
    double width = page.locator(".choice").boundingBox().width;
    assertTrue(width > 600, "what it is about has room: " + width);
    page.getByText("Chapters and look").click();
    page.getByLabel("Viewings").uncheck();
    page.locator("#makeIt").click();
    Locator report =
        page.locator(".reports > li", new Page.LocatorOptions().setHasText("PDF, English")).first();
    assertThat(report.locator(".run-COMPLETED")).isVisible(PATIENT);

    Download download = page.waitForDownload(() -> report.getByText("Download PDF").click());
    try (PDDocument document = Loader.loadPDF(download.createReadStream().readAllBytes())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Rooms"));
      assertFalse(text.contains("v0 female"), "viewings were not chosen: " + text);
    }

    report.getByText("Share by link").click();
    page.getByText("Create link").click();
    String address = page.locator("#address").inputValue();
    page.locator("[data-copy]").click();
    assertThat(page.locator(".copied")).not().isEmpty();
    Axe.assertNothingFound(page, "the dialog with a link");
    Chromium.picture(page, "report-link");
    page.keyboard().press("Escape");

    Page stranger = chromium.window("en");
    APIResponse file = stranger.request().get(address);
    assertEquals(200, file.status());
    assertTrue(new String(file.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF"));

    page.reload();
    report.getByText("Links: 1").click();
    assertThat(report.locator(".links")).containsText("Uses: 1");
    report.getByText("Revoke", new Locator.GetByTextOptions().setExact(true)).click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(report.locator(".link-REVOKED")).hasCount(1);
    stranger.navigate(address);
    assertThat(stranger.locator("main")).containsText("This link opens no report");
    Axe.assertNothingFound(stranger, "a link that is over");
    Chromium.picture(stranger, "report-link-over");
  }

  @Test
  void lookOfAClientsReportsIsPreviewedBeforeItIsSaved() throws IOException, InterruptedException {
    UserFixture agency = UserFixture.stranger();
    String client = agency.rest().get("clients").asJsonArray().getJsonObject(0).getString("code");
    Page page = chromium.signedIn("en", agency.login(), agency.password());
    page.navigate("client-branding.xhtml?client=" + client);
    Locator preview = page.locator("#shown img");
    String standard = preview.getAttribute("src");

    Locator logo = page.locator("#file-logo");
    logo.setInputFiles(
        new FilePayload("logo.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".outcome.bad")).containsText("SVG");
    logo.setInputFiles(new FilePayload("logo.png", "image/png", png(Color.MAGENTA)));
    assertThat(page.locator("#remove-logo")).isVisible();
    assertThat(preview).not().hasAttribute("src", standard);

    Download slides = page.waitForDownload(() -> page.locator("#sampleSlides").click());
    assertTrue(slides.suggestedFilename().endsWith(".pptx"), slides.suggestedFilename());
    try (ZipFile pptx = new ZipFile(slides.path().toFile())) {
      assertTrue(
          pptx.stream().anyMatch(part -> part.getName().startsWith("ppt/media/")),
          "has the logo, which is not saved");
    }

    page.locator("#accent").fill("#ffd400");
    assertThat(page.locator("#shown")).containsText("“Titles and large figures” is too pale");
    page.locator("#accent").fill("#0b6e4f");
    assertThat(preview).isVisible();
    page.getByLabel("Viewings").uncheck();
    Axe.assertNothingFound(page, "a client's look");
    Chromium.picture(page, "client-branding-en");
    page.locator("#save").click();
    assertThat(page.locator("#told")).containsText("Saved");

    page.reload();
    assertThat(page.locator("#accent")).hasValue("#0b6e4f");
    assertThat(page.locator("#remove-logo")).isVisible();
    JsonObject saved = agency.rest().object("clients/" + client + "/branding");
    assertTrue(saved.getBoolean("hasLogo"));
    assertFalse(saved.getJsonArray("chapters").toString().contains("VIEWINGS"));

    page.locator("#reset").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("#told")).containsText("standard look");
    assertFalse(agency.rest().object("clients/" + client + "/branding").getBoolean("hasLogo"));
  }

  private static byte[] png(Color color) throws IOException {
    BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 120 * 40; at++) {
      image.setRGB(at % 120, at / 120, color.getRGB());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }

  /** As after eight hours: the browser's session is none any more. */
  @Test
  void sessionThatEndsLosesNothingThatWasTyped() {
    Page page = signedIn("en");
    page.navigate("schedule.xhtml?campaign=" + campaign.campaignId());
    page.locator("#name").fill("Every Monday, for the board");
    page.context().clearCookies();
    page.locator("#save").click();
    page.waitForURL(address -> address.contains("login.xhtml"));
    assertThat(page.locator(".door-card")).containsText("Your session has ended");
    page.locator("#user").fill(analyst.login());
    page.locator("input[type=password]").fill(analyst.password());
    page.locator("input[type=password]").press("Enter");
    page.waitForURL(address -> address.contains("schedule.xhtml?campaign="));
    assertThat(page.locator("#name")).hasValue("Every Monday, for the board");
    assertThat(page.locator("#draftTold")).isVisible();
    page.reload();
    assertThat(page.locator("#name")).hasValue("");
  }

  @Test
  void timesAreToldInTheUsersOwnZone() throws IOException, InterruptedException {
    UserFixture user = UserFixture.of("ANALYST");
    Page page = chromium.signedIn("en", user.login(), user.password());
    page.navigate("profile.xhtml");
    page.locator("#timeZone").fill("Nowhere");
    page.locator("#saveProfile").click();
    assertThat(page.locator("#told")).containsText("Time zone");
    page.locator("#timeZone").fill("Asia/Vladivostok");
    page.locator("#locale").selectOption("ru");
    page.locator("#saveProfile").click();
    assertThat(page.locator("h1")).hasText("Язык и время");
    assertEquals("Asia/Vladivostok", user.rest().object("me").getString("timeZone"));
    page.navigate("reports.xhtml?campaign=" + campaign.campaignId());
    assertThat(page.locator("#timeZone")).hasValue("Asia/Vladivostok");
    assertThat(page.locator(".reports")).not().containsText(Pattern.compile("\\d\\d:\\d\\d UTC"));
  }

  @Test
  void reportIsDeletedAfterAQuestion() {
    Page page = signedIn("en");
    page.navigate("reports.xhtml?campaign=" + campaign.campaignId());
    page.locator("input[value=COMPARISON]").check();
    page.locator("#makeIt").click();
    assertThat(page.locator("#makeMessages .bad")).isVisible();
    assertThat(page.locator("#messages .bad")).hasCount(0);
    assertThat(page.locator("#secondCreative")).isFocused();
    assertThat(page.locator("#secondCreative")).hasAttribute("aria-invalid", "true");
    page.locator("input[value=CREATIVE]").check();
    page.locator("#format").selectOption("CSV");
    page.locator("#makeIt").click();
    Locator ofCsv = page.locator(".reports > li", new Page.LocatorOptions().setHasText("CSV"));
    assertThat(ofCsv.locator(".run-COMPLETED")).isVisible(PATIENT);
    ofCsv.getByText("Delete").click();
    page.locator(".ui-confirmdialog-no").click();
    assertThat(ofCsv).hasCount(1);
    ofCsv.getByText("Delete").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(ofCsv).hasCount(0);
  }

  @Test
  void scheduleShowsItsNextTimesWhileItIsFilledInAndRuns() throws IOException {
    Page page = signedIn("ru");
    page.navigate("schedules.xhtml?campaign=" + campaign.campaignId());
    page.getByText("Новое расписание").click();
    Locator times = page.locator("#fires li");
    assertThat(times).hasCount(5);
    assertThat(times.first()).containsText("пн");
    page.locator("#hours").fill("9, 18");
    assertThat(page.locator("#fires")).containsText("18:00"); // which is first on a Monday
    page.locator("#hours").fill("25");
    assertThat(page.locator("#fires")).containsText("Часы");
    assertThat(times).hasCount(0);
    page.locator("#hours").fill("7");
    assertThat(times.first()).containsText("07:00");

    page.locator("#save").click();
    assertThat(page.locator("#messages")).containsText("Название расписания");
    assertThat(page.locator("#name")).isFocused();
    assertThat(page.locator("#name")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#name")).hasAttribute("aria-describedby", "messages-0");
    page.locator("#name").fill("По понедельникам");
    assertThat(page.locator("#name[aria-invalid]")).hasCount(0);
    Chromium.picture(page, "schedule-filled-in");
    page.locator("#save").click();
    page.waitForURL(Pattern.compile("schedules\\.xhtml"));
    Locator listed = page.locator(".reports > li");
    assertThat(listed).containsText("07:00");
    listed.getByText("Приостановить").click();
    assertThat(listed.locator(".schedule-PAUSED")).isVisible();
    listed.getByText("Продолжить").click();
    assertThat(listed.locator(".schedule-ACTIVE")).isVisible();
    listed.getByText("Запустить сейчас").click();
    assertThat(listed.locator(".run-COMPLETED")).isVisible(PATIENT);
    page.getByText("По понедельникам").click();
    assertThat(page.locator("#hours")).hasValue("7");
    assertThat(page.locator("section.panel").last()).containsText("Скачать PDF");
    Axe.assertNothingFound(page, "a schedule with runs");
    Chromium.picture(page, "schedule-runs");
  }

  @Test
  void whoIsOvertakenSeesWhatChangedAndLosesNothing() throws IOException {
    String address = "campaign-settings.xhtml?campaign=" + campaign.campaignId();
    Page first = signedIn("en");
    first.navigate(address);
    Page second = signedIn("en");
    second.navigate(address);
    first.locator("#coverageLimit").fill("60");
    first.locator("#note").fill("Stricter");
    first.locator("#save").click();
    assertThat(first.locator("#computing")).containsText("version 2 is current");

    second.locator("#silentWeight").fill("0.3");
    second.locator("#save").click();
    Locator conflict = second.locator(".conflict");
    assertThat(conflict).containsText("version 2 is current");
    assertThat(conflict.locator(".changes"))
        .containsText("Minimum coverage: before: 50% → now: 60%");
    assertThat(second.locator("#silentWeight")).hasValue("0.3");
    Axe.assertNothingFound(second, "settings that were overtaken");
    Chromium.picture(second, "settings-overtaken");
    second.locator("#load").click();
    assertThat(second.locator("#coverageLimit")).hasValue("60");
    second.locator("#silentWeight").fill("0.3");
    second.locator("#save").click();
    assertThat(second.locator("#computing")).containsText("version 3 is current");
    assertThat(second.locator(".versions > li")).hasCount(3);
    assertThat(second.locator(".versions > li").nth(1)).containsText("Stricter");

    second.locator("#stateThreshold").fill("150");
    second.locator("#save").click();
    assertThat(second.locator("#messages")).containsText("State threshold");
    second.locator(".versions > li").last().getByText("Restore").click();
    second.locator(".ui-confirmdialog-yes").click();
    assertThat(second.locator("#computing")).containsText("version 4 is current");
    assertThat(second.locator("#coverageLimit")).hasValue("50");
    assertThat(second.locator("#computing"))
        .containsText(
            "All figures use the current settings",
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
  }

  @Test
  void answersAreCheckedByLineBeforeTheyAreStored() throws IOException {
    Page page = signedIn("en");
    page.navigate("answers.xhtml?campaign=" + campaign.campaignId());
    choose(page, "viewer,nps,csat\nv0,9,5\nv1,11,4\nnobody,3,2\n");
    page.getByText("Check file").click();
    Locator problems = page.locator(".problems tbody tr");
    assertThat(problems).hasCount(2);
    assertThat(problems.first()).containsText("3");
    assertThat(problems.last()).containsText("nobody");
    assertThat(page.locator(".store")).isDisabled();
    Axe.assertNothingFound(page, "answers with problems");
    Chromium.picture(page, "answers-problems");

    choose(page, "viewer;nps;csat\nv0;9;5\nv1;10;4\nv2;3;2\nv3;9;\nv4;8;5\n");
    page.getByText("Check file").click();
    page.locator(".store").click();
    Locator row = page.locator("table.narrow tbody tr");
    assertThat(row).hasCount(5);
    assertThat(row.nth(1)).containsText("10");
    assertThat(page.locator(".metrics")).containsText("5 answered; promoters: 3, detractors: 1");
  }

  private static void choose(Page page, String csv) {
    page.locator("#csv")
        .setInputFiles(
            new FilePayload("answers.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readersLookAndChangeNothing() throws IOException, InterruptedException {
    UserFixture reader = UserFixture.of("READER");
    Page page = chromium.signedIn("en", reader.login(), reader.password());
    page.navigate("reports.xhtml?campaign=" + campaign.campaignId());
    assertThat(page.locator("h1")).hasText("Reports");
    assertThat(page.locator("#makeIt")).hasCount(0);
    assertThat(page.getByText("Delete")).hasCount(0);
    page.navigate("schedules.xhtml?campaign=" + campaign.campaignId());
    assertThat(page.getByText("New schedule")).hasCount(0);
    page.navigate("campaign-settings.xhtml?campaign=" + campaign.campaignId());
    assertThat(page.locator("#coverageLimit")).isDisabled();
    assertThat(page.locator("#save")).hasCount(0);
    page.navigate("answers.xhtml?campaign=" + campaign.campaignId());
    assertThat(page.locator("#csv")).hasCount(0);
    page.navigate("schedule.xhtml?campaign=" + campaign.campaignId());
    assertThat(page.locator("main")).containsText("Your role does not permit this");
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT, 1280", "ru, DARK, 820"})
  void pagesAreAccessibleAndQuiet(String language, ColorScheme colours, int widthPx)
      throws IOException {
    Browser.NewContextOptions options =
        Chromium.options(language).setColorScheme(colours).setViewportSize(widthPx, 800);
    Page page = chromium.window(options);
    page.navigate("login.xhtml?lang=" + language);
    Chromium.signIn(page, analyst.login(), analyst.password());
    for (String room :
        List.of("reports", "schedules", "schedule", "answers", "campaign-settings")) {
      page.navigate(room + ".xhtml?campaign=" + campaign.campaignId());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator("h1")).hasCount(1);
      String picture = room + "-" + language + "-" + colours.name().toLowerCase(Locale.ROOT);
      Chromium.picture(page, picture);
      Axe.assertNothingFound(page, picture);
    }
  }

  private static Page signedIn(String language) {
    Page page = chromium.signedIn(language, analyst.login(), analyst.password());
    page.navigate("index.xhtml?lang=" + language);
    return page;
  }
}
