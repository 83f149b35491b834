package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Single sign-on as people see it, where administrators say by mail who comes that way. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SingleSignOnPagesIT {
  @RegisterExtension static final Chromium chromium = new Chromium();

  private static SingleSignOnFixture fixture;

  @BeforeAll
  static void look() throws IOException, InterruptedException, SQLException {
    NewServer.setUp();
    fixture = new SingleSignOnFixture(TestGround.newServer(), NewServer.LOGIN, NewServer.PASSWORD);
  }

  /** Before anything else has asked the provider where it has what. */
  @Test
  @Order(1)
  void portalStartsAndWorksWhileTheProviderIsDown() throws IOException, InterruptedException {
    Page page = window("en");
    page.navigate("images.xhtml");
    page.getByText("Sign in with Acme ID").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Acme ID does not respond");
    look(page, "sso-down-en");
    HttpResponse<String> answer = fixture.administrator().send("GET", "me", "");
    assertEquals(200, answer.statusCode(), "programs come by their passwords");
    fixture.provider().start();
  }

  @Test
  @Order(2)
  void userWhomAnAdministratorAwaitsComesAndGoes() throws IOException, InterruptedException {
    Page admin = window("en");
    fixture.signInAsAdministrator(admin);
    admin.getByText("English").click(); // whoever set the server up may have done so in Russian
    admin.navigate("admin-user.xhtml");
    admin.fill("#login", "jane");
    admin.fill("#name", "Jane Doe");
    admin.fill("#newProviderEmail", "Jane@Acme.example");
    look(admin, "sso-new-user-en");
    admin.getByText("Create user").click();
    assertThat(admin.locator(".told-list .good")).containsText("can sign in with their email");
    assertThat(admin.locator(".one-time")).hasCount(0);
    assertThat(admin.locator("#door"))
        .containsText("Will sign in with Acme ID as jane@acme.example");
    look(admin, "sso-user-en");
    admin.navigate("admin-users.xhtml");
    assertThat(row(admin, "jane")).containsText("Single sign-on, not used yet");

    fixture.provider().person("jane", person("jane@acme.example"));
    Page jane = window("en");
    jane.navigate("images.xhtml");
    look(jane, "sso-login-en");
    atProvider(jane, "Sign in with Acme ID", "jane", "Continue");
    assertThat(jane).hasURL(Pattern.compile(".*/images\\.xhtml"));
    jane.locator("summary.who").click();
    assertThat(jane.locator(".menu-items")).not().containsText("password");
    jane.navigate("password.xhtml");
    assertThat(jane.locator("main")).containsText("You sign in with Acme ID,");
    assertThat(jane.locator("input[type=password]")).hasCount(0);
    look(jane, "sso-password-en");
    admin.navigate("admin-users.xhtml");
    assertThat(row(admin, "jane")).containsText("Single sign-on");

    jane.navigate("index.xhtml");
    jane.locator("summary.who").click();
    jane.getByText("Sign out").click();
    assertThat(jane).hasURL(Pattern.compile(".*/login\\.xhtml\\?out=1"));
    assertThat(jane.locator("main")).containsText("You have signed out.");
    jane.navigate("index.xhtml");
    assertThat(jane.locator("h1")).hasText("Sign in");
  }

  @Test
  @Order(3)
  void strangersAreToldInTheirLanguageWhatToDo() throws IOException, InterruptedException {
    fixture.provider().person("ivan", person("ivan@acme.example"));
    Page ivan = window("ru");
    ivan.navigate("index.xhtml");
    look(ivan, "sso-login-ru");
    atProvider(ivan, "Войти через Acme ID", "ivan", "Refuse");
    Locator told = ivan.getByRole(AriaRole.ALERT);
    assertThat(told).containsText("отказала в доступе");
    atProvider(ivan, "Войти через Acme ID", "ivan", "Continue");
    assertThat(told).containsText("Попросите администратора");
    look(ivan, "sso-unknown-ru");
    assertEquals(
        401,
        fixture.client("ivan@acme.example", "x").send("GET", "me", "").statusCode(),
        "nobody was made");
  }

  @Test
  @Order(4)
  void passwordIsTakenAwayAndGivenBack() throws IOException, InterruptedException {
    fixture.administrator().post("users", SingleSignOnFixture.newUser("petr").build());
    Page admin = window("ru");
    fixture.signInAsAdministrator(admin);
    admin.getByText("Русский").click();
    admin.navigate("admin-user.xhtml?id=petr");
    admin.getByText("Перевести на вход через Acme ID…").click();
    admin.fill("#providerEmail", "petr at acme");
    admin.getByText("Удалить пароль").click();
    assertThat(admin.locator(".told-list .bad")).isVisible();
    admin.getByText("Перевести на вход через Acme ID…").click();
    admin.fill("#providerEmail", "petr@acme.example");
    admin.getByText("Удалить пароль").click();
    assertThat(admin.locator(".told-list .good")).containsText("пароль удалён");
    fixture.provider().person("petr", person("petr@acme.example"));
    PortalBrowser browser = fixture.browser("ru");
    fixture.signIn(browser, "petr");
    assertEquals("petr", fixture.me(browser).getString("login"));

    admin.navigate("admin-user.xhtml?id=petr");
    assertThat(admin.locator("#door")).containsText("Входит через Acme ID, пароля нет.");
    look(admin, "sso-user-ru");
    admin.getByText("Перевести на вход по паролю…").click();
    admin.getByText("Сбросить пароль").click();
    assertThat(admin.locator(".one-time code")).isVisible();
    assertEquals(401, fixture.whoIsIn(browser).statusCode());
    HttpResponse<String> again = fixture.signIn(browser, "petr");
    assertTrue(again.uri().getQuery().contains("sso=UNKNOWN"), again.uri()::toString);
  }

  private static Page window(String language) {
    Browser.NewContextOptions options = Chromium.options(fixture.portal(), language);
    return chromium.window(options, Set.of(fixture.portal(), fixture.provider().issuer()));
  }

  private static Locator row(Page page, String login) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(login));
  }

  private static void atProvider(Page page, String button, String person, String says) {
    page.getByText(button).click();
    page.fill("[name=person]", person);
    page.getByText(says).click();
  }

  private static Map<String, Object> person(String mail) {
    return Map.of("email", mail, "email_verified", true, "groups", List.of("admins"));
  }

  private static void look(Page page, String name) throws IOException {
    Axe.assertNothingFound(page, name);
    Chromium.picture(page, name);
  }
}
