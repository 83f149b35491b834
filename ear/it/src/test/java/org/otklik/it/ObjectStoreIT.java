package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** A server whose media lie in an object store, without and with an outage of that store. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObjectStoreIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final long CACHE_BYTES = 100_000;

  private static ObjectStoreProcess objects;
  private static TestServer server;
  private static RestClient rest;
  private static TusFixture page;
  private static PortalBrowser browser;
  private static byte[] recorded;
  private static CampaignFixture campaign;
  private static String recording;

  /** A copy of what another server has deleted meanwhile. */
  private static Path stranger;

  /** The cache is too small for videos, which are fetched each time; images stay in it. */
  @BeforeAll
  static void start() throws IOException, InterruptedException {
    objects = ObjectStoreProcess.start();
    Path secret = TestGround.newFolder("secret").resolve("key");
    Files.writeString(secret, "s3-secret\n");
    server =
        TestServer.passing("objects")
            .shortLived()
            .withAdministrator()
            .with("otklik.s3.bucket", ObjectStoreProcess.BUCKET)
            .with("otklik.s3.endpoint", objects.address().toString())
            .with("otklik.s3.prefix", "company/otklik")
            .with("otklik.s3.access-key", "s3-key")
            .with("otklik.s3.secret-key-file", secret.toString())
            .with("otklik.s3.cache-bytes", Long.toString(CACHE_BYTES));
    stranger = server.settings().media().resolve("cache/00/" + "0".repeat(64));
    Files.createDirectories(stranger.getParent());
    Files.write(stranger, new byte[10]);
    server.start();
    rest = server.administrator();
    browser = new PortalBrowser(server.portal(), "en");
    browser.signIn(server.user().login(), server.user().password());
    page = TusFixture.of(browser);
    recorded = Files.readAllBytes(DemoVideoFixture.recording(DemoCampaign.viewers().get(12)));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    objects.close();
  }

  @Test
  @Order(1)
  void uploadAnalysisPlayerAndReportWorkOnObjects() throws Exception {
    campaign = CampaignFixture.create(rest, "In objects", DemoVideoFixture.ad());
    recording = uploaded("creatives/" + campaign.creativeId() + "?viewer=v1", recorded);
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing("v1").getString("state"));
    assertEquals(rowsOfMedia(), keys());
    assertTrue(rowsOfMedia().size() > 2, "both videos and the creative's thumbnails");
    assertTrue(recorded.length > CACHE_BYTES, "or it would not be fetched");
    assertOnlyCopiesOnTheDisk();

    assertArrayEquals(
        Arrays.copyOfRange(recorded, 1000, 71_000), played("bytes=1000-70999", 206).body());
    assertArrayEquals(
        Arrays.copyOfRange(recorded, recorded.length - 100, recorded.length),
        played("bytes=-100", 206).body());
    assertArrayEquals(recorded, played(null, 200).body());
    Path pdf = campaign.report("ru", TestGround.newFolder("report").resolve("report.pdf"));
    assertEquals("%PDF", new String(Files.readAllBytes(pdf), 0, 4));
    assertEquals(rowsOfMedia(), keys());
    assertOnlyCopiesOnTheDisk();
  }

  private static String uploaded(String path, byte[] video)
      throws IOException, InterruptedException {
    String upload = page.begun(path, video.length, "v.mp4");
    int half = video.length / 2;
    assertEquals(204, page.patch(upload, 0, Arrays.copyOf(video, half), null).statusCode());
    HttpResponse<String> last =
        page.patch(upload, half, Arrays.copyOfRange(video, half, video.length), null);
    assertEquals(204, last.statusCode(), last.body());
    return last.headers().firstValue("Otklik-Result").orElseThrow();
  }

  private static HttpResponse<byte[]> played(String range, int status)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.portal().resolve("api/v1/recordings/" + recording + "/video"))
            .header("Authorization", authorization());
    if (range != null) {
      request.header("Range", range);
    }
    HttpResponse<byte[]> answer =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(status, answer.statusCode(), () -> new String(answer.body()));
    return answer;
  }

  private static String authorization() {
    String both = server.user().login() + ":" + server.user().password();
    return "Basic " + java.util.Base64.getEncoder().encodeToString(both.getBytes());
  }

  /** What is held, by the database. */
  private static Set<String> rowsOfMedia() throws SQLException {
    return Set.copyOf(server.rows("select sha256 from core.media_object"));
  }

  private static Set<String> keys() throws IOException, InterruptedException {
    for (String key : objects.keys()) {
      assertTrue(key.startsWith("company/otklik/") && !key.contains("staging"), key);
    }
    return objects.keys().stream()
        .map(key -> key.replaceAll(".*/", ""))
        .collect(Collectors.toSet());
  }

  /** A sweep may take a minute. */
  private static void assertOnlyCopiesOnTheDisk() {
    await("nothing is beside the store but copies of what is there")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Path media = server.settings().media();
              List<Path> files;
              try (Stream<Path> all = Files.walk(media)) {
                files = all.filter(Files::isRegularFile).toList();
              }
              Set<String> known = rowsOfMedia();
              long bytes = 0;
              for (Path file : files) {
                assertTrue(file.startsWith(media.resolve("cache")), file::toString);
                assertTrue(known.contains(file.getFileName().toString()), file::toString);
                bytes += Files.size(file);
              }
              assertTrue(bytes <= CACHE_BYTES, bytes + " bytes");
            });
  }

  @Test
  @Order(2)
  void whileTheStoreIsAwayThatIsSaidAndNothingIsLost() throws Exception {
    String unwanted = uploaded("creatives/" + campaign.creativeId() + "?viewer=v2", other(2));
    campaign.settled();
    objects.kill();
    await("health")
        .atMost(PATIENCE)
        .until(
            () -> rest.object("health"),
            now ->
                now.getString("status").equals("DEGRADED")
                    && now.getJsonArray("problems").getString(0).equals("STORE_AWAY"));
    HttpResponse<byte[]> refused = played("bytes=0-", 503);
    assertEquals("10", refused.headers().firstValue("Retry-After").orElse("none"));
    assertTrue(new String(refused.body()).contains("STORE_AWAY"), new String(refused.body()));
    assertEquals(200, rest.send("GET", "creatives/" + campaign.creativeId(), "").statusCode());
    assertTrue(
        browser.open("admin-status.xhtml?lang=en").body().contains("The object store of videos"));
    assertTrue(browser.open("admin-status.xhtml?lang=ru").body().contains("Хранилище объектов"));

    byte[] late = other(3);
    String upload =
        page.begun("creatives/" + campaign.creativeId() + "?viewer=v3", late.length, "v.mp4");
    HttpResponse<String> waits = page.patch(upload, 0, late, null);
    assertEquals(503, waits.statusCode(), waits.body());
    JsonObject order = Json.createObjectBuilder().add("locale", "en").build();
    String report =
        rest.post("creatives/" + campaign.creativeId() + "/reports", order).getString("id");
    await("the report finds no store")
        .atMost(PATIENCE)
        .until(() -> exitStatus("create-report"), List.of("STORE")::equals);
    assertEquals(
        204, rest.send("DELETE", "recordings/" + unwanted, "").statusCode(), "goes at once");

    objects.startAgain();
    await("health")
        .atMost(PATIENCE)
        .until(() -> rest.object("health").getString("status"), "UP"::equals);
    HttpResponse<String> taken = page.patch(upload, late.length, new byte[0], null);
    assertEquals(204, taken.statusCode(), taken.body());
    campaign.made(report);
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing("v3").getString("state"));
    await("what was deleted is gone from the store")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertEquals(rowsOfMedia(), keys()));
    assertEquals(List.of(), server.rows("select sha256 from core.discarded_content"));
    assertOnlyCopiesOnTheDisk();
  }

  /** The recording's own bytes with a comment after them, which players skip. */
  private static byte[] other(int number) {
    byte[] free = {0, 0, 0, 9, 'f', 'r', 'e', 'e', (byte) number};
    byte[] content = Arrays.copyOf(recorded, recorded.length + free.length);
    System.arraycopy(free, 0, content, recorded.length, free.length);
    return content;
  }

  private static List<String> exitStatus(String job) throws SQLException {
    return Sql.rows(
        server.database(),
        DatabaseRole.APPLICATION,
        "select exitstatus from core.job_request as request"
            + " join batch.job_execution on jobexecutionid = request.job_execution_id"
            + " where job_name = ? order by request.id desc limit 1",
        job);
  }

  @Test
  @Order(3)
  void deletionLeavesNoObject() throws Exception {
    assertEquals(204, rest.send("DELETE", "campaigns/" + campaign.campaignId(), "").statusCode());
    assertEquals(202, rest.send("DELETE", "bin/" + campaign.campaignId(), "").statusCode());
    await("no object is left")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertEquals(Set.of(), objects.keys()));
    assertEquals(Set.of(), rowsOfMedia());
    assertTrue(Files.notExists(stranger));
    assertOnlyCopiesOnTheDisk();
    String log = Files.readString(server.settings().log());
    assertTrue(!log.contains("s3-secret"), "a secret is in no log");
  }
}
