package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.launcher.DemoUser;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;

/** Every page in a real browser: what axe finds, what scripts complain of, and how it looks. */
class PortalPagesIT {
  private static final int PHONE_PX = 360;

  /** Charts follow the window a moment later. */
  private static final String FITS_THE_WINDOW =
      """
      async () => {
        const root = document.documentElement;
        for (let i = 0; i < 30 && root.scrollWidth > root.clientWidth; i++) {
          await new Promise((done) => setTimeout(done, 100));
        }
        return root.scrollWidth <= root.clientWidth;
      }
      """;

  /** What ends to the right of the window. */
  private static final String BEYOND_THE_WINDOW =
      """
      () => [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .slice(0, 10).map((one) => `${one.tagName} ${one.className} ${one.getBoundingClientRect().right}`).join('; ')
      """;

  @RegisterExtension static final Chromium chromium = new Chromium();

  /**
   * The first is looked at before the sign-in, the second opens once in a server's life, the third
   * leads to a file, the fourth is for viewers ({@link StudyPageIT}), the fifth for who has a link
   * ({@link CreativePageIT}), and the last for participants ({@link ShowingPageIT}).
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "/login.xhtml",
          "/setup.xhtml",
          "/report.xhtml",
          "/study.xhtml",
          "/shared.xhtml",
          "/showing.xhtml");

  private static CampaignFixture campaign;
  private static UserFixture administrator;
  private static String recording;

  @BeforeEach
  void provideCampaign() throws IOException, InterruptedException {
    if (campaign == null) {
      administrator = UserFixture.of("ADMINISTRATOR");
      campaign =
          CampaignFixture.create(
              TestGround.administrator(), "Spring / Весна", DemoVideoFixture.ad());
      List<DemoViewer> viewers = DemoCampaign.viewers();
      for (int i = 0; i < 6; i++) {
        String sex = i % 2 == 0 ? "female" : "male";
        campaign.record(
            "v" + i, DemoVideoFixture.recording(viewers.get(2 * i)), Map.of("sex", sex));
      }
      StudyFixture.create(
          TestGround.administrator(),
          campaign.campaignId(),
          List.of(campaign.creativeId()),
          Json.createObjectBuilder());
      TestGround.administrator()
          .send(
              "DELETE",
              "campaigns/" + CampaignFixture.campaign(TestGround.administrator(), "Old / Старая"),
              "");
      campaign.settled();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT, 1280", "ru, DARK, 820"})
  void pagesAreAccessibleAndQuiet(String language, ColorScheme colours, int widthPx)
      throws IOException, InterruptedException {
    Browser.NewContextOptions options =
        Chromium.options(language).setColorScheme(colours).setViewportSize(widthPx, 800);
    Page page = chromium.window(options);
    Map<String, List<?>> findings = new TreeMap<>();
    page.navigate("login.xhtml?lang=" + language);
    assertThat(page.locator("#user")).isFocused();
    look(page, "login", language, colours, findings);
    Chromium.signIn(page, administrator.login(), administrator.password());
    Map<String, String> addresses = addresses();
    for (String one : WebSurvey.pages()) {
      if (!ELSEWHERE.contains(one)) {
        assertTrue(addresses.containsKey(one), () -> "How is it opened? " + one);
        page.navigate("." + one + addresses.get(one));
        look(page, one.substring(1).replace(".xhtml", ""), language, colours, findings);
      }
    }
    page.navigate("nothing.xhtml");
    look(page, "not-found", language, colours, findings);
    assertThat(page.locator("header.top .rooms a")).hasCount(5);
    page.navigate("creative.xhtml?id=00000000-0000-0000-0000-000000000000");
    assertThat(page.locator("header.top .rooms a")).hasCount(5);
    assertEquals(Map.of(), findings);
  }

  /** Words of the head that lie over each other or beyond the window. */
  private static final String HEAD_IN_DISORDER =
      """
      () => {
        const words = [...document.querySelectorAll('.top a, .top summary')]
            .filter((one) => one.offsetParent && !one.closest('.menu-items'))
            .map((one) => ({text: one.textContent.trim(), box: one.getBoundingClientRect()}));
        const beyond = words.filter(({box}) => box.left < 0 || box.right > innerWidth);
        const over = words.filter((one, i) => words.slice(i + 1).some((other) =>
            one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1
            && one.box.top < other.box.bottom - 1 && other.box.top < one.box.bottom - 1));
        return beyond.concat(over).map(({text}) => text);
      }
      """;

  /** Lower or narrower than 24 px, which a finger does not hit (WCAG 2.5.8). */
  private static final String SMALL_IN_THE_HEAD =
      """
      () => [...document.querySelectorAll('.top a, .top summary, .top input')]
          .filter((one) => one.checkVisibility() && !one.closest('.menu-items'))
          .map((one) => ({text: one.textContent.trim(), box: one.getBoundingClientRect()}))
          .filter(({box}) => box.height < 24 || box.width < 24)
          .map(({text, box}) => `${text} ${box.width} × ${box.height}`);
      """;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void headFitsAPhone(String language) throws IOException {
    Page page = chromium.window(Chromium.options(language).setViewportSize(PHONE_PX, 740));
    page.navigate("login.xhtml?lang=" + language);
    Chromium.signIn(page, administrator.login(), administrator.password());
    page.navigate("index.xhtml?lang=" + language);
    Chromium.picture(page, "phone-" + language);
    assertEquals(List.of(), page.evaluate(HEAD_IN_DISORDER));
    assertEquals(List.of(), page.evaluate(SMALL_IN_THE_HEAD));
    page.setViewportSize(1280, 720);
    assertEquals(List.of(), page.evaluate(SMALL_IN_THE_HEAD));
  }

  /** The browser says its time zone at the door; refused forms mark the field that is meant. */
  @Test
  void firstPageTellsTimesInTheBrowsersZoneAndRefusedFormsMarkTheField() {
    Page page = chromium.window(Chromium.options("en").setTimezoneId("Asia/Tokyo"));
    page.navigate("login.xhtml?to=%2Fadmin-audit.xhtml");
    page.locator("#user").fill(administrator.login());
    page.locator("input[type=password]").fill(administrator.password());
    page.locator("input[type=password]").press("Enter");
    assertThat(page.locator("h1")).hasText("Audit log");
    assertThat(page.locator("td.when").first()).not().containsText("UTC");

    page.navigate("index.xhtml");
    page.getByText("New campaign").first().click();
    page.evaluate(
        """
        () => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text', 'x'.repeat(300));
          document.getElementById('newName')
              .dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true}));
        }
        """);
    assertThat(page.locator("#new .cut-off")).containsText("after 200 characters");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create")).click();
    assertThat(page.locator("#newMessages .bad")).isVisible();
    assertThat(page.locator("#newName")).isFocused();
    assertThat(page.locator("#newName")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#newName")).hasAttribute("aria-describedby", "newMessages-0");
  }

  @Test
  void listOfCampaignsFollowsAndItsFiltersActAtOnce() throws IOException, InterruptedException {
    Page page = chromium.signedIn("en", administrator.login(), administrator.password());
    String name = "Comes by itself";
    page.navigate("index.xhtml?q=Comes+by+itself");
    assertThat(page.locator("#cards .empty")).isVisible();
    CampaignFixture.campaign(TestGround.administrator(), name);
    assertThat(page.locator("#cards .cover"))
        .hasText(name, new LocatorAssertions.HasTextOptions().setTimeout(40_000));
    page.locator("#order").selectOption("NAME");
    page.waitForURL(address -> address.contains("order=NAME"));
    assertThat(page.locator("#cards .cover")).hasText(name);
  }

  /** What each page's address says besides its name. */
  private static Map<String, String> addresses() throws IOException, InterruptedException {
    Map<String, String> addresses = new TreeMap<>();
    for (String whole :
        List.of("index", "bin", "camera", "creatives", "images", "password", "profile", "search")) {
      addresses.put("/" + whole + ".xhtml", "");
    }
    for (String one :
        List.of(
            "users",
            "clients",
            "audit",
            "status",
            "jobs",
            "models",
            "storage",
            "retention",
            "settings")) {
      addresses.put("/admin-" + one + ".xhtml", "");
    }
    addresses.put("/admin-user.xhtml", "?id=" + administrator.login());
    addresses.put("/client-branding.xhtml", "?client=" + DemoUser.CLIENT);
    addresses.put("/campaign.xhtml", "?id=" + campaign.campaignId());
    addresses.put("/creative.xhtml", "?id=" + campaign.creativeId());
    addresses.put("/showing-plan.xhtml", "?creative=" + campaign.creativeId());
    addresses.put("/showing-host.xhtml", "?showing=" + showing());
    addresses.put("/trailer.xhtml", "?creative=" + campaign.creativeId());
    addresses.put("/viewing.xhtml", "?id=" + recording);
    for (String one :
        List.of(
            "studies",
            "showings",
            "study-plan",
            "reports",
            "schedules",
            "schedule",
            "answers",
            "campaign-settings",
            "retention")) {
      addresses.put("/" + one + ".xhtml", "?campaign=" + campaign.campaignId());
    }
    return addresses;
  }

  private static String showing() throws IOException, InterruptedException {
    return ShowingFixture.create(
            TestGround.administrator(), campaign.campaignId(), campaign.creativeId())
        .id();
  }

  private static void look(
      Page page, String name, String language, ColorScheme colours, Map<String, List<?>> findings)
      throws IOException {
    settle(page, name);
    assertThat(page.locator("h1")).hasCount(1);
    String picture = name + "-" + language + "-" + colours.name().toLowerCase(Locale.ROOT);
    Chromium.picture(page, picture);
    List<?> found = Axe.findings(page);
    if (!found.isEmpty()) {
      findings.put(name, found);
    }
    List<Integer> widths = List.of(page.viewportSize().width, PHONE_PX);
    for (int widthPx : widths) {
      page.setViewportSize(widthPx, 800);
      if (!(boolean) page.evaluate(FITS_THE_WINDOW)) {
        findings.put(picture + "-" + widthPx, List.of(page.evaluate(BEYOND_THE_WINDOW)));
      }
    }
    List<?> onPhone = Axe.findings(page);
    if (!onPhone.isEmpty() && found.isEmpty()) {
      findings.put(name + "-" + PHONE_PX, onPhone);
    }
    page.setViewportSize(widths.get(0), 800);
  }

  /**
   * A page that asks again and again is never idle; what is looked for can be seen all the same.
   */
  private static void settle(Page page, String name) {
    try {
      page.waitForLoadState(LoadState.NETWORKIDLE);
    } catch (TimeoutError e) {
      TestGround.console().say("The page " + name + " keeps asking: " + e.getMessage());
    }
  }
}
