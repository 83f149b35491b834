package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/**
 * Whatever is sent: a clear problem with the right status, nothing half-stored, a living server.
 */
class BadInputIT {
  /** Summaries and mails are not counted: those of earlier classes may be asked for meanwhile. */
  private static final String COUNTS =
      """
      select (select count(*) from core.campaign), (select count(*) from core.creative),
          (select count(*) from core.viewer), (select count(*) from core.recording),
          (select count(*) from core.analysis_run), (select count(*) from core.media_object),
          (select count(*) from core.job_request
           where job_name in ('analyse-recording', 'analyse-images', 'prepare-video'))
      """;

  private static CampaignFixture campaign;

  private final RestClient rest = TestGround.administrator();
  private List<String> before;

  @BeforeEach
  void count() throws IOException, InterruptedException, SQLException {
    if (campaign == null) {
      campaign = CampaignFixture.create(rest, "Bad input", DemoVideoFixture.ad());
    }
    before = counts();
  }

  @AfterEach
  void nothingIsStoredAndTheServerLives() throws SQLException, IOException, InterruptedException {
    assertEquals(before, counts());
    try (Stream<Path> staged =
        Files.list(TestGround.server().settings().media().resolve("staging"))) {
      assertEquals(List.of(), staged.toList());
    }
    rest.object("creatives/" + campaign.creativeId());
  }

  private static List<String> counts() throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.OWNER, COUNTS);
  }

  @Test
  void textRenamedToMp4IsNoVideo() throws IOException {
    refused(422, "FILM_NOT_A_VIDEO", "Dear viewer, this is a letter.\n".repeat(50).getBytes());
  }

  @Test
  void emptyFileIsEmpty() throws IOException {
    refused(422, "FILM_EMPTY", new byte[0]);
  }

  @Test
  void pictureIsNoVideo() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    refused(422, "FILM_A_PICTURE", png.toByteArray());
  }

  @Test
  void soundAloneIsNoVideo() throws IOException {
    refused(422, "FILM_NO_VIDEO_TRACK", SoundFixture.wave());
  }

  @Test
  void videoWithoutItsEndIsTruncated() throws IOException {
    byte[] video = Files.readAllBytes(DemoVideoFixture.ad());
    refused(422, "FILM_TRUNCATED", Arrays.copyOf(video, video.length / 2));
  }

  @Test
  void truncatedAdIsRefusedToo() throws IOException, InterruptedException {
    byte[] video = Files.readAllBytes(DemoVideoFixture.ad());
    Path file = file(Arrays.copyOf(video, video.length / 3));
    String other = CampaignFixture.campaign(rest, "For a truncated ad");
    before = Arrays.asList(rowOfOneMoreCampaign());
    problem(
        422, "FILM_TRUNCATED", () -> rest.upload("campaigns/" + other + "/creatives?name=x", file));
  }

  private String rowOfOneMoreCampaign() {
    String[] count = before.get(0).split("\\|");
    count[0] = Integer.toString(Integer.parseInt(count[0]) + 1);
    return String.join("|", count);
  }

  @Test
  void sameVideoOfTheSameViewerIsAConflict() throws Exception {
    Path video = DemoVideoFixture.recording(DemoCampaign.viewers().get(12));
    campaign.record("twice", video);
    campaign.settled();
    before = counts();
    problem(409, "RECORDING_EXISTS", () -> campaign.record("twice", video));
  }

  @Test
  void employeesAreRefused() throws IOException {
    Path video = DemoVideoFixture.ad();
    problem(
        400,
        "SUBJECT_ROLE_REFUSED",
        () -> rest.upload(recordings("E1") + "&subjectRole=EMPLOYEE", video));
  }

  @Test
  void missingViewerCodeIsNamed() throws IOException {
    Path video = DemoVideoFixture.ad();
    problem(400, "FIELD_MISSING", () -> rest.upload(recordings(""), video));
  }

  @Test
  void wrongFieldsAreNamed() {
    var client = Json.createObjectBuilder().add("client", DemoUser.CLIENT);
    problem(400, "FIELD_MISSING", () -> rest.post("campaigns", client.build()));
    problem(
        400,
        null,
        () ->
            rest.post(
                "campaigns",
                Json.createObjectBuilder()
                    .add("client", DemoUser.CLIENT)
                    .add("name", "x")
                    .add("surprise", 1)
                    .build()));
    problem(
        404,
        "CLIENT_UNKNOWN",
        () ->
            rest.post(
                "campaigns",
                Json.createObjectBuilder().add("client", "nobody").add("name", "x").build()));
  }

  @Test
  void unknownIdsAreUnknown() throws IOException {
    Path video = DemoVideoFixture.ad();
    String nobody = UUID.randomUUID().toString();
    problem(404, "CAMPAIGN_UNKNOWN", () -> rest.object("campaigns/" + nobody));
    problem(404, "CREATIVE_UNKNOWN", () -> rest.object("creatives/" + nobody));
    problem(404, "RECORDING_UNKNOWN", () -> rest.object("recordings/" + nobody));
    problem(404, "REPORT_UNKNOWN", () -> rest.object("reports/" + nobody));
    problem(404, null, () -> rest.object("campaigns/not-a-uuid"));
    problem(404, null, () -> rest.object("no/such/address"));
    problem(
        404,
        "CREATIVE_UNKNOWN",
        () -> rest.upload("creatives/" + nobody + "/recordings?viewer=V", video));
  }

  @Test
  void reportOfNothingIsRefused() throws IOException, InterruptedException, SQLException {
    CampaignFixture empty = CampaignFixture.create(rest, "Empty", DemoVideoFixture.ad());
    before = counts();
    problem(
        409,
        "NOTHING_TO_REPORT",
        () ->
            rest.post(
                "creatives/" + empty.creativeId() + "/reports",
                Json.createObjectBuilder().add("locale", "ru").build()));
  }

  @Test
  void brokenJsonAndWrongTypesAreBadRequests() throws IOException, InterruptedException {
    assertEquals(400, status("POST", "campaigns", "{\"name\": "));
    assertEquals(400, status("POST", "campaigns", "[1, 2]"));
    assertEquals(400, status("POST", "campaigns", "{\"name\": {}, \"client\": 5}"));
    assertEquals(405, status("DELETE", "campaigns", ""));
  }

  @Test
  void strangerIsAskedToSignIn() {
    RestClient stranger = TestGround.client("nobody", "wrong");
    problem(401, "SIGN_IN_NEEDED", () -> stranger.get("campaigns"));
  }

  private int status(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = rest.send(method, path, body);
    assertFalse(answer.body().contains("\tat "), answer.body());
    assertEquals(
        "application/problem+json",
        answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
    return answer.statusCode();
  }

  private String recordings(String viewer) {
    return "creatives/" + campaign.creativeId() + "/recordings?viewer=" + viewer;
  }

  private void refused(int status, String code, byte[] content) throws IOException {
    Path video = file(content);
    problem(status, code, () -> campaign.record("V1", video));
  }

  private static void problem(int status, String code, Executable call) {
    RestClient.RefusedException refused = assertThrows(RestClient.RefusedException.class, call);
    assertEquals(status, refused.status(), refused.getMessage());
    if (code != null) {
      assertEquals(code, refused.code(), refused.getMessage());
    }
    assertTrue(refused.getMessage().length() > 20, "a sentence: " + refused.getMessage());
    assertFalse(refused.getMessage().contains("Exception"), refused.getMessage());
  }

  private static Path file(byte[] content) throws IOException {
    return Files.write(TestGround.newFolder("upload").resolve("video.mp4"), content);
  }
}
