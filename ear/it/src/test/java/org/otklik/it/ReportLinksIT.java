package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;

/** Links to reports: what they open, for whom, and for how long. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ReportLinksIT {
  private static final JsonObject WEEK = Json.createObjectBuilder().add("days", 7).build();
  private static final String OVER = "This link opens no report";

  private static CampaignFixture campaign;

  private final RestClient rest = TestGround.administrator();
  private final HttpClient stranger = HttpClient.newHttpClient();
  private String report;

  @BeforeEach
  void provideReport() throws IOException, InterruptedException, SQLException {
    if (campaign == null) {
      CampaignFixture made = CampaignFixture.create(rest, "Shared / Общая", DemoVideoFixture.ad());
      ViewersFixture.shared().add(made.creativeId(), 6);
      ViewersFixture.shared().summarise(made.creativeId());
      made.settled();
      campaign = made;
    }
    report =
        campaign
            .made(
                "creatives/" + campaign.creativeId() + "/reports",
                Json.createObjectBuilder().add("locale", "ru").build())
            .getString("id");
  }

  @Test
  void opensThisReportWithoutASignInAndCountsIt() throws IOException, InterruptedException {
    JsonObject link = rest.post("reports/" + report + "/links", WEEK);
    HttpResponse<byte[]> file =
        stranger.send(get(link.getString("address")), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, file.statusCode());
    Path own = Files.createTempFile("report", ".pdf");
    rest.download("reports/" + report + "/file", own);
    assertArrayEquals(Files.readAllBytes(own), file.body());
    assertEquals("application/pdf", header(file, "Content-Type"));
    assertTrue(header(file, "Content-Disposition").startsWith("attachment; filename="));
    assertEquals("noindex, nofollow", header(file, "X-Robots-Tag"));
    assertEquals("no-referrer", header(file, "Referrer-Policy"));
    assertEquals("private, no-store", header(file, "Cache-Control"));
    assertEquals("nosniff", header(file, "X-Content-Type-Options"));
    assertTrue(header(file, "Content-Security-Policy").startsWith("default-src 'none'"));
    assertEquals(List.of(), file.headers().allValues("Set-Cookie"));

    HttpRequest look =
        HttpRequest.newBuilder(URI.create(link.getString("address")))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    assertEquals(405, stranger.send(look, HttpResponse.BodyHandlers.discarding()).statusCode());
    JsonObject listed = links().get(0);
    assertEquals(1, listed.getInt("uses"), "to look is not to use");
    assertFalse(listed.isNull("lastUsedAt"));
    assertTrue(listed.isNull("address"), "told once only");
    for (String kind : List.of("LINK_MADE", "LINK_OPENED")) {
      JsonObject line =
          rest.object("audit?limit=1&kind=" + kind).getJsonArray("entries").getJsonObject(0);
      assertEquals(report, line.getJsonObject("subject").getString("id"), kind);
      assertTrue(line.getString("detail").startsWith(listed.getString("id")), kind);
    }
  }

  @Test
  void onlyTheHashOfItsTokenIsStored()
      throws IOException, InterruptedException, SQLException, NoSuchAlgorithmException {
    String address = rest.post("reports/" + report + "/links", WEEK).getString("address");
    String token = address.substring(address.lastIndexOf('/') + 1);
    assertTrue(token.matches("[A-Za-z0-9_-]{43}"), "256 bits");
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
    List<String> rows =
        Sql.rows(
            TestGround.database(),
            DatabaseRole.APPLICATION,
            "select link::text from core.report_link as link where token_sha256 = ?",
            hash);
    assertEquals(1, rows.size());
    assertFalse(rows.get(0).contains(token), rows.get(0));
    assertNotEquals(address, rest.post("reports/" + report + "/links", WEEK).getString("address"));
  }

  @Test
  void opensNothingOnceItHasExpired() throws IOException, InterruptedException, SQLException {
    JsonObject link = rest.post("reports/" + report + "/links", WEEK);
    try (Connection connection = TestGround.database().connect(DatabaseRole.APPLICATION);
        PreparedStatement update =
            connection.prepareStatement(
                """
                update core.report_link
                set created_at = now() - interval '8 days', expires_at = now() - interval '1 second'
                where public_id = ?::uuid
                """)) {
      update.setString(1, link.getString("id"));
      assertEquals(1, update.executeUpdate());
    }
    assertOver(link.getString("address"));
    assertEquals("EXPIRED", links().get(0).getString("state"));
    assertEquals(0, links().get(0).getInt("uses"));
  }

  @Test
  void opensNothingOnceItIsRevokedAndTheOthersStay() throws IOException, InterruptedException {
    JsonObject other = rest.post("reports/" + report + "/links", WEEK);
    JsonObject link = rest.post("reports/" + report + "/links", WEEK);
    String address = "reports/" + report + "/links/" + link.getString("id");
    assertEquals(204, rest.send("DELETE", address, "").statusCode());
    assertEquals(204, rest.send("DELETE", address, "").statusCode(), "twice is as once");
    assertOver(link.getString("address"));
    assertEquals("REVOKED", links().get(0).getString("state"));
    assertEquals(200, open(other.getString("address"), "en").statusCode());
  }

  @Test
  void goesWithItsReport() throws IOException, InterruptedException, SQLException {
    JsonObject link = rest.post("reports/" + report + "/links", WEEK);
    assertEquals(204, rest.send("DELETE", "reports/" + report, "").statusCode());
    assertOver(link.getString("address"));
    assertEquals(
        List.of("0"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.APPLICATION,
            "select count(*) from core.report_link where public_id = ?::uuid",
            link.getString("id")));
  }

  @Test
  void isOnlyForThoseWhoMayShareTheReport() throws IOException, InterruptedException {
    JsonObject link = rest.post("reports/" + report + "/links", WEEK);
    String links = "reports/" + report + "/links";
    String one = links + "/" + link.getString("id");
    RestClient reader = UserFixture.of("READER").rest();
    RestClient foreigner = UserFixture.stranger().rest();
    assertEquals(200, reader.send("GET", links, "").statusCode());
    assertEquals(403, reader.send("POST", links, WEEK.toString()).statusCode());
    assertEquals(403, reader.send("DELETE", one, "").statusCode());
    assertEquals(404, foreigner.send("GET", links, "").statusCode());
    assertEquals(404, foreigner.send("POST", links, WEEK.toString()).statusCode());
    assertEquals(404, foreigner.send("DELETE", one, "").statusCode());
    assertEquals(
        404,
        rest.send("DELETE", links + "/" + UUID.randomUUID(), "").statusCode(),
        "an unknown link");
    assertEquals(200, open(link.getString("address"), "en").statusCode());
  }

  @Test
  void creativeIsShownWithItsFiguresAndNothingOfAViewer() throws IOException, InterruptedException {
    JsonObject link = rest.post(creativeLinks(), WEEK);
    HttpResponse<String> page = open(link.getString("address"), "en");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("Shared by"), page.body());
    assertTrue(page.body().contains("data-shown=\"true\""), page.body());
    assertFalse(page.body().contains("v0001"), "a viewer's code");
    assertFalse(page.body().contains("id=\"heatmap\""), page.body());
    assertTrue(header(page, "Content-Security-Policy").endsWith("frame-ancestors 'none'"));
    assertEquals("noindex, nofollow", header(page, "X-Robots-Tag"));
    assertEquals("no-referrer", header(page, "Referrer-Policy"));
    assertEquals(List.of(), page.headers().allValues("Set-Cookie"));
    assertTrue(open(link.getString("address"), "ru").body().contains("Поделился пользователь"));

    String api = api(link);
    HttpResponse<String> curve = open(api + "/curve", "en");
    assertEquals(200, curve.statusCode(), curve.body());
    assertTrue(curve.body().contains("\"viewers\":6"), curve.body());
    assertEquals(200, open(api, "en").statusCode());
    assertEquals(200, open(api + "/segments", "en").statusCode());
    assertEquals(200, open(api + "/video", "en").statusCode());
    assertEquals(404, open(api + "/timelines", "en").statusCode());
    HttpResponse<String> few = open(api + "/curve?segment=sex:female", "en");
    assertEquals(409, few.statusCode(), "three viewers are too few");
    assertEquals(
        401,
        open(api.replaceAll("shared-creatives/.*", "creatives/") + campaign.creativeId(), "en")
            .statusCode());

    JsonObject listed = rest.get(creativeLinks()).asJsonArray().getJsonObject(0);
    assertEquals(2, listed.getInt("uses"), "what the page asks for is no use");
    assertTrue(listed.isNull("address"), "told once only");
    assertEquals(
        204, rest.send("DELETE", creativeLinks() + "/" + listed.getString("id"), "").statusCode());
    for (String over : List.of(link.getString("address"), api, api + "/curve", api + "/video")) {
      String answer = answer("127.0.0.4", path(over));
      assertTrue(answer.startsWith("HTTP/1.1 404"), () -> over + "\n" + answer);
    }
    String last = answer("127.0.0.4", path(link.getString("address")));
    assertTrue(last.contains("This link shows nothing"), last);
    assertFalse(last.contains("index.xhtml"), last);
  }

  @Test
  void creativeIsSharedByThoseWhoMay() throws IOException, InterruptedException {
    String week = WEEK.toString();
    RestClient reader = UserFixture.of("READER").rest();
    assertEquals(403, reader.send("POST", creativeLinks(), week).statusCode());
    assertEquals(200, reader.send("GET", creativeLinks(), "").statusCode());
    RestClient foreigner = UserFixture.stranger().rest();
    assertEquals(404, foreigner.send("POST", creativeLinks(), week).statusCode());
    assertEquals(400, rest.send("POST", creativeLinks(), "{\"days\": 31}").statusCode());
  }

  private static String creativeLinks() {
    return "creatives/" + campaign.creativeId() + "/links";
  }

  private static String api(JsonObject link) {
    return link.getString("address").replace("shared.xhtml?id=", "api/v1/shared-creatives/");
  }

  @Test
  void readersFetchReportsAndMakeNone() throws IOException, InterruptedException {
    RestClient reader = UserFixture.of("READER").rest();
    assertEquals(200, reader.send("GET", "reports/" + report + "/preview", "").statusCode());
    String reports = "creatives/" + campaign.creativeId() + "/reports";
    assertEquals(403, reader.send("POST", reports, "{}").statusCode());
    reports = "campaigns/" + campaign.campaignId() + "/reports";
    assertEquals(403, reader.send("POST", reports, "{}").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"days\": 0}", "{\"days\": 31}", "{\"days\": \"7\"}"})
  void lastsNoLongerThanTheServerAllows(String order) throws IOException, InterruptedException {
    assertEquals(400, rest.send("POST", "reports/" + report + "/links", order).statusCode());
    assertEquals(List.of(), links());
  }

  /** From another address of the loopback, so that the other tests are not refused, too. */
  @Test
  void guessersAreStoppedAndNobodyBesideThem() throws IOException, InterruptedException {
    URI link = URI.create(rest.post("reports/" + report + "/links", WEEK).getString("address"));
    for (int i = 0; i < 20; i++) {
      assertTrue(answer("127.0.0.2", "/shared/guess-" + i).startsWith("HTTP/1.1 404"), "no. " + i);
    }
    String stopped = answer("127.0.0.2", "/shared/guess-21");
    assertTrue(stopped.startsWith("HTTP/1.1 429"), stopped);
    assertTrue(stopped.contains("Retry-After: 900"), stopped);
    assertTrue(answer("127.0.0.2", link.getPath()).startsWith("HTTP/1.1 200"));
    assertTrue(answer("127.0.0.3", "/shared/guess").startsWith("HTTP/1.1 404"));
  }

  @Test
  void isPreviewedByTheBrowserItself() throws IOException, InterruptedException {
    HttpResponse<String> preview = rest.send("GET", "reports/" + report + "/preview", "");
    assertEquals(200, preview.statusCode());
    assertTrue(header(preview, "Content-Disposition").startsWith("inline; filename="));
    assertEquals("application/pdf", header(preview, "Content-Type"));
    assertTrue(header(preview, "Content-Security-Policy").contains("object-src 'self'"));
    String table =
        campaign
            .made(
                "campaigns/" + campaign.campaignId() + "/reports",
                Json.createObjectBuilder().add("format", "XLSX").build())
            .getString("id");
    assertEquals(404, rest.send("GET", "reports/" + table + "/preview", "").statusCode());
  }

  /** The same page whatever the reason, in the browser's language, with no way to sign in. */
  private void assertOver(String address) throws IOException, InterruptedException {
    HttpResponse<String> english = open(address, "en");
    assertEquals(404, english.statusCode());
    assertTrue(english.body().contains(OVER), english.body());
    assertFalse(english.body().contains("index.xhtml"), english.body());
    assertEquals("noindex, nofollow", header(english, "X-Robots-Tag"));
    assertTrue(open(address, "ru").body().contains("По этой ссылке отчёт не открывается"));
  }

  private HttpResponse<String> open(String address, String language)
      throws IOException, InterruptedException {
    return stranger.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", language).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpRequest get(String address) {
    return HttpRequest.newBuilder(URI.create(address)).build();
  }

  private static String path(String address) {
    URI uri = URI.create(address);
    return uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery();
  }

  /** From another address: the server counts the dead links that an address follows. */
  private static String answer(String from, String path) throws IOException {
    URI portal = TestGround.portal();
    try (Socket socket =
        new Socket(
            InetAddress.getByName(portal.getHost()),
            portal.getPort(),
            InetAddress.getByName(from),
            0)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close\r\n\r\n"
              .formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private List<JsonObject> links() throws IOException, InterruptedException {
    String text = rest.send("GET", "reports/" + report + "/links", "").body();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
