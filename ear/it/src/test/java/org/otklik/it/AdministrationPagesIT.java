package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.launcher.RestClient;

/** From a new server without users, in a real browser, to a user who falls out. */
class AdministrationPagesIT {
  private static final String CODE = NewServer.CODE;
  private static final String PASSWORD = NewServer.PASSWORD;

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void newServerIsSetUpAndItsUsersComeAndGo()
      throws IOException, InterruptedException, SQLException {
    Page late = window("en", 1280, ColorScheme.LIGHT);
    late.navigate("index.xhtml");
    assertThat(late.locator("h1")).hasText("Set up this server");
    look(late, "setup-en");
    fill(late, "wrong-code", "late", "quite another password");

    Page admin = window("ru", 1280, ColorScheme.LIGHT);
    admin.navigate("creative.xhtml?id=x");
    assertThat(admin.locator("h1")).hasText("Настройка сервера");
    look(admin, "setup-ru");
    fill(admin, "wrong-code", "boss", PASSWORD);
    press(admin, "Создать администратора");
    assertThat(admin.locator(".told-list .bad")).containsText("Код настройки неверен.");
    fill(admin, CODE, "boss", "1234567890");
    press(admin, "Создать администратора");
    assertThat(admin.locator(".told-list .bad")).containsText("слишком распространён");
    fill(admin, CODE, "boss", PASSWORD);
    admin.fill("#client", "Чай Tea");
    press(admin, "Создать администратора");
    assertThat(admin.locator("h1")).hasText("Кампании");

    fill(late, CODE, "late", "quite another password");
    press(late, "Create administrator");
    assertThat(late.locator(".told-list .bad")).containsText("already set up");
    late.navigate("index.xhtml");
    assertThat(late.locator("h1")).hasText("Sign in");
    assertEquals(
        List.of("boss|ADMINISTRATOR|tea"),
        TestGround.newServer()
            .rows(
                """
            select login, role, code from core.app_user
            join core.client_member on app_user_id = app_user.id
            join core.client on client.id = client_id
            """));

    String oneTime = makeAnna(admin);
    Page anna = window("en", 820, ColorScheme.LIGHT);
    Chromium.signIn(anna, "anna", oneTime);
    choosePassword(anna, oneTime);
    deactivate(admin, anna);
    lookAtAll(admin);
    administratorsDoNotShutEachOtherOut();
  }

  private static String makeAnna(Page admin) throws IOException {
    admin.locator("nav.rooms").getByText("Администрирование").click();
    admin.getByText("Новый пользователь").click();
    look(admin, "admin-user-new-ru");
    admin.fill("#login", "anna");
    admin.fill("#name", "Анна Петрова");
    admin.getByLabel("Чай Tea").check();
    admin.selectOption("#locale", "en");
    press(admin, "Создать пользователя");
    look(admin, "admin-user-made-ru");
    return admin.locator(".one-time code").textContent().strip();
  }

  private static void choosePassword(Page anna, String oneTime) throws IOException {
    assertThat(anna.locator("h1")).hasText("Change password");
    anna.navigate("index.xhtml");
    assertThat(anna.locator("h1")).hasText("Change password");
    look(anna, "password-en");
    anna.fill("#old", oneTime);
    anna.fill("#password", PASSWORD);
    anna.fill("#again", PASSWORD + "?");
    press(anna, "Change password");
    assertThat(anna.locator(".told-list .bad")).containsText("differ");
    assertThat(anna.locator("#again")).isFocused();
    assertThat(anna.locator("#again")).hasAttribute("aria-invalid", "true");
    anna.fill("#old", oneTime);
    anna.fill("#password", PASSWORD);
    anna.fill("#again", PASSWORD);
    press(anna, "Change password");
    assertThat(anna.locator("h1")).hasText("Campaigns");
    assertThat(anna.locator("nav.rooms").getByText("Administration")).hasCount(0);
    assertEquals(403, anna.navigate("admin-users.xhtml").status());
    anna.navigate("index.xhtml");
  }

  private static void deactivate(Page admin, Page anna) {
    press(admin, "Отключить");
    assertThat(admin.locator(".told-list .good")).containsText("отключён");
    anna.navigate("index.xhtml");
    assertThat(anna.locator("h1")).hasText("Sign in");
    anna.fill("#user", "anna");
    anna.fill("input[type=password]", PASSWORD);
    anna.locator("input[type=password]").press("Enter");
    assertThat(anna.locator(".told-list .bad")).isVisible();
    assertThat(anna.locator("input[type=password]")).isFocused();
    assertThat(anna.locator("input[type=password]")).hasAttribute("aria-invalid", "true");
    press(admin, "Включить снова");
    Chromium.signIn(anna, "anna", PASSWORD);
    assertThat(anna.locator("h1")).hasText("Campaigns");
  }

  private static void lookAtAll(Page admin) throws IOException {
    Page narrow = window("en", 820, ColorScheme.DARK);
    narrow.navigate("login.xhtml?lang=en");
    Chromium.signIn(narrow, "boss", PASSWORD);
    for (String room :
        List.of("users", "clients", "audit", "status", "jobs", "models", "storage", "settings")) {
      String address = "admin-" + room + ".xhtml";
      assertEquals(200, admin.navigate(address).status(), address);
      look(admin, "admin-" + room + "-ru-light");
      narrow.navigate(address);
      look(narrow, "admin-" + room + "-en-dark");
    }
    admin.navigate("admin-audit.xhtml");
    admin.selectOption("#kind", "USER_DEACTIVATED");
    admin.getByText("Показать").click();
    assertThat(admin.locator("tbody tr")).hasCount(1);
    assertThat(admin.locator("tbody tr")).containsText("anna");
  }

  /** Each of two at the same moment: one comes too late, and one of them stays. */
  private static void administratorsDoNotShutEachOtherOut()
      throws IOException, InterruptedException, SQLException {
    RestClient boss = client("boss", PASSWORD);
    boss.send(
        "POST",
        "users",
        "{\"login\": \"vice\", \"role\": \"ADMINISTRATOR\", \"password\": \"" + PASSWORD + "\"}");
    RestClient vice = client("vice", PASSWORD);
    vice.object("me");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<HttpResponse<String>>> both = new ArrayList<>();
      both.add(threads.submit(() -> boss.send("POST", "users/vice/deactivate", "")));
      both.add(threads.submit(() -> vice.send("POST", "users/boss/deactivate", "")));
      List<Integer> statuses = new ArrayList<>();
      for (Future<HttpResponse<String>> one : both) {
        try {
          statuses.add(one.get(1, TimeUnit.MINUTES).statusCode());
        } catch (ExecutionException | TimeoutException e) {
          throw new IOException(e);
        }
      }
      assertTrue(statuses.contains(200), statuses::toString);
    } finally {
      threads.shutdownNow();
    }
    assertEquals(
        List.of("1"),
        TestGround.newServer()
            .rows(
                "select count(*) from core.app_user"
                    + " where role = 'ADMINISTRATOR' and deactivated_at is null"));
    for (RestClient one : List.of(boss, vice)) {
      one.send("POST", "users/boss/reactivate", ""); // the other one does it
    }
  }

  private static RestClient client(String login, String password) {
    return TestGround.newServer().client(login, password);
  }

  private static Page window(String language, int widthPx, ColorScheme colours) {
    Browser.NewContextOptions options =
        Chromium.options(TestGround.newServer().portal(), language)
            .setViewportSize(widthPx, 800)
            .setColorScheme(colours);
    return chromium.window(options);
  }

  private static void fill(Page page, String code, String login, String password) {
    page.fill("#code", code);
    page.fill("#login", login);
    page.fill("#password", password);
    page.fill("#again", password);
  }

  private static void press(Page page, String label) {
    page.locator("main button:has-text(\"" + label + "\")").click();
    page.waitForLoadState();
  }

  private static void look(Page page, String name) throws IOException {
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    assertThat(page.locator("h1")).hasCount(1);
    Chromium.picture(page, name);
    Axe.assertNothingFound(page, name);
  }
}
