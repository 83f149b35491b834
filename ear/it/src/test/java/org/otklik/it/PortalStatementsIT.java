package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.bench.server.StatementCounts;

/** What pages ask the database, counted by the database. */
class PortalStatementsIT {
  private static final Set<String> OF_TRANSACTIONS = Set.of("BEGIN", "COMMIT", "ROLLBACK");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OPENED = 10;
  private static final int MORE_CREATIVES = 3;
  private static final int LISTENERS = 50;

  private static final String STIR = "as is_busy";
  private static final String PULSE = "run.progress_ms::bigint";
  private static final String HEARERS = "member.client_id = campaign.client_id";
  private static final String DISPATCHER = "job_request";

  private static CampaignFixture few;
  private static CampaignFixture many;
  private static StatementCounts counts;

  private static void provide() throws IOException, InterruptedException, SQLException {
    if (counts == null) {
      few = CampaignFixture.create(TestGround.administrator(), "Few", DemoVideoFixture.ad());
      ViewersFixture.shared().add(few.creativeId(), 6);
      many = CampaignFixture.create(TestGround.administrator(), "Many", DemoVideoFixture.ad());
      ViewersFixture.shared().add(many.creativeId(), 60);
      for (int i = 0; i < MORE_CREATIVES; i++) {
        String ad = "campaigns/" + many.campaignId() + "/creatives?name=Ad%20" + i;
        String creative =
            TestGround.administrator().upload(ad, DemoVideoFixture.ad()).getString("id");
        ViewersFixture.shared().add(creative, 60);
      }
      counts = StatementCounts.of(TestGround.database());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "campaign.xhtml?id=CAMPAIGN",
        "creative.xhtml?id=CREATIVE",
        "reports.xhtml?campaign=CAMPAIGN",
        "schedules.xhtml?campaign=CAMPAIGN",
        "answers.xhtml?campaign=CAMPAIGN",
        "campaign-settings.xhtml?campaign=CAMPAIGN",
        "api/v1/campaigns/CAMPAIGN",
        "api/v1/creatives/CREATIVE/viewings"
      })
  void noStatementIsAskedMoreOftenForMoreRows(String page)
      throws IOException, InterruptedException, SQLException {
    provide();
    PortalBrowser browser = new PortalBrowser("en");
    UserFixture analyst = UserFixture.of("ANALYST");
    browser.signIn(analyst.login(), analyst.password());
    Map<String, Long> ofFew = asked(browser, page, few);
    Map<String, Long> ofMany = asked(browser, page, many);
    ofMany.forEach(
        (statement, times) ->
            assertTrue(
                times < ofFew.getOrDefault(statement, 0L) + OPENED * MORE_CREATIVES / 2,
                () -> times + " times, not " + ofFew.get(statement) + ": " + statement));
  }

  /** Without what the server's own timers ask. */
  private static Map<String, Long> asked(PortalBrowser browser, String page, CampaignFixture of)
      throws IOException, InterruptedException, SQLException {
    String path = page.replace("CAMPAIGN", of.campaignId()).replace("CREATIVE", of.creativeId());
    Map<String, Long> before = counts.now();
    for (int i = 0; i < OPENED; i++) {
      HttpResponse<String> answer = browser.open(path);
      assertEquals(200, answer.statusCode(), answer.body());
    }
    Map<String, Long> since = counts.since(before);
    since.keySet().removeIf(statement -> statement.contains(DISPATCHER));
    since.keySet().removeAll(OF_TRANSACTIONS); // of timers, too: more, the longer a page takes
    assertTrue(since.values().stream().anyMatch(times -> times >= OPENED), since.toString());
    return since;
  }

  @Test
  void fiftyOpenPagesCostWhatOneCosts() throws IOException, InterruptedException, SQLException {
    provide();
    List<Page> pages = new ArrayList<>();
    for (int user = 0; user < 2; user++) { // nobody has that many open alone
      PortalBrowser browser = new PortalBrowser("en");
      UserFixture reader = UserFixture.of("READER");
      browser.signIn(reader.login(), reader.password());
      for (int i = 0; i < LISTENERS / 2; i++) {
        pages.add(Page.open(browser, many.campaignId()));
      }
    }
    await(pages, 1);

    Map<String, Long> before = counts.now();
    ViewersFixture.shared().summarise(many.creativeId());
    await(pages, 2);
    Map<String, Long> since = counts.since(before);
    long rounds = calls(since, STIR);
    assertTrue(rounds > 0, since.toString());
    assertTrue(calls(since, PULSE) <= rounds, since.toString());
    assertTrue(calls(since, HEARERS) <= rounds, since.toString());

    pages.forEach(page -> page.socket.abort());
    nothingIsReadAnyMore();
  }

  /** For three seconds, by the dispatcher's statements. */
  private static void nothingIsReadAnyMore() throws SQLException {
    AtomicReference<Map<String, Long>> last = new AtomicReference<>(counts.now());
    Awaitility.await("pages that have gone are still read for")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              Map<String, Long> since = counts.since(last.get());
              if (calls(since, STIR) > 0) {
                last.set(counts.now());
                return false;
              }
              return calls(since, DISPATCHER) / 3 >= 3;
            });
  }

  private static long calls(Map<String, Long> counted, String part) {
    return counted.entrySet().stream()
        .filter(one -> one.getKey().contains(part))
        .filter(one -> part.equals(STIR) || !one.getKey().contains(STIR))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static void await(List<Page> pages, int messages) {
    Awaitility.await("not all pages were told")
        .atMost(PATIENCE)
        .until(() -> pages.stream().allMatch(page -> page.heard.get() >= messages));
  }

  /** One that listens. */
  private record Page(WebSocket socket, AtomicInteger heard) {
    static Page open(PortalBrowser browser, String campaign) {
      AtomicInteger heard = new AtomicInteger();
      URI address =
          URI.create(
              "ws://127.0.0.1:" + TestGround.portal().getPort() + "/live/campaigns/" + campaign);
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Cookie", browser.cookieHeader())
              .header("Origin", TestGround.portal().toString().replaceFirst("/$", ""))
              .buildAsync(
                  address,
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        WebSocket from, CharSequence text, boolean last) {
                      if (last) {
                        heard.incrementAndGet();
                      }
                      from.request(1);
                      return null;
                    }
                  })
              .join();
      return new Page(socket, heard);
    }
  }
}
