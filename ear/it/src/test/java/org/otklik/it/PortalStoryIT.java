package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;

/**
 * An analyst's first day, from the sign-in to the shared report, by what is seen on the pages and
 * nothing else: no address is typed after the first one.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PortalStoryIT {
  private static final double PATIENCE_MS = Duration.ofMinutes(4).toMillis();

  /** What it takes from the sign-in to the first curve: pressed, chosen or filled in. */
  private static final int MAX_ACTS = 15;

  @RegisterExtension static final Chromium chromium = new Chromium();

  private String language;
  private Page page;
  private int acts;
  private long begunAt;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void analystGoesFromTheSignInToASharedReport(String spoken)
      throws IOException, InterruptedException {
    language = spoken;
    signIn(UserFixture.of("ANALYST"));
    makeCampaign();
    dropAd();
    uploadRecordings(DemoCampaign.viewers().subList(0, 3));
    watchThemBeingAnalysed();
    seeTheFirstCurve();
    playTheAd();
    openAViewing();
    String link = makeAndShareAReport();
    openAsAStranger(link);
    signOut();
  }

  private void signIn(UserFixture user) {
    page = chromium.window(language);
    begunAt = System.nanoTime();
    page.navigate("");
    press(AriaRole.LINK, "English", "Русский");
    fill(word("User name", "Имя пользователя"), user.login());
    fill(word("Password", "Пароль"), user.password());
    press(AriaRole.BUTTON, "Sign in", "Войти");
    assertThat(page.locator("h1")).hasText(word("Campaigns", "Кампании"));
  }

  private void makeCampaign() {
    page.waitForLoadState(); // before it the button does nothing yet
    press(AriaRole.BUTTON, "New campaign", "Новая кампания");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel(word("Name", "Название")).fill(campaignName());
    acts++;
    press(dialog, AriaRole.BUTTON, "Create", "Создать");
    assertThat(page.locator("h1")).hasText(campaignName());
  }

  private String campaignName() {
    return word("Spring tea", "Весенний чай");
  }

  private void dropAd() throws IOException {
    drop(page.locator("#adForm .drop"), DemoVideoFixture.ad());
    assertThat(page.getByLabel(word("Name of the creative", "Название ролика")))
        .hasValue("ad-otklik-tea");
    press(page.locator("#adForm"), AriaRole.BUTTON, "Upload", "Загрузить");
    page.waitForURL(Pattern.compile("creative\\.xhtml"));
    assertThat(page.locator("h1")).hasText("ad-otklik-tea");
    assertThat(page.locator("#results"))
        .containsText(word("No recordings yet", "Записей пока нет"));
    assertThat(page.locator("#curve")).isHidden();
    Axe.assertNothingFound(page, "story-ad-without-recordings-" + language);
    Chromium.picture(page, "story-ad-without-recordings-" + language);
  }

  /** Given to the page as a mouse that drags it would. */
  private void drop(Locator place, Path video) throws IOException {
    JSHandle dragged =
        page.evaluateHandle(
            """
            ([name, content]) => {
              const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
              const dragged = new DataTransfer();
              dragged.items.add(new File([bytes], name, {type: 'video/mp4'}));
              return dragged;
            }
            """,
            List.of(
                video.getFileName().toString(),
                Base64.getEncoder().encodeToString(Files.readAllBytes(video))));
    place.dispatchEvent("dragover", Map.of("dataTransfer", dragged));
    place.dispatchEvent("drop", Map.of("dataTransfer", dragged));
    acts++;
  }

  private void uploadRecordings(List<DemoViewer> viewers) throws IOException {
    press(page.locator(".head"), AriaRole.LINK, "Upload recordings", "Загрузить записи");
    Path[] videos = new Path[viewers.size() + (listed() ? 1 : 0)];
    for (int i = 0; i < viewers.size(); i++) {
      videos[i] = DemoVideoFixture.recording(viewers.get(i));
    }
    if (listed()) {
      videos[viewers.size()] = list(viewers);
    }
    page.locator("#videos").setInputFiles(videos);
    acts++;
    assertThat(page.locator("#upload .chosen"))
        .hasText(word("Videos selected: 3", "Выбрано видео: 3"));
    if (listed()) {
      assertThat(page.locator(".listed li")).hasText("Описано записей: 3");
    } else {
      fill("Consent reference", "contract 17");
      page.locator("#segments").fill("age:25-34");
      acts++;
    }
    Axe.assertNothingFound(page, "story-videos-chosen-" + language);
    press(page.locator("#upload"), AriaRole.BUTTON, "Upload", "Загрузить");
  }

  /** One language describes its videos by a list, the other by the form. */
  private boolean listed() {
    return language.equals("ru");
  }

  private static Path list(List<DemoViewer> viewers) throws IOException {
    StringBuilder lines = new StringBuilder("\uFEFFфайл;зритель;согласие;пол\n");
    for (int i = 0; i < viewers.size(); i++) {
      lines.append(viewers.get(i).fileName() + ";А-0" + (i + 1) + ";анкета-" + i + ";ж\n");
    }
    Path list = TestGround.newFolder("story").resolve("список.csv");
    return Files.writeString(list, lines.toString(), StandardCharsets.UTF_8);
  }

  private void watchThemBeingAnalysed() {
    assertThat(page.locator("#upload .upload-done")).hasCount(3, counted());
    assertThat(page.locator("#upload .outcome"))
        .containsText(word("All recordings are uploaded.", "Все записи загружены."));
    Locator rows = page.locator("table.viewings tbody tr");
    assertThat(rows).hasCount(3, counted());
    assertThat(rows.first()).containsText(listed() ? "пол: ж" : "age: 25-34");
    press(page.locator("#upload"), AriaRole.LINK, "Show results", "Показать результаты");
  }

  private void seeTheFirstCurve() throws IOException {
    assertThat(page.locator("#curve")).isVisible(visible());
    page.waitForFunction("() => OtklikStudio.chart.drawn()");
    TestGround.console()
        .say(
            String.format(
                "Story (%s): from the sign-in to the first curve %d acts, %.1f s",
                language, acts, (System.nanoTime() - begunAt) / 1e9));
    assertTrue(acts <= MAX_ACTS, "acts up to the first curve: " + acts);
    assertThat(page.locator("table.viewings .run-COMPLETED")).hasCount(3, counted());
    assertThat(page.locator("#readoutN")).containsText("3", contained());
    Chromium.picture(page, "story-curve-" + language);
  }

  private void playTheAd() {
    page.evaluate("() => document.getElementById('video').play()");
    page.waitForFunction(
        """
        () => {
          const at = Number(document.getElementById('pointer').style.getPropertyValue('--at')) * 20;
          return at > 1 && Math.abs(at - document.getElementById('video').currentTime) < 0.5;
        }
        """);
    page.evaluate("() => document.getElementById('video').pause()");
  }

  private void openAViewing() {
    page.locator("table.viewings a").first().click();
    assertThat(page.locator("h1")).containsText(word("Viewer", "Зритель"));
    page.waitForFunction(
        "() => [...document.querySelectorAll('video')].every((v) => v.readyState)");
    page.getByRole(AriaRole.NAVIGATION, path()).getByText("ad-otklik-tea").click();
    assertThat(page.locator("h1")).hasText("ad-otklik-tea");
  }

  private Page.GetByRoleOptions path() {
    return new Page.GetByRoleOptions().setName(word("You are here", "Вы здесь"));
  }

  private String makeAndShareAReport() throws IOException {
    page.getByText(word("All reports of the campaign", "Все отчёты кампании")).click();
    press(AriaRole.BUTTON, "Create report", "Создать отчёт");
    Locator report = page.locator(".reports > li").first();
    assertThat(report.locator(".run-COMPLETED")).isVisible(visible());
    Download download =
        page.waitForDownload(() -> press(report, AriaRole.LINK, "Download PDF", "Скачать PDF"));
    try (PDDocument pdf = Loader.loadPDF(download.createReadStream().readAllBytes())) {
      assertEquals(language, pdf.getDocumentCatalog().getLanguage());
      String title = pdf.getDocumentInformation().getTitle();
      assertTrue(title.contains("ad-otklik-tea"), title);
      assertTrue(pdf.getNumberOfPages() > 1);
    }
    press(report, AriaRole.BUTTON, "Share by link", "Поделиться ссылкой");
    press(AriaRole.BUTTON, "Create link", "Создать ссылку");
    String link = page.locator("#address").inputValue();
    press(page.locator("#sharing"), AriaRole.BUTTON, "Close", "Закрыть");
    return link;
  }

  private void openAsAStranger(String link) {
    APIResponse file = chromium.window(language).request().get(link);
    assertEquals(200, file.status());
    assertEquals("%PDF", new String(file.body(), 0, 4, StandardCharsets.ISO_8859_1));
  }

  private void signOut() {
    // A button that was pressed before the page's scripts ran has posted the page, and browsers do
    // not go back to what was posted.
    page.navigate(page.url());
    page.locator("details.menu summary").click();
    press(AriaRole.BUTTON, "Sign out", "Выйти");
    assertThat(page.locator("main"))
        .containsText(word("You have signed out.", "Вы вышли из системы."));
    page.goBack();
    page.reload();
    page.waitForURL(Pattern.compile("login\\.xhtml"));
  }

  private String word(String english, String russian) {
    return language.equals("en") ? english : russian;
  }

  private void fill(String label, String text) {
    page.getByLabel(label).first().fill(text);
    acts++;
  }

  private void press(AriaRole role, String english, String russian) {
    press(page.locator("body"), role, english, russian);
  }

  /** What a user sees and can press; fails where there is none or more than one of it. */
  private void press(Locator within, AriaRole role, String english, String russian) {
    within
        .getByRole(
            role, new Locator.GetByRoleOptions().setName(word(english, russian)).setExact(true))
        .click();
    acts++;
  }

  private static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.HasCountOptions counted() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.ContainsTextOptions contained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }
}
