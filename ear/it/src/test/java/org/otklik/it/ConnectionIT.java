package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends slowly, too much or under a foreign name stops nobody else. */
class ConnectionIT {
  /** More than the server has threads for requests, sixteen a processor. */
  private static final int MANY = 20 * Runtime.getRuntime().availableProcessors();

  /** Shorter than the server waits for a byte of an upload. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final List<RawConnection> open = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void hangUp() throws IOException {
    for (RawConnection one : open) {
      one.close();
    }
  }

  private RawConnection connect(URI server) throws IOException {
    RawConnection one = RawConnection.to(server);
    open.add(one);
    return one;
  }

  private RawConnection begin(String method, String path, String... headers) throws IOException {
    RawConnection one = connect(TestGround.portal());
    one.send(method + " /" + path + " HTTP/1.1", "Host: " + TestGround.portal().getAuthority());
    return one.send(headers);
  }

  private void assertOthersAreServed() throws IOException, InterruptedException {
    for (String path : List.of("api/v1/health", "login.xhtml")) {
      HttpRequest request =
          HttpRequest.newBuilder(TestGround.portal().resolve(path)).timeout(PATIENCE).build();
      assertEquals(200, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
  void slowFormsOfStrangersHoldNobodyUp(String length) throws IOException, InterruptedException {
    for (int i = 0; i < MANY; i++) {
      begin("POST", "login.xhtml", "Content-Type: application/x-www-form-urlencoded", length, "")
          .write(length.contains("chunked") ? "5\r\nlogin\r\n" : "login");
    }
    assertOthersAreServed();
  }

  @Test
  void slowUploadsOfOneUserHoldNobodyUp() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "Slow", DemoVideoFixture.ad());
    UserFixture analyst = UserFixture.of("ANALYST");
    String credentials = analyst.login() + ":" + analyst.password();
    for (int i = 0; i < MANY; i++) {
      begin(
              "POST",
              "api/v1/creatives/" + campaign.creativeId() + "/recordings?viewer=slow" + i,
              "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()),
              "Content-Type: video/mp4",
              "Content-Length: 5000000",
              "")
          .write("....");
    }
    assertOthersAreServed();
    await("all but a few are told to come again")
        .atMost(PATIENCE)
        .until(() -> answered() >= MANY - 6);
    for (RawConnection one : open) {
      if (one.isAnswered()) {
        assertEquals(429, one.status());
      }
    }
  }

  /** Players stop reading when they have enough: a video is sent without a thread. */
  @Test
  void readersWhoTakeNothingHoldNobodyUp() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "Read slowly", largeVideo());
    UserFixture reader = UserFixture.of("ADMINISTRATOR");
    String credentials = reader.login() + ":" + reader.password();
    for (int i = 0; i < MANY; i++) {
      begin(
          "GET",
          "api/v1/creatives/" + campaign.creativeId() + "/video",
          "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()),
          "");
    }
    await("each has its first bytes").atMost(PATIENCE).until(() -> answered() == MANY);
    assertOthersAreServed();
    assertEquals(200, open.get(0).status());
  }

  @Test
  void readersOfAViewersArchiveWhoTakeNothingHoldNobodyUp()
      throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "Taken slowly", DemoVideoFixture.ad());
    campaign.record("V", largeVideo());
    UserFixture reader = UserFixture.of("ADMINISTRATOR");
    String credentials = reader.login() + ":" + reader.password();
    for (int i = 0; i < MANY; i++) {
      begin(
          "GET",
          "api/v1/campaigns/" + campaign.campaignId() + "/viewers/V/file",
          "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()),
          "");
    }
    await("each has its first bytes").atMost(PATIENCE).until(() -> answered() == MANY);
    assertOthersAreServed();
  }

  /**
   * More than the system's buffers of a connection take: with a box at its end that says nothing.
   */
  private static Path largeVideo() throws IOException {
    ByteBuffer free = ByteBuffer.allocate(16 << 20);
    free.putInt(free.capacity()).put("free".getBytes(StandardCharsets.US_ASCII));
    Path video = TestGround.newFolder("large").resolve("large.mp4");
    Files.copy(DemoVideoFixture.ad(), video);
    Files.write(video, free.array(), StandardOpenOption.APPEND);
    return video;
  }

  @Test
  void http2IsNotSpoken() throws IOException {
    RawConnection one = connect(TestGround.portal());
    one.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
    assertNotEquals('\0', one.firstByte(), "a frame of HTTP/2 begins with its length");
  }

  @Test
  void userNameWithANulIsAsUnknownAsAnyOther() throws IOException {
    String credentials = Base64.getEncoder().encodeToString("a\0b:c".getBytes());
    assertEquals(
        401, begin("GET", "api/v1/me", "Authorization: Basic " + credentials, "").status());
  }

  @Test
  void cookiesOfOtherApplicationsDoNotMatter() throws IOException {
    for (String cookie : List.of("user=Иван", "a=\u0001", "b=1;".repeat(300))) {
      RawConnection one = begin("GET", "login.xhtml");
      one.write(("Cookie: " + cookie + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      assertEquals(200, one.status(), cookie);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "participations/%FF, Accept, */*",
    "study-links/x, Accept, x",
    "study-links/x, Accept-Language, ;q=zz",
    "study-links/x/participations, Content-Type, ;;;"
  })
  void malformedRequestIsToldWhatToCorrect(String path, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(TestGround.portal().resolve("api/v1/" + path)).header(header, value);
    if (header.equals("Content-Type")) {
      request.POST(HttpRequest.BodyPublishers.ofString("{}"));
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("REQUEST_MALFORMED"), answer.body());
  }

  @Test
  void slowPartsOfStrangersHoldNobodyUp() throws IOException, InterruptedException {
    for (int i = 0; i < MANY; i++) {
      begin(
              "PATCH",
              "upload/recording-" + i,
              "Content-Type: application/offset+octet-stream",
              "Upload-Offset: 0",
              "Tus-Resumable: 1.0.0",
              "Content-Length: 5000000",
              "")
          .write("....");
    }
    assertOthersAreServed();
  }

  private int answered() throws IOException {
    int count = 0;
    for (RawConnection one : open) {
      count += one.isAnswered() ? 1 : 0;
    }
    return count;
  }

  @Test
  void strangersFormsAreNotReadWithoutEnd() throws IOException {
    assertEquals(413, begin("POST", "login.xhtml", "Content-Length: 20000000", "").status());
  }

  @Test
  void headersHaveALimit() throws IOException {
    RawConnection one = begin("GET", "login.xhtml", "X-Long: " + "x".repeat(20_000), "");
    int status = one.status();
    assertTrue(status == 0 || status >= 400 && status < 500, "" + status);
  }

  @Test
  void noAddressIsMadeOfAForeignHost() throws IOException {
    RawConnection one = connect(TestGround.portal());
    one.send("GET /index.xhtml HTTP/1.1", "Host: evil.example", "");
    List<String> head = one.head();
    assertTrue(head.get(0).contains(" 421 "), head::toString);
    assertFalse(head.toString().contains("http://evil.example"), head::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "console/index.html", "wildfly-services"})
  void doorsThatAreNotThePortalsAreClosed(String path) throws IOException {
    List<String> head = begin("GET", path, "").head();
    assertFalse(head.toString().contains("ApplicationRealm"), head::toString);
    assertFalse(
        head.toString().contains(":" + TestGround.server().settings().managementPort()),
        head::toString);
  }

  @Test
  void formsWithTooManyFieldsAreTheSendersFault() throws IOException, InterruptedException {
    String form = "a=1&".repeat(1001);
    RawConnection one =
        begin(
            "POST",
            "login.xhtml",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + form.length(),
            "");
    one.write(form);
    assertEquals(400, one.status());
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 5000, 30_000})
  void deepJsonIsTheSendersFault(int depth) throws IOException, InterruptedException {
    for (String json :
        List.of(
            "{\"name\": " + "[".repeat(depth) + "]".repeat(depth) + "}",
            "[".repeat(depth) + "]".repeat(depth),
            "{\"a\":".repeat(depth) + "1" + "}".repeat(depth))) {
      HttpResponse<String> answer = TestGround.administrator().send("POST", "campaigns", json);
      assertEquals(400, answer.statusCode(), answer.body());
    }
  }

  @Test
  void viewStatesThatAreNoneEndTheSession() throws IOException, InterruptedException {
    PortalBrowser browser = signedIn();
    for (String state : List.of("stateless", "1:2", "x".repeat(100_000))) {
      HttpResponse<String> answer =
          browser.post("index.xhtml", Map.of("jakarta.faces.ViewState", state));
      assertEquals(403, answer.statusCode(), state.substring(0, Math.min(20, state.length())));
    }
  }

  private static PortalBrowser signedIn() throws IOException, InterruptedException {
    UserFixture reader = UserFixture.of("READER");
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(reader.login(), reader.password());
    return browser;
  }

  private static String session(PortalBrowser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("otklik-session"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void pagesOfOtherSitesDoNotListen() throws IOException, InterruptedException {
    String campaign = CampaignFixture.campaign(TestGround.administrator(), "Listened to");
    String cookie = "Cookie: otklik-session=" + session(signedIn());
    String own = TestGround.portal().toString().replaceFirst("/$", "");
    for (String origin : List.of("X-No: origin", "Origin: https://evil.example", "Origin: null")) {
      assertEquals(403, listen(campaign, cookie, origin), origin);
    }
    assertEquals(101, listen(campaign, cookie, "Origin: " + own));
    assertEquals(
        403, listen(campaign, cookie, "Origin: " + own + "\r\nSec-Fetch-Site: cross-site"));
  }

  private int listen(String campaign, String... headers) throws IOException {
    RawConnection one = begin("GET", "live/campaigns/" + campaign, headers);
    return one.send(
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "")
        .status();
  }

  @Test
  void oldBrowsersAreNotSignedInByOtherSites() throws IOException {
    String form = "x=1";
    assertEquals(
        403,
        begin(
                "POST",
                "login.xhtml",
                "Origin: https://evil.example",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "")
            .write(form)
            .status());
  }

  @Test
  void oneUserDoesNotTakeAllLiveConnections() throws IOException, InterruptedException {
    String campaign = CampaignFixture.campaign(TestGround.administrator(), "Crowded");
    PortalBrowser greedy = signedIn();
    List<Integer> closed = new ArrayList<>();
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      sockets.add(socket(campaign, greedy, closed));
    }
    await("the last five are refused").atMost(PATIENCE).until(() -> size(closed) == 5);
    assertEquals(List.of(1013, 1013, 1013, 1013, 1013), closed);
    socket(campaign, signedIn(), closed).abort();
    assertEquals(5, size(closed), "another user is welcome");
    sockets.forEach(WebSocket::abort);
  }

  private static int size(List<Integer> closed) {
    synchronized (closed) {
      return closed.size();
    }
  }

  private WebSocket socket(String campaign, PortalBrowser browser, List<Integer> closed) {
    URI portal = TestGround.portal();
    return http.newWebSocketBuilder()
        .header("Cookie", "otklik-session=" + session(browser))
        .header("Origin", portal.toString().replaceFirst("/$", ""))
        .buildAsync(
            URI.create("ws://" + portal.getAuthority() + "/live/campaigns/" + campaign),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                synchronized (closed) {
                  closed.add(status);
                }
                return CompletableFuture.completedFuture(null);
              }
            })
        .join();
  }

  @Test
  void trustedProxysWordIsTakenForClientAndScheme()
      throws IOException, InterruptedException, SQLException {
    NewServer.setUp();
    URI portal = TestGround.newServer().portal();
    RawConnection one = connect(portal);
    one.send(
        "GET /index.xhtml HTTP/1.1",
        "Host: " + portal.getAuthority(),
        "X-Forwarded-For: 6.6.6.6, 203.0.113.9",
        "X-Forwarded-Proto: https",
        "");
    List<String> head = one.head();
    assertTrue(
        head.stream().anyMatch(line -> line.matches("(?i)Location: (https://|/).*")),
        head::toString);
    assertTrue(head.toString().contains("Strict-Transport-Security"), head::toString);
    String wrong = Base64.getEncoder().encodeToString("boss:wrong".getBytes());
    connect(portal)
        .send(
            "GET /api/v1/me HTTP/1.1",
            "Host: " + portal.getAuthority(),
            "X-Forwarded-For: 6.6.6.6, 203.0.113.9",
            "Authorization: Basic " + wrong,
            "")
        .head();
    assertEquals(
        List.of("203.0.113.9"),
        TestGround.newServer()
            .rows("select distinct address from core.audit_event where address like '203.%'"));
  }
}
