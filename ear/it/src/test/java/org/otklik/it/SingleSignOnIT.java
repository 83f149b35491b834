package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.launcher.DemoUser;

/** Users come by an OpenID provider whose claims give roles and clients; and who must not. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SingleSignOnIT {
  private static SingleSignOnFixture fixture;
  private static OpenIdProviderFixture provider;

  @BeforeAll
  static void look() {
    DemoUser user = TestGround.server().user();
    fixture = new SingleSignOnFixture(TestGround.server(), user.login(), user.password());
    provider = fixture.provider();
  }

  @AfterEach
  void mintHonestly() {
    provider.mintHonestly();
  }

  @Test
  void newcomerIsMadeWithTheRoleAndTheClientsThatTheProviderGives()
      throws IOException, InterruptedException, SQLException {
    provider.person("zoe", claims("Zoe", List.of("everybody", "analysts", "staff")));
    PortalBrowser browser = fixture.browser("en");
    HttpResponse<String> page = fixture.signIn(browser, "zoe");
    assertEquals(200, page.statusCode());
    assertEquals("/index.xhtml", page.uri().getPath());

    JsonObject me = fixture.me(browser);
    assertEquals("zoe@acme.example", me.getString("login"));
    assertEquals("Zoe", me.getString("name"));
    assertEquals("ANALYST", me.getString("role"));
    assertEquals(1, me.getJsonArray("clients").size(), "of two, Otklik has one");
    JsonObject user = fixture.administrator().object("users/zoe@acme.example");
    assertEquals("PROVIDER", user.getString("wayIn"));
    assertEquals("zoe@acme.example", user.getString("email"));
    assertEquals(
        List.of("USER_MADE single sign-on: ANALYST (demo)", "SIGN_IN single sign-on"),
        audited("zoe@acme.example"));
  }

  @Test
  void roleThatTheProviderLowersHoldsAtOnceAndEverywhere()
      throws IOException, InterruptedException, SQLException {
    provider.person("max", claims("Max", List.of("cn=admins,ou=otklik")));
    PortalBrowser here = fixture.browser("en");
    PortalBrowser elsewhere = fixture.browser("en");
    fixture.signIn(here, "max");
    fixture.signIn(elsewhere, "max");
    assertEquals(200, fixture.ask(here, "admin-users.xhtml").statusCode());

    provider.person("max", claims("Max", List.of("everybody")));
    fixture.signIn(here, "max");
    assertEquals("READER", fixture.me(here).getString("role"));
    assertEquals("READER", fixture.me(elsewhere).getString("role"));
    assertEquals(403, fixture.ask(elsewhere, "admin-users.xhtml").statusCode());

    provider.person("max", claims("Max", List.of("staff")));
    HttpResponse<String> refused = fixture.signIn(fixture.browser("ru"), "max");
    assertTold("NO_ROLE", "роли в «Отклике» у вас нет", refused);
    assertEquals(401, fixture.whoIsIn(here).statusCode(), "the right to be here is gone");
    assertEquals(401, fixture.whoIsIn(elsewhere).statusCode());
    assertTrue(
        audited("max@acme.example").contains("SIGN_IN single sign-on: NO_ROLE"),
        () -> "not told by the audit log");
  }

  @Test
  void strangerWithoutRoleIsToldWhatToAskFor()
      throws IOException, InterruptedException, SQLException {
    provider.person("nobody", claims("Nobody", List.of()));
    PortalBrowser browser = fixture.browser("en");
    assertTold("NO_ROLE", "have no role in Otklik. Ask", fixture.signIn(browser, "nobody"));
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    assertEquals(List.of("0"), fixture.rows(count("nobody")));
  }

  /** ID tokens that prove nothing. */
  enum Forgery {
    OTHER_KEY,
    UNSIGNED,
    SIGNED_WITH_OUR_SECRET,
    SIGNED_WITH_THE_PUBLIC_KEY,
    OTHER_AUDIENCE,
    OTHER_PARTY,
    MORE_AUDIENCES,
    OTHER_ISSUER,
    OTHER_NONCE,
    NO_NONCE,
    EXPIRED,
    FROM_THE_FUTURE;

    private JWT token(JWTClaimsSet honest) throws JOSEException {
      JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(honest);
      return switch (this) {
        case OTHER_KEY ->
            OpenIdProviderFixture.signed(
                honest, new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate());
        case UNSIGNED -> new PlainJWT(honest);
        case SIGNED_WITH_OUR_SECRET ->
            mac(honest, OpenIdProviderFixture.SECRET.getBytes(StandardCharsets.UTF_8));
        case SIGNED_WITH_THE_PUBLIC_KEY ->
            mac(honest, provider.key().toRSAPublicKey().getEncoded());
        case OTHER_AUDIENCE -> provider.signed(claims.audience("another portal").build());
        case OTHER_PARTY ->
            provider.signed(
                claims
                    .audience(List.of("another portal", OpenIdProviderFixture.CLIENT))
                    .claim("azp", "another portal")
                    .build());
        case MORE_AUDIENCES ->
            provider.signed(
                claims.audience(List.of("another portal", OpenIdProviderFixture.CLIENT)).build());
        case OTHER_ISSUER -> provider.signed(claims.issuer("https://evil.example").build());
        case OTHER_NONCE -> provider.signed(claims.claim("nonce", "x".repeat(43)).build());
        case NO_NONCE -> provider.signed(claims.claim("nonce", null).build());
        case EXPIRED ->
            provider.signed(claims.expirationTime(Date.from(minutesFromNow(-2))).build());
        case FROM_THE_FUTURE ->
            provider.signed(
                claims
                    .issueTime(Date.from(minutesFromNow(10)))
                    .expirationTime(Date.from(minutesFromNow(20)))
                    .build());
      };
    }

    private static Instant minutesFromNow(long minutes) {
      return Instant.now().plusSeconds(60 * minutes);
    }

    private static JWT mac(JWTClaimsSet claims, byte[] secret) throws JOSEException {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret));
      return token;
    }
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void forgedTokenLetsNobodyIn(Forgery forgery)
      throws IOException, InterruptedException, SQLException {
    String person = "forged" + forgery.ordinal();
    provider.person(person, claims("Forged", List.of("cn=admins,ou=otklik")));
    provider.mint(forgery::token);
    PortalBrowser browser = fixture.browser("en");
    assertTold("UNPROVEN", "could not be verified", fixture.signIn(browser, person));
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    assertEquals(List.of("0"), fixture.rows(count(person)));

    provider.mintHonestly();
    fixture.signIn(browser, person);
    assertEquals("ADMINISTRATOR", fixture.me(browser).getString("role"), "an honest one does");
  }

  @Test
  void answerCountsOnceAndInTheBrowserThatAskedForIt() throws IOException, InterruptedException {
    provider.person("eve", claims("Eve", List.of("analysts")));
    PortalBrowser eve = fixture.browser("en");
    PortalBrowser victim = fixture.browser("en");
    String answer = provider.answer(fixture.begin(eve, ""), "eve");
    assertTold("OVER", "Start again", victim.open(answer));
    fixture.begin(victim, ""); // has begun one of its own
    assertTold("OVER", "Start again", victim.open(answer));
    assertTold("OVER", "Start again", victim.open(answer.replaceAll("state=.*", "state=invented")));
    assertTold("OVER", "Start again", victim.open(answer.replaceAll("&state=.*", "")));
    assertEquals(401, fixture.whoIsIn(victim).statusCode());

    assertEquals("/index.xhtml", eve.open(answer).uri().getPath());
    assertTold("OVER", "Start again", eve.open(answer));
    assertEquals("eve@acme.example", fixture.me(eve).getString("login"), "that changed nothing");
  }

  @Test
  void codeOfSomebodyElsesSignInIsNotRedeemed() throws IOException, InterruptedException {
    provider.person("mallory", claims("Mallory", List.of("analysts")));
    PortalBrowser mallory = fixture.browser("en");
    PortalBrowser victim = fixture.browser("en");
    String stolen = provider.answer(fixture.begin(mallory, ""), "mallory");
    String own = provider.answer(fixture.begin(victim, ""), "mallory");
    String mixed = stolen.replaceAll("&state=.*", own.replaceAll(".*(&state=.*)", "$1"));
    assertTold("UNPROVEN", "could not be verified", victim.open(mixed));
    assertEquals(401, fixture.whoIsIn(victim).statusCode());
  }

  @Test
  void tabsDoNotDisturbEachOther() throws IOException, InterruptedException {
    provider.person("tab", claims("Tab", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    String first = fixture.begin(browser, "?to=/images.xhtml");
    String second = fixture.begin(browser, "");
    assertNotEquals(first, second);
    assertEquals("/images.xhtml", browser.open(provider.answer(first, "tab")).uri().getPath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"server_error", "temporarily_unavailable", "<script>alert(1)</script>"})
  void errorOfTheProviderIsToldPlainly(String error) throws IOException, InterruptedException {
    PortalBrowser browser = fixture.browser("en");
    String encoded = error.replace("<", "%3C").replace(">", "%3E");
    HttpResponse<String> page = browser.open(provider.error(fixture.begin(browser, ""), encoded));
    assertTold("UNPROVEN", "could not be verified", page);
    assertFalse(page.body().contains("alert(1)"), page.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code=",
        "code=invented",
        "error=",
        "error=%0Aforged%20line",
        "code=x&iss=https%3A%2F%2Fevil.example",
        "response=x",
        "id_token=x"
      })
  void answerThatMakesNoSenseIsToldPlainly(String answer) throws IOException, InterruptedException {
    PortalBrowser browser = fixture.browser("en");
    String state = fixture.begin(browser, "").replaceAll(".*[?&](state=[^&]+).*", "$1");
    assertTold(
        "UNPROVEN",
        "could not be verified",
        fixture.open(browser, "sso/callback?" + answer + "&" + state));
  }

  @Test
  void refusalAtTheProviderLeavesTheWayByPasswordAndTheWantedPage()
      throws IOException, InterruptedException {
    PortalBrowser browser = fixture.browser("en");
    String asked = fixture.begin(browser, "?to=%2Fimages.xhtml");
    HttpResponse<String> page = browser.open(provider.error(asked, "access_denied"));
    assertTold("DENIED", "denied access", page);
    assertEquals("/images.xhtml", fixture.signInAsAdministrator(browser, page).uri().getPath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/index.xhtml",
        "/%5Cevil.example/index.xhtml",
        "/sso/begin",
        "/login.xhtml",
        "/index.xhtml%0d%0aSet-Cookie:a=b"
      })
  void signInLeadsNowhereElse(String to) throws IOException, InterruptedException {
    provider.person("lead", claims("Lead", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    String answer = provider.answer(fixture.begin(browser, "?to=" + to), "lead");
    HttpResponse<String> back = browser.ask(answer + "&to=" + to);
    assertEquals(
        fixture.portal().resolve("index.xhtml").toString(),
        fixture.portal().resolve(back.headers().firstValue("Location").orElseThrow()).toString());
  }

  @Test
  void sessionIsANewOne() throws IOException, InterruptedException {
    provider.person("fix", claims("Fix", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    String asked = fixture.begin(browser, "");
    String before = browser.cookieHeader();
    assertTrue(before.contains("otklik-session="), before);
    browser.open(provider.answer(asked, "fix"));
    assertNotEquals(before, browser.cookieHeader());
    assertEquals(200, fixture.whoIsIn(browser).statusCode());
  }

  @Test
  void nobodyBecomesAnotherByTheirLogin() throws IOException, InterruptedException {
    fixture.administrator().post("users", SingleSignOnFixture.newUser("namesake").build());
    Map<String, Object> claims = claims("Anna", List.of("analysts"));
    provider.person("other namesake", with(claims, "preferred_username", "namesake"));
    PortalBrowser browser = fixture.browser("en");
    fixture.signIn(browser, "other namesake");
    assertEquals("namesake-2", fixture.me(browser).getString("login"));
    fixture.signIn(browser, "other namesake");
    assertEquals("namesake-2", fixture.me(browser).getString("login"), "and is known from then on");
    assertEquals("PASSWORD", wayIn("namesake"));
  }

  @Test
  void onlyAVerifiedMailMakesSomebodyTheAwaitedUser()
      throws IOException, InterruptedException, SQLException {
    String login = "awaited";
    fixture.administrator().post("users", SingleSignOnFixture.newUser(login).build());
    PortalBrowser before = fixture.browser("en");
    fixture.signInByPassword(before, login, SingleSignOnFixture.PASSWORD);
    fixture.await(login, "Boss@Acme.Example");
    assertEquals("PROVIDER_AWAITED", wayIn(login));
    assertEquals(401, fixture.whoIsIn(before).statusCode(), "sessions by the password are over");
    for (String password : List.of(SingleSignOnFixture.PASSWORD, "no such user", "")) {
      assertEquals(401, fixture.client(login, password).send("GET", "me", "").statusCode());
    }

    Map<String, Object> claims = claims("Boss", List.of("analysts"));
    provider.person(
        "liar", with(with(claims, "email_verified", false), "email", "boss@acme.example"));
    PortalBrowser browser = fixture.browser("en");
    fixture.signIn(browser, "liar");
    assertNotEquals(login, fixture.me(browser).getString("login"));
    provider.person("boss", with(claims, "email", "BOSS@acme.example"));
    fixture.signIn(browser, "boss");
    assertEquals(login, fixture.me(browser).getString("login"));
    assertEquals("ANALYST", fixture.me(browser).getString("role"), "as the provider says");
    assertEquals("PROVIDER", wayIn(login));

    provider.person("heir", with(claims, "email", "boss@acme.example"));
    fixture.signIn(browser, "heir");
    assertNotEquals(login, fixture.me(browser).getString("login"), "a mail counts once");
  }

  @Test
  void deactivatedUserStaysOutAndEndedSessionsAreOver() throws IOException, InterruptedException {
    provider.person("olga", claims("Olga", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    fixture.signIn(browser, "olga");
    act("olga@acme.example", "end-sessions");
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    fixture.signIn(browser, "olga");
    act("olga@acme.example", "deactivate");
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    assertTold("DEACTIVATED", "is deactivated. Ask", fixture.signIn(browser, "olga"));
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    act("olga@acme.example", "reactivate");
    fixture.signIn(browser, "olga");
    assertEquals(200, fixture.whoIsIn(browser).statusCode());
  }

  @Test
  void givenPasswordEndsTheWayByTheProvider() throws IOException, InterruptedException {
    provider.person("back", claims("Back", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    fixture.signIn(browser, "back");
    String password = act("back@acme.example", "password-reset").getString("oneTimePassword");
    assertEquals("PASSWORD", wayIn("back@acme.example"));
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    HttpResponse<String> page =
        fixture.signInByPassword(fixture.browser("en"), "back@acme.example", password);
    assertEquals("/password.xhtml", page.uri().getPath());
  }

  @Test
  void somebodyAlwaysGetsInWithoutTheProvider()
      throws IOException, InterruptedException, SQLException {
    provider.person("ceo", claims("Ceo", List.of("cn=admins,ou=otklik")));
    PortalBrowser ceo = fixture.browser("en");
    fixture.signIn(ceo, "ceo");
    leaveNoOtherAdministratorWithAPassword();
    String page = "admin-user.xhtml?id=demo";
    for (String button : List.of("Remove password", "Deactivate")) {
      HttpResponse<String> told =
          ceo.press(
              fixture.open(ceo, page), "door", button, Map.of("providerEmail", "a@acme.example"));
      assertTrue(told.body().contains("last active administrator with a password"), told.body());
    }
    assertEquals("PASSWORD", wayIn("demo"));
    assertTrue(fixture.open(ceo, "password.xhtml").body().contains("Otklik stores no password"));
  }

  @Test
  void providerThatGoesDownIsToldAndThePasswordWorks() throws IOException, InterruptedException {
    provider.person("late", claims("Late", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    String answer = provider.answer(fixture.begin(browser, ""), "late");
    provider.stop();
    try {
      HttpResponse<String> page = browser.open(answer);
      assertTold("UNREACHABLE", "does not respond", page);
      assertEquals(200, fixture.signInAsAdministrator(browser, page).statusCode());
      assertEquals("demo", fixture.me(browser).getString("login"));
    } finally {
      provider.start();
    }
  }

  @Test
  void signOutLeadsOnToTheProvidersSignOut() throws IOException, InterruptedException {
    provider.person("bye", claims("Bye", List.of("analysts")));
    PortalBrowser browser = fixture.browser("en");
    HttpResponse<String> inside = fixture.signIn(browser, "bye");
    HttpResponse<String> out = browser.press(inside, "out", "Sign out", Map.of());
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    String refresh = out.headers().firstValue("Refresh").orElse("none");
    assertTrue(refresh.startsWith("0; url=" + provider.issuer() + "/end-session?"), refresh);
    HttpResponse<String> after = browser.open(refresh.replaceFirst("0; url=", ""));
    assertEquals(fixture.portal().resolve("login.xhtml?out=1"), after.uri());
    assertTrue(after.body().contains("You have signed out."), after.body());
  }

  private static Map<String, Object> claims(String name, List<String> groups) {
    String mail = name.toLowerCase() + "@acme.example";
    return Map.of(
        "name",
        name,
        "email",
        mail,
        "email_verified",
        true,
        "realm",
        Map.of("groups", groups),
        "brands",
        List.of(DemoUser.CLIENT, "not a client of ours", "none-of-ours"));
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> more = new HashMap<>(claims);
    more.put(name, value);
    return more;
  }

  private static void assertTold(String problem, String sentence, HttpResponse<String> page) {
    assertEquals(200, page.statusCode());
    assertEquals("/login.xhtml", page.uri().getPath());
    assertTrue(page.uri().getQuery().contains("sso=" + problem + "&"), page.uri()::toString);
    assertTrue(page.body().contains(sentence), page.body());
  }

  private static String wayIn(String login) throws IOException, InterruptedException {
    return fixture.administrator().object("users/" + login).getString("wayIn");
  }

  private static JsonObject act(String login, String act) throws IOException, InterruptedException {
    return fixture.administrator().post("users/" + login + "/" + act, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static void leaveNoOtherAdministratorWithAPassword()
      throws IOException, InterruptedException, SQLException {
    for (String login :
        fixture.rows(
            "select login from core.app_user where role = 'ADMINISTRATOR' and login <> 'demo'"
                + " and deactivated_at is null and password_hash is not null")) {
      act(login, "deactivate");
    }
  }

  private static String count(String person) {
    return "select count(*) from core.app_user where sso_subject = 'subject of " + person + "'";
  }

  private static List<String> audited(String login) throws SQLException {
    return fixture.rows(
        "select kind || ' ' || detail from core.audit_event join core.app_user u"
            + " on u.id = app_user_id where u.login = '"
            + login
            + "' order by audit_event.id");
  }
}
