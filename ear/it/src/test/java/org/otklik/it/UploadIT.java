package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Videos that arrive in parts, by the tus protocol as the portal's pages speak it. */
class UploadIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static String campaign;
  private static byte[] video;

  @BeforeEach
  void provideCampaign() throws IOException, InterruptedException {
    if (campaign == null) {
      campaign = CampaignFixture.campaign(TestGround.administrator(), "In parts");
      video = Files.readAllBytes(DemoVideoFixture.ad());
    }
  }

  @Test
  void videoInPartsBecomesACreative() throws IOException, InterruptedException {
    TusFixture analyst = signedIn("ANALYST");
    String upload = analyst.begun("campaigns/" + campaign + "?name=Parts", video.length, "ad.mp4");
    int half = video.length / 2;
    HttpResponse<String> first = analyst.patch(upload, 0, Arrays.copyOf(video, half), null);
    assertEquals(204, first.statusCode(), first.body());
    assertEquals("" + half, header(first, "Upload-Offset"));
    assertEquals("", header(first, "Otklik-Result"));
    assertTrue(header(first, "Upload-Expires").endsWith("GMT"));
    assertEquals(half, analyst.offset(upload));

    byte[] rest = Arrays.copyOfRange(video, half, video.length);
    assertProblem(409, "UPLOAD_OFFSET_WRONG", analyst.patch(upload, half - 1, rest, null));
    assertProblem(460, "UPLOAD_CHECKSUM_WRONG", analyst.patch(upload, half, rest, sum(video)));
    assertEquals(half, analyst.offset(upload));

    HttpResponse<String> last = analyst.patch(upload, half, rest, sum(rest));
    assertEquals(204, last.statusCode(), last.body());
    String creative = header(last, "Otklik-Result");
    assertEquals("Parts", creative(creative).getString("name"));

    // The answer was lost, perhaps: asking again makes no second one.
    assertEquals(video.length, analyst.offset(upload));
    HttpResponse<String> again = analyst.patch(upload, video.length, new byte[0], null);
    assertEquals(creative, header(again, "Otklik-Result"));
    assertFalse(Files.exists(partial(upload)));
  }

  @Test
  void videoInPartsBecomesARecordingWithAllThatWasSaid() throws IOException, InterruptedException {
    CampaignFixture ad =
        CampaignFixture.create(TestGround.administrator(), "Recorded", DemoVideoFixture.ad());
    byte[] recording =
        Files.readAllBytes(DemoVideoFixture.recording(DemoCampaign.viewers().get(12)));
    TusFixture analyst = signedIn("ANALYST");
    String path = "creatives/" + ad.creativeId() + "?viewer=v%2001&segment=age:25-34&consent=f";
    String upload = analyst.begun(path, recording.length, "Анна.mp4");
    assertTrue(openUploads(analyst).contains("\"name\":\"Анна.mp4\""), openUploads(analyst));
    HttpResponse<String> answer = analyst.patch(upload, 0, recording, null);
    assertEquals(204, answer.statusCode(), answer.body());
    JsonObject viewing = ad.viewing("v 01");
    assertEquals(header(answer, "Otklik-Result"), viewing.getString("id"));
    assertEquals("25-34", viewing.getJsonObject("segments").getString("age"));
    assertFalse(openUploads(analyst).contains(upload.replaceAll(".*/", "")));

    // The same video of the same viewer again: refused as by the API, once it is there to compare.
    String second = analyst.begun(path, recording.length, "Анна.mp4");
    assertProblem(409, "RECORDING_EXISTS", analyst.patch(second, 0, recording, null));
    assertFalse(Files.exists(partial(second)));
  }

  @Test
  void whatCameBeforeTheConnectionBrokeIsKept() throws IOException, InterruptedException {
    PortalBrowser browser = browser("ANALYST");
    TusFixture analyst = TusFixture.of(browser);
    String upload = analyst.begun("campaigns/" + campaign + "?name=Broken", video.length, "b.mp4");
    int sent = video.length / 3;
    sendAndBreakOff(analyst.request(upload).build(), browser, upload, sent);
    await().atMost(PATIENCE).until(() -> size(partial(upload)) >= sent);
    assertEquals(sent, analyst.offset(upload));
    HttpResponse<String> rest =
        analyst.patch(upload, sent, Arrays.copyOfRange(video, sent, video.length), null);
    assertEquals("Broken", creative(header(rest, "Otklik-Result")).getString("name"));
  }

  /**
   * What has arrived wholly was asked for: its sender only missed the answer, and may ask again.
   */
  @Test
  void videoWhoseSenderHangsUpAfterItsLastByteIsTakenOnce()
      throws IOException, InterruptedException, SQLException {
    PortalBrowser browser = browser("ANALYST");
    TusFixture analyst = TusFixture.of(browser);
    String upload = analyst.begun("campaigns/" + campaign + "?name=Hung", video.length, "h.mp4");
    sendAndBreakOff(analyst.request(upload).build(), browser, upload, video.length);
    await().atMost(PATIENCE).until(() -> rows("core.creative where name = 'Hung'") == 1);
    HttpResponse<String> again = analyst.patch(upload, video.length, new byte[0], null);
    assertEquals("Hung", creative(header(again, "Otklik-Result")).getString("name"));
    assertEquals(1, rows("core.creative where name = 'Hung'"));
  }

  @Test
  void recordingInOneRequestWhoseSenderHangsUpAfterItsLastByteIsTakenOnce()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture ad =
        CampaignFixture.create(TestGround.administrator(), "Hung up", DemoVideoFixture.ad());
    Path recording = DemoVideoFixture.recording(DemoCampaign.viewers().get(11));
    UserFixture analyst = UserFixture.of("ANALYST");
    String credentials = analyst.login() + ":" + analyst.password();
    String viewer = "hung-up-" + analyst.login();
    try (RawConnection sender = RawConnection.to(TestGround.portal())) {
      sender.send(
          "POST /api/v1/creatives/"
              + ad.creativeId()
              + "/recordings?viewer="
              + viewer
              + " HTTP/1.1",
          "Host: " + TestGround.portal().getAuthority(),
          "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()),
          "Content-Type: video/mp4",
          "Content-Length: " + Files.size(recording),
          "");
      sender.write(Files.readAllBytes(recording));
    }
    String taken =
        "core.recording join core.viewer on viewer.id = viewer_id where code = '" + viewer + "'";
    await().atMost(PATIENCE).until(() -> rows(taken) == 1);
    RestClient.RefusedException refused =
        assertThrows(RestClient.RefusedException.class, () -> ad.record(viewer, recording));
    assertEquals("RECORDING_EXISTS", refused.code());
    assertEquals(1, rows(taken));
  }

  private static int rows(String from) throws SQLException {
    return Integer.parseInt(
        Sql.rows(TestGround.database(), DatabaseRole.OWNER, "select count(*) from " + from).get(0));
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** As a closed lid: the request promises the whole video and never ends. */
  private static void sendAndBreakOff(
      HttpRequest like, PortalBrowser browser, String upload, int bytes) throws IOException {
    URI portal = TestGround.portal();
    StringBuilder head = new StringBuilder("PATCH /" + upload + " HTTP/1.1\r\n");
    head.append("Host: ").append(portal.getAuthority()).append("\r\n");
    like.headers()
        .map()
        .forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
    head.append("Cookie: ");
    browser
        .cookies()
        .getCookieStore()
        .get(portal)
        .forEach(cookie -> head.append(cookie.getName() + "=" + cookie.getValue() + "; "));
    head.append("\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n");
    head.append("Content-Length: " + video.length + "\r\n\r\n");
    try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(video, 0, bytes);
      out.flush();
    }
  }

  @Test
  void uploadIsItsUploadersOnly() throws IOException, InterruptedException {
    TusFixture mine = signedIn("ANALYST");
    String upload = mine.begun("campaigns/" + campaign + "?name=Mine", video.length, "m.mp4");
    TusFixture colleague = signedIn("ANALYST");
    assertEquals(404, colleague.head(upload).statusCode());
    assertProblem(404, "UPLOAD_UNKNOWN", colleague.patch(upload, 0, video, null));
    assertProblem(404, "UPLOAD_UNKNOWN", colleague.delete(upload));
    assertFalse(openUploads(colleague).contains(upload.replaceAll(".*/", "")));
    assertProblem(403, "SESSION_OVER", mine.withoutToken().patch(upload, 0, video, null));
    assertEquals(0, mine.offset(upload));
    assertEquals(204, mine.delete(upload).statusCode());
    assertEquals(404, mine.head(upload).statusCode());
  }

  @Test
  void readersAndStrangersUploadNothing() throws IOException, InterruptedException {
    assertEquals(401, new PortalBrowser("en").ask("upload/videos").statusCode());
    PortalBrowser reader = browser("READER");
    HttpResponse<String> list = reader.open("upload/videos");
    assertEquals(403, list.statusCode(), list.body());
    assertTrue(list.body().contains("NOT_ALLOWED"), list.body());
  }

  @Test
  void whatIsNoVideoIsRefusedOnceAndForAll()
      throws IOException, InterruptedException, SQLException {
    TusFixture analyst = signedIn("ANALYST");
    byte[] garbage = "<html><script>alert(1)</script></html>".repeat(500).getBytes();
    String upload = analyst.begun("campaigns/" + campaign + "?name=Bad", garbage.length, "x.mp4");
    assertProblem(422, "FILM_NOT_A_VIDEO", analyst.patch(upload, 0, garbage, null));
    assertFalse(Files.exists(partial(upload)));
    byte[] nothing = new byte[0];
    assertProblem(422, "FILM_NOT_A_VIDEO", analyst.patch(upload, garbage.length, nothing, null));
    assertEquals(
        List.of("0"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            "select count(*) from core.creative where name = 'Bad'"));
  }

  @Test
  void impossibleVideosAreRefusedBeforeTheyAreSent() throws IOException, InterruptedException {
    TusFixture analyst = signedIn("ANALYST");
    String path = "campaigns/" + campaign + "?name=x";
    assertProblem(422, "FILM_EMPTY", analyst.create(path, 0, "e.mp4"));
    assertProblem(413, "FILM_TOO_LARGE", analyst.create(path, 1L << 41, "l.mp4"));
    assertProblem(400, "FIELD_MISSING", analyst.create("campaigns/" + campaign, 9, "n.mp4"));
    assertProblem(
        400, "FIELD_UNKNOWN", analyst.create("campaigns/" + campaign + "?nmae=x", 9, "n.mp4"));
    assertProblem(
        404,
        "CAMPAIGN_UNKNOWN",
        analyst.create("campaigns/" + UUID.randomUUID() + "?name=x", 9, "n"));
    assertProblem(412, "UPLOAD_VERSION", withoutVersion(analyst));
  }

  private static HttpResponse<String> withoutVersion(TusFixture analyst)
      throws IOException, InterruptedException {
    return analyst.send(
        analyst
            .request("upload/videos/campaigns/" + campaign + "?name=x")
            .setHeader("Tus-Resumable", "0.2.0")
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void uploadThatNobodyGoesOnWithIsForgotten()
      throws IOException, InterruptedException, SQLException {
    TusFixture analyst = signedIn("ANALYST");
    String path = "campaigns/" + campaign + "?name=Old";
    String upload = analyst.begun(path, video.length, "old.mp4");
    analyst.patch(upload, 0, Arrays.copyOf(video, 1000), null);
    assertTrue(Files.exists(partial(upload)));
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        "update core.video_upload set expires_at = now() where public_id = ?::uuid returning id",
        upload.replaceAll(".*/", ""));
    assertEquals(410, analyst.head(upload).statusCode());
    assertProblem(410, "UPLOAD_EXPIRED", analyst.patch(upload, 1000, video, null));
    analyst.begun(path, video.length, "new.mp4");
    assertEquals(404, analyst.head(upload).statusCode());
    assertFalse(Files.exists(partial(upload)));
  }

  @Test
  void twoAnalystsUploadAtOnce() throws Exception {
    List<CompletableFuture<String>> both =
        List.of(
            CompletableFuture.supplyAsync(() -> uploaded("One")),
            CompletableFuture.supplyAsync(() -> uploaded("Two")));
    assertEquals("One", creative(both.get(0).join()).getString("name"));
    assertEquals("Two", creative(both.get(1).join()).getString("name"));
  }

  private static String uploaded(String name) {
    try {
      TusFixture analyst = signedIn("ANALYST");
      String path = "campaigns/" + campaign + "?name=" + name;
      String upload = analyst.begun(path, video.length, "same.mp4");
      HttpResponse<String> answer = null;
      for (int at = 0; at < video.length; at += video.length / 7) {
        int end = Math.min(video.length, at + video.length / 7);
        answer = analyst.patch(upload, at, Arrays.copyOfRange(video, at, end), null);
      }
      return header(answer, "Otklik-Result");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void listOfRecordingsIsReadForThePage() throws IOException, InterruptedException {
    TusFixture analyst = signedIn("ANALYST");
    String list = "файл;зритель;возраст\nanna.mp4;v01;25-34\n;v02;\n";
    HttpRequest.Builder request =
        analyst.request("upload/recording-list").POST(HttpRequest.BodyPublishers.ofString(list));
    HttpResponse<String> answer = analyst.send(request);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"segments\":[\"возраст:25-34\"]"), answer.body());
    assertTrue(answer.body().contains("{\"line\":3,\"detail\":"), answer.body());
  }

  private static JsonObject creative(String id) throws IOException, InterruptedException {
    return TestGround.administrator().object("creatives/" + id);
  }

  private static Path partial(String upload) {
    String name = upload.replaceAll(".*/", "") + ".part";
    return TestGround.server().settings().media().resolve("uploads").resolve(name);
  }

  private static String openUploads(TusFixture session) throws IOException, InterruptedException {
    return session.send(session.request("upload/videos").GET()).body();
  }

  private static void assertProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"" + code + "\""), answer.body());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String sum(byte[] content) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256 " + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static TusFixture signedIn(String role) throws IOException, InterruptedException {
    return TusFixture.of(browser(role));
  }

  private static PortalBrowser browser(String role) throws IOException, InterruptedException {
    UserFixture user = UserFixture.of(role);
    PortalBrowser browser = new PortalBrowser("en");
    assertEquals(200, browser.signIn(user.login(), user.password()).statusCode());
    return browser;
  }
}
