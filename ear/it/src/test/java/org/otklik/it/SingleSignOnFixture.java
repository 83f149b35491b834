package org.otklik.it;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.otklik.launcher.RestClient;

/** A server as people see it who come by its OpenID provider. */
final class SingleSignOnFixture {
  static final String PASSWORD = "a long enough password";

  private final TestServer server;
  private final String login;
  private final String password;

  /**
   * @param login an administrator with a password
   */
  SingleSignOnFixture(TestServer server, String login, String password) {
    this.server = server;
    this.login = login;
    this.password = password;
  }

  OpenIdProviderFixture provider() {
    return server.provider();
  }

  URI portal() {
    return server.portal();
  }

  RestClient administrator() {
    return server.client(login, password);
  }

  RestClient client(String login, String password) {
    return server.client(login, password);
  }

  /** A browser with a language and no cookies. */
  PortalBrowser browser(String language) {
    return new PortalBrowser(portal(), language);
  }

  HttpResponse<String> open(PortalBrowser browser, String path)
      throws IOException, InterruptedException {
    return browser.open(portal().resolve(path).toString());
  }

  HttpResponse<String> ask(PortalBrowser browser, String path)
      throws IOException, InterruptedException {
    return browser.ask(portal().resolve(path).toString());
  }

  /** Presses the button; gives the provider's address that it leads to. */
  String begin(PortalBrowser browser, String to) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(browser, "sso/begin" + to);
    return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
  }

  /** The page that somebody sees who has signed in at the provider. */
  HttpResponse<String> signIn(PortalBrowser browser, String person)
      throws IOException, InterruptedException {
    return browser.open(provider().answer(begin(browser, ""), person));
  }

  /** Who is signed in, by the API; the answer's status is 401 for nobody. */
  HttpResponse<String> whoIsIn(PortalBrowser browser) throws IOException, InterruptedException {
    return ask(browser, "api/v1/me");
  }

  JsonObject me(PortalBrowser browser) throws IOException, InterruptedException {
    HttpResponse<String> answer = whoIsIn(browser);
    if (answer.statusCode() != 200) {
      throw new AssertionError("Nobody is signed in: " + answer.body());
    }
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  HttpResponse<String> signInByPassword(PortalBrowser browser, String login, String password)
      throws IOException, InterruptedException {
    return browser.press(
        open(browser, "login.xhtml"),
        "login",
        "Sign in",
        Map.of("user", login, "password", password));
  }

  /** By the form of the page that the browser is at. */
  HttpResponse<String> signInAsAdministrator(PortalBrowser browser, HttpResponse<String> page)
      throws IOException, InterruptedException {
    return browser.press(page, "login", "Sign in", Map.of("user", login, "password", password));
  }

  void signInAsAdministrator(Page page) {
    Chromium.signIn(page, login, password);
  }

  /** A reader without clients, with {@link #PASSWORD}. */
  static JsonObjectBuilder newUser(String login) {
    return Json.createObjectBuilder()
        .add("login", login)
        .add("password", PASSWORD)
        .add("role", "READER");
  }

  /** From now on the user is whoever comes first with this mail. */
  void await(String login, String mail) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        administrator()
            .send("PUT", "users/" + login + "/provider-email", "{\"email\": \"" + mail + "\"}");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  List<String> rows(String sql) throws SQLException {
    return server.rows(sql);
  }
}
