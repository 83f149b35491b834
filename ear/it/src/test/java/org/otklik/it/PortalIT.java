package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** The portal as a browser meets it: doors, pages in both languages, refusals. */
class PortalIT {
  private static final String PASSWORD = UserFixture.PASSWORD;
  private static final String NAME = "Spring <b>Весна</b>";
  private static final String SHOWN = "Spring &lt;b&gt;Весна&lt;/b&gt;";

  private static String campaign;
  private static CampaignFixture creative;

  @BeforeEach
  void provideCampaign() throws IOException, InterruptedException {
    if (creative == null) {
      creative = CampaignFixture.create(TestGround.administrator(), NAME, DemoVideoFixture.ad());
      campaign =
          TestGround.administrator()
              .object("creatives/" + creative.creativeId())
              .getString("campaign");
    }
  }

  @Test
  void signInPageSpeaksTheBrowsersLanguage() throws IOException, InterruptedException {
    HttpResponse<String> english = new PortalBrowser("en").open("login.xhtml");
    assertEquals(200, english.statusCode());
    assertTrue(english.body().contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\""));
    assertTrue(english.body().contains("<h1>Sign in</h1>"), english.body());
    assertTrue(new PortalBrowser("ru").open("login.xhtml").body().contains("<h1>Вход</h1>"));
  }

  @Test
  void wrongPasswordIsRefusedWithASentence() throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser("en");
    HttpResponse<String> answer =
        browser.signIn(UserFixture.of("ANALYST").login(), "quite another one");
    assertEquals("/login.xhtml", answer.uri().getPath());
    assertTrue(answer.body().contains("The user name or password is wrong."), answer.body());
    assertFalse(answer.body().contains("quite another one"));
    assertEquals(302, browser.ask("index.xhtml").statusCode());
  }

  @Test
  void rightPasswordLeadsToTheCampaigns() throws IOException, InterruptedException {
    HttpResponse<String> answer = signedIn("ANALYST").open("");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("<h1>Campaigns</h1>"), answer.body());
    assertTrue(answer.body().contains(SHOWN), answer.body());
  }

  @Test
  void signInLeadsToThePageThatWasAskedFor() throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser("en");
    HttpResponse<String> door = browser.open(pageOfCampaign());
    assertEquals("/login.xhtml", door.uri().getPath());
    HttpResponse<String> inside =
        browser.press(
            door,
            "login",
            "Sign in",
            Map.of("user", UserFixture.of("READER").login(), "password", PASSWORD));
    assertEquals("/" + pageOfCampaign(), inside.uri().getPath() + "?" + inside.uri().getQuery());
  }

  @Test
  void pagesShowTheCampaignInBothLanguages() throws IOException, InterruptedException {
    PortalBrowser browser = signedIn("ANALYST");
    for (String language : List.of("en", "ru", "en")) {
      browser.open("index.xhtml?lang=" + language);
      for (String path : List.of("index.xhtml", pageOfCampaign(), pageOfCreative())) {
        HttpResponse<String> page = browser.open(path);
        assertEquals(200, page.statusCode(), path);
        assertTrue(page.body().contains("lang=\"" + language + "\""), page.body());
        assertTrue(page.body().contains(SHOWN), page.body());
        assertFalse(page.body().contains(NAME), "unescaped");
        assertTrue(
            page.body().contains(language.equals("ru") ? ">Кампании<" : ">Campaigns<"),
            page.body());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing.xhtml",
        "nothing/here",
        "campaign.xhtml",
        "campaign.xhtml?id=x",
        "campaign.xhtml?id=00000000-0000-0000-0000-000000000000",
        "creative.xhtml?id=00000000-0000-0000-0000-000000000000"
      })
  void unknownPagesAreThePortalsOwn(String path) throws IOException, InterruptedException {
    PortalBrowser browser = signedIn("ANALYST");
    HttpResponse<String> page = browser.open(path);
    assertEquals(404, page.statusCode(), path);
    assertTrue(page.body().contains("<h1>Not found</h1>"), page.body());
    assertTrue(page.body().contains("href=\"/index.xhtml\""), page.body());
    assertFalse(page.body().contains("Exception") || page.body().contains("\tat "), page.body());
    assertHeaders(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEB-INF/web.xml", "WEB-INF/templates/portal.xhtml", "META-INF/x"})
  void applicationsOwnFilesAreNotServed(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = signedIn("ANALYST").open(path);
    assertEquals(404, answer.statusCode());
    assertFalse(answer.body().contains("xmlns"), answer.body());
  }

  @Test
  void signOutEndsTheSession() throws IOException, InterruptedException {
    PortalBrowser browser = signedIn("ANALYST");
    HttpResponse<String> page = browser.open("index.xhtml");
    HttpResponse<String> out = browser.press(page, "out", "Sign out", Map.of());
    assertTrue(out.body().contains("You have signed out."), out.body());
    assertEquals(302, browser.ask("index.xhtml").statusCode());
  }

  @Test
  void everyAnswerHasTheSecurityHeaders() throws IOException, InterruptedException {
    PortalBrowser stranger = new PortalBrowser("en");
    assertHeaders(stranger.open("login.xhtml"));
    assertHeaders(stranger.ask("index.xhtml"));
    assertHeaders(stranger.ask("api/v1/campaigns"));
    assertHeaders(stranger.ask("jakarta.faces.resource/otklik.css.xhtml?ln=otklik"));
    PortalBrowser browser = signedIn("ANALYST");
    assertHeaders(browser.open(pageOfCreative()));
    String scripts =
        String.join(
            " ", browser.open("index.xhtml").headers().allValues("Content-Security-Policy"));
    assertTrue(scripts.contains("script-src 'self' 'nonce-"), scripts);
    assertFalse(scripts.contains("script-src 'self' 'unsafe-inline'"), scripts);
  }

  @Test
  void stylesAreKeptByBrowsersUntilTheyChange() throws Exception {
    PortalBrowser stranger = new PortalBrowser("en");
    Matcher link =
        Pattern.compile("href=\"/(jakarta\\.faces\\.resource/otklik\\.css[^\"]*v=([0-9a-f]{12}))\"")
            .matcher(stranger.open("login.xhtml").body());
    assertTrue(link.find());
    HttpResponse<String> style = stranger.open(link.group(1).replace("&amp;", "&"));
    assertEquals(200, style.statusCode());
    assertTrue(
        style.headers().firstValue("Cache-Control").orElse("").contains("max-age=604800"),
        style.headers().toString());
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.body().getBytes(StandardCharsets.UTF_8));
    assertTrue(HexFormat.of().formatHex(hash).startsWith(link.group(2)), link.group(2));
  }

  @Test
  void sessionsCookieIsForNobodyElse() throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser("en");
    HttpResponse<String> first = browser.signIn(UserFixture.of("READER").login(), PASSWORD);
    String cookie =
        first.previousResponse().orElseThrow().headers().allValues("Set-Cookie").stream()
            .filter(header -> header.startsWith("otklik-session="))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Lax"), cookie);
  }

  @Test
  void pageWithoutASessionLeadsToTheSignIn() throws IOException, InterruptedException {
    PortalBrowser stranger = new PortalBrowser("en");
    for (String path : List.of("", "index.xhtml", pageOfCampaign(), pageOfCreative(), "x")) {
      HttpResponse<String> answer = stranger.ask(path);
      assertEquals(302, answer.statusCode(), path);
      String location = answer.headers().firstValue("Location").orElse("");
      assertTrue(location.contains("/login.xhtml"), location);
      assertFalse(answer.body().contains("Spring"), answer.body());
    }
  }

  @Test
  void uploadNeedsTheSessionAndItsToken() throws IOException, InterruptedException {
    String path = "upload/images?client=" + DemoUser.CLIENT + "&name=x";
    HttpResponse<String> stranger = new PortalBrowser("en").upload(path, "x", "picture");
    assertEquals(401, stranger.statusCode());
    assertTrue(stranger.body().contains("SIGN_IN_NEEDED"), stranger.body());

    PortalBrowser browser = signedIn("ANALYST");
    assertTrue(browser.upload(path, null, "picture").body().contains("SESSION_OVER"));
    assertEquals(403, browser.upload(path, "0".repeat(64), "picture").statusCode());

    String token = PortalBrowser.attribute(browser.open("images.xhtml").body(), "data-token");
    HttpResponse<String> taken = browser.upload(path, token, "picture");
    assertEquals(415, taken.statusCode(), taken.body());
    assertTrue(taken.body().contains("MEDIA_TYPE_UNSUPPORTED"), taken.body());
  }

  @Test
  void readersAreOfferedNoUpload() throws IOException, InterruptedException {
    PortalBrowser reader = signedIn("READER");
    assertFalse(reader.open(pageOfCampaign()).body().contains("data-token"));
    assertFalse(reader.open(pageOfCreative()).body().contains("data-token"));
    assertFalse(reader.open("index.xhtml").body().contains("New campaign</span></button>"));
  }

  @Test
  void failedAnalysisTellsItsReasonAndCanBeTriedAgain()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture failing =
        CampaignFixture.create(TestGround.administrator(), "Failing", DemoVideoFixture.ad());
    String recording =
        failing.record("fails", DemoVideoFixture.recording(DemoCampaign.viewers().get(12)));
    failing.settled();
    fail(recording);
    String path = "creative.xhtml?id=" + failing.creativeId();
    assertFalse(signedIn("READER").open(path).body().contains("Analyse again"));

    PortalBrowser browser = signedIn("ANALYST");
    HttpResponse<String> page = browser.open(path);
    assertTrue(page.body().contains("The analysis failed"), page.body());
    assertTrue(browser.open(path + "&lang=ru").body().contains("Проанализировать заново"));
    HttpResponse<String> pressed =
        browser.press(browser.open(path + "&lang=en"), "live", "Analyse again", Map.of());
    assertEquals(200, pressed.statusCode());
    assertFalse(pressed.body().contains("The analysis failed"), pressed.body());
    failing.settled();
    assertEquals("COMPLETED", failing.viewing("fails").getString("state"));
  }

  @Test
  void listShowsTheFiguresOfTheCampaignsOwnPage()
      throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    CampaignFixture first = CampaignFixture.create(rest, "Two ads", DemoVideoFixture.ad());
    String id = rest.object("creatives/" + first.creativeId()).getString("campaign");
    first.record("smiles", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
    first.settled();
    assertCardIsAsThePage(id);
    String second =
        rest.upload("campaigns/" + id + "/creatives?name=Second", DemoVideoFixture.ad())
            .getString("id");
    rest.upload(
        "creatives/" + second + "/recordings?viewer=frowns",
        DemoVideoFixture.recording(DemoCampaign.viewers().get(9)));
    first.other(second).settled();
    assertCardIsAsThePage(id);
  }

  private static void assertCardIsAsThePage(String campaign)
      throws IOException, InterruptedException {
    PortalBrowser browser = signedIn("READER");
    String list = browser.open("index.xhtml").body();
    String page = browser.open("campaign.xhtml?id=" + campaign).body();
    String card = list.substring(list.indexOf("campaign.xhtml?id=" + campaign));
    assertEquals(
        found(page, "<p class=\"value\">([^<]*)</p>").subList(0, 2),
        found(card, "<dd>([^<]*)</dd>").subList(0, 2));
    assertTrue(card.substring(0, card.indexOf("</li>")).contains("Results ready"), card);
  }

  private static List<String> found(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map(match -> match.group(1)).toList();
  }

  @Test
  void afterFiveWrongPasswordsTheNextIsNotLookedAt() throws IOException, InterruptedException {
    String login = UserFixture.of("ANALYST").login();
    PortalBrowser browser = new PortalBrowser("ru");
    for (int i = 0; i < 5; i++) {
      assertTrue(
          browser
              .signIn(login, "wrong " + i)
              .body()
              .contains("Неверное имя пользователя или пароль"));
    }
    HttpResponse<String> sixth = browser.signIn(login, PASSWORD);
    assertEquals(429, sixth.statusCode());
    assertEquals("/login.xhtml", sixth.uri().getPath());
    assertTrue(sixth.body().contains("Попробуйте снова через 15 мин."), sixth.body());

    HttpResponse<String> program = TestGround.client(login, PASSWORD).send("GET", "campaigns", "");
    assertEquals(429, program.statusCode());
    assertTrue(program.body().contains("TOO_MANY_SIGN_INS"), program.body());
    assertTrue(Integer.parseInt(program.headers().firstValue("Retry-After").orElse("0")) > 800);
    assertHeaders(program);
    signedIn("ANALYST");
  }

  private static void fail(String recording) throws SQLException {
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        with failed as (
            update core.analysis_run set state = 'FAILED', failure_code = 'ANALYSIS_BROKE'
            where recording_id = (select id from core.recording where public_id = ?) and is_current
            returning recording_id)
        update agg.viewing set response = 'EXCLUDED', exclusion_reason = 'ANALYSIS_FAILED'
        where recording_id in (select recording_id from failed)
        returning recording_id
        """,
        UUID.fromString(recording));
  }

  private static void assertHeaders(HttpResponse<String> answer) {
    Map<String, String> expected =
        Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin");
    expected.forEach(
        (name, value) -> assertEquals(value, answer.headers().firstValue(name).orElse(""), name));
    String policies = String.join("; ", answer.headers().allValues("Content-Security-Policy"));
    assertTrue(policies.contains("frame-ancestors 'none'"), policies);
    assertFalse(answer.headers().map().containsKey("X-Powered-By"));
  }

  private static String pageOfCampaign() {
    return "campaign.xhtml?id=" + campaign;
  }

  private static String pageOfCreative() {
    return "creative.xhtml?id=" + creative.creativeId();
  }

  private static PortalBrowser signedIn(String role) throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser("en");
    HttpResponse<String> home = browser.signIn(UserFixture.of(role).login(), PASSWORD);
    assertEquals("/index.xhtml", home.uri().getPath());
    return browser;
  }
}
