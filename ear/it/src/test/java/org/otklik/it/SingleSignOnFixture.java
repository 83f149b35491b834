package org.otklik.it;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JOSEException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;

/** A server of its own whose users come by a provider, which is not started yet. */
final class SingleSignOnFixture implements AutoCloseable {
  static final String PASSWORD = "a long enough password";

  private static final DemoUser USER = DemoUser.random();

  private final OpenIdProviderFixture provider;
  private final LocalDatabase database;
  private final OtklikServer server;

  private SingleSignOnFixture(
      OpenIdProviderFixture provider, LocalDatabase database, OtklikServer server) {
    this.provider = provider;
    this.database = database;
    this.server = server;
  }

  /**
   * @param more properties of the server
   */
  static SingleSignOnFixture start(String name, Map<String, String> more)
      throws IOException, InterruptedException, JOSEException {
    Path folder = TestGround.newFolder(name);
    OpenIdProviderFixture provider = OpenIdProviderFixture.create();
    LocalDatabase database =
        LocalDatabase.start(
            TestGround.layout().database(folder.resolve("postgres"), false),
            TestGround.guard(),
            TestGround.console());
    DatabaseMigration.migrate(database);
    Path secret = folder.resolve("client-secret");
    Files.writeString(secret, OpenIdProviderFixture.SECRET + "\n");
    ServerSettings settings =
        USER.on(ServerSettings.of(TestGround.layout(), folder.resolve("server")));
    String portal = "http://127.0.0.1:" + settings.httpPort();
    Map<String, String> properties = new TreeMap<>(more);
    properties.put("otklik.portal.url", portal);
    properties.put("otklik.sso.issuer", provider.issuer().toString());
    properties.put("otklik.sso.client-id", OpenIdProviderFixture.CLIENT);
    properties.put("otklik.sso.client-secret-file", secret.toString());
    for (Map.Entry<String, String> property : properties.entrySet()) {
      settings = settings.with(property.getKey(), property.getValue());
    }
    provider.register(URI.create(portal + "/"));
    return new SingleSignOnFixture(
        provider,
        database,
        OtklikServer.start(settings, database, TestGround.guard(), TestGround.console()));
  }

  OpenIdProviderFixture provider() {
    return provider;
  }

  URI portal() {
    return server.baseUri();
  }

  RestClient administrator() {
    return client(USER.login(), USER.password());
  }

  RestClient client(String login, String password) {
    return new RestClient(portal(), login, password, Locale.ENGLISH);
  }

  /** A browser with a language and no cookies. */
  PortalBrowser browser(String language) {
    return new PortalBrowser(language);
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
    return browser.open(provider.answer(begin(browser, ""), person));
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
    return browser.press(
        page, "login", "Sign in", Map.of("user", USER.login(), "password", USER.password()));
  }

  void signInAsAdministrator(Page page) {
    Chromium.signIn(page, USER.login(), USER.password());
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
    return Sql.rows(database, DatabaseRole.OWNER, sql);
  }

  @Override
  public void close() throws IOException {
    provider.close();
    server.close();
    database.close();
  }
}
