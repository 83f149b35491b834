package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;

/** How a server is while its database is away, seen by programs and people. */
final class OutageFixture {
  /** Of all that was asked for and done meanwhile; with a trace each it would be thousands. */
  private static final int MAX_LOGGED_LINES = 400;

  private static final int REQUESTS = 20;
  private static final Map<String, String> SENTENCES =
      Map.of("en", "cannot reach its database", "ru", "не может связаться с базой данных");

  private final TestServer server;
  private final PortalBrowser signedIn;
  private final long logged;

  private OutageFixture(TestServer server, PortalBrowser signedIn, long logged) {
    this.server = server;
    this.signedIn = signedIn;
    this.logged = logged;
  }

  /** Somebody is signed in. */
  static OutageFixture of(TestServer server) throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser(server.portal(), "en");
    browser.signIn(server.user().login(), server.user().password());
    assertEquals(200, browser.ask("index.xhtml").statusCode());
    return new OutageFixture(server, browser, lines(server));
  }

  /** Also while somebody is signed in. */
  void assertSaid() throws IOException, InterruptedException {
    assertSaidToAll(server);
    assertPage(signedIn.ask("index.xhtml"), SENTENCES.get("en"));
    assertProblem(signedIn.ask("upload/videos"), SENTENCES.get("en"));
    for (int i = 0; i < REQUESTS; i++) {
      assertPage(signedIn.ask("campaign.xhtml?id=" + i), SENTENCES.get("en"));
    }
  }

  /** At once, to everybody, in their language, as a problem and as a page. */
  static void assertSaidToAll(TestServer server) throws IOException, InterruptedException {
    HttpResponse<String> health = server.administrator().send("GET", "health", "");
    assertEquals(503, health.statusCode());
    assertTrue(health.body().contains("\"DOWN\""), health.body());
    assertTrue(health.body().contains("DATABASE_AWAY"), health.body());
    for (Map.Entry<String, String> sentence : SENTENCES.entrySet()) {
      RestClient rest =
          new RestClient(
              server.portal(),
              server.user().login(),
              server.user().password(),
              Locale.forLanguageTag(sentence.getKey()));
      assertProblem(rest.send("GET", "campaigns", ""), sentence.getValue());
      assertProblem(rest.send("POST", "campaigns", "{}"), sentence.getValue());
      PortalBrowser stranger = new PortalBrowser(server.portal(), sentence.getKey());
      for (String page : List.of("login.xhtml", "index.xhtml", "shared/x")) {
        assertPage(stranger.ask(page), sentence.getValue());
      }
      assertEquals(
          200, stranger.ask("jakarta.faces.resource/otklik.css.xhtml?ln=otklik").statusCode());
    }
  }

  private static void assertProblem(HttpResponse<String> answer, String sentence) {
    assertUnavailable(answer);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().contains("\"DATABASE_AWAY\""), answer.body());
    assertTrue(answer.body().contains(sentence), answer.body());
  }

  private static void assertPage(HttpResponse<String> answer, String sentence) {
    assertUnavailable(answer);
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    assertTrue(answer.body().contains(sentence), answer.body());
    assertFalse(answer.body().contains("type=\"password\""), "nobody can sign in");
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer.uri() + ": " + answer.body());
    assertEquals("10", answer.headers().firstValue("Retry-After").orElse("none"));
  }

  /** As a standby that has not taken over: what is stored is shown, and nothing more is. */
  void assertReadOnlySaid() throws IOException, InterruptedException, SQLException {
    readOnly("on");
    try {
      await("health")
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> server.administrator().send("GET", "health", "").body(),
              one -> one.contains("DATABASE_READ_ONLY") && one.contains("\"DEGRADED\""));
      assertEquals(200, signedIn.ask("index.xhtml").statusCode());
      HttpResponse<String> refused =
          server.administrator().send("POST", "campaigns", "{\"client\":\"demo\",\"name\":\"x\"}");
      assertUnavailable(refused);
      assertTrue(refused.body().contains("\"DATABASE_READ_ONLY\""), refused.body());
    } finally {
      readOnly("off");
    }
    await("health")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> server.administrator().send("GET", "health", "").body(),
            one -> one.contains("\"UP\""));
  }

  private void readOnly(String isOn) throws SQLException {
    try (Connection connection = server.database().connect(DatabaseRole.SUPERUSER);
        Statement sql = connection.createStatement()) {
      sql.execute("alter role otklik_app set default_transaction_read_only = " + isOn);
      sql.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'otklik_app'");
    }
  }

  /** Without a restart; who was signed in still is, and the log is readable. */
  void assertOver() throws IOException, InterruptedException {
    awaitUp(server, Duration.ofSeconds(30));
    assertEquals(200, signedIn.ask("index.xhtml").statusCode());
    long written = lines(server) - logged;
    assertTrue(written < MAX_LOGGED_LINES, written + " lines were logged");
  }

  /** Answers health again; until then nobody may answer at all. */
  static void awaitUp(TestServer server, Duration patience) {
    await("the portal is back")
        .atMost(patience)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> server.administrator().send("GET", "health", "").statusCode(), one -> one == 200);
  }

  private static long lines(TestServer server) throws IOException {
    try (Stream<String> lines = Files.lines(server.settings().log())) {
      return lines.count();
    }
  }
}
