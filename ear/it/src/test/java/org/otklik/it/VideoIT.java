package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.vision.image.Frame;

/** Videos as players get them: in stretches, copied where browsers need it, to those allowed. */
class VideoIT {
  private static Path folder;
  private static Path ad;
  private static CampaignFixture campaign;
  private static String recording;
  private static byte[] video;
  private static UserFixture analyst;
  private static UserFixture reader;

  /** Ten minutes of them, after the video's end. */
  private static final String MANY_FRAMES =
      """
      insert into core.frame_observation
          (analysis_run_id, run_month, media_time_ms, face_track, result)
      select run.id, run.queued_month, 100000 + 100 * number, 0, 'NO_FACE'
      from core.analysis_run as run
      join core.recording on recording.id = run.recording_id
      cross join generate_series(0, 6000) as number
      where recording.public_id = ?::uuid
      """;

  private static final String MANY_FRAMES_GONE =
      """
      delete from core.frame_observation
      where media_time_ms >= 100000 and analysis_run_id in (
          select run.id from core.analysis_run as run
          join core.recording on recording.id = run.recording_id
          where recording.public_id = ?::uuid)
      """;

  @BeforeEach
  void provideCampaign() throws IOException, InterruptedException {
    if (campaign == null) {
      analyst = UserFixture.of("ANALYST");
      reader = UserFixture.of("READER");
      folder = TestGround.newFolder("videos");
      ad = UploadedVideoFixture.video(folder.resolve("ad.mp4"), Format.MP4, 320, 180, 200);
      campaign = CampaignFixture.create(TestGround.administrator(), "Videos", ad);
      Path viewer = UploadedVideoFixture.viewer(folder.resolve("viewer.mp4"), Format.MP4);
      recording = campaign.record("V", viewer);
      video = Files.readAllBytes(viewer);
      campaign.settled();
    }
  }

  @Test
  void whatBrowsersPlayIsServedAsItWasUploadedAndAtOnce() throws Exception {
    HttpResponse<byte[]> played = get("creatives/" + campaign.creativeId() + "/video", reader);
    assertEquals(200, played.statusCode());
    assertArrayEquals(Files.readAllBytes(ad), played.body());
    HttpResponse<byte[]> whole = get(videoOf(recording), analyst);
    assertArrayEquals(video, whole.body());
    assertEquals("video/mp4", header(whole, "Content-Type"));
    assertEquals("bytes", header(whole, "Accept-Ranges"));
    assertEquals("nosniff", header(whole, "X-Content-Type-Options"));
    assertEquals("inline", header(whole, "Content-Disposition"));
    assertEquals("private, no-cache", header(whole, "Cache-Control"));
    assertEquals(
        "READY",
        rest().object("recordings/" + recording).getJsonObject("video").getString("state"));
  }

  @Test
  void stretchesAreServed() throws Exception {
    HttpResponse<byte[]> middle = get(videoOf(recording), analyst, "Range", "bytes=1000-70999");
    assertEquals(206, middle.statusCode());
    assertArrayEquals(Arrays.copyOfRange(video, 1000, 71_000), middle.body());
    assertEquals("bytes 1000-70999/" + video.length, header(middle, "Content-Range"));
    assertEquals("70000", header(middle, "Content-Length"));
    HttpResponse<byte[]> end = get(videoOf(recording), analyst, "Range", "bytes=-100");
    assertArrayEquals(Arrays.copyOfRange(video, video.length - 100, video.length), end.body());
    HttpResponse<byte[]> several = get(videoOf(recording), analyst, "Range", "bytes=0-1,5-6");
    assertEquals(200, several.statusCode());
    assertEquals(video.length, several.body().length);

    HttpResponse<byte[]> beyond =
        get(videoOf(recording), analyst, "Range", "bytes=" + video.length + "-");
    assertEquals(416, beyond.statusCode());
    assertEquals("bytes */" + video.length, header(beyond, "Content-Range"));
    assertEquals("RANGE_IMPOSSIBLE", problem(beyond));
  }

  @Test
  void aKnownVideoIsNotSentAgainAndAStretchOfAnotherOneNeither() throws Exception {
    String tag = header(get(videoOf(recording), analyst, "Range", "bytes=0-0"), "ETag");
    HttpResponse<byte[]> known = get(videoOf(recording), analyst, "If-None-Match", tag);
    assertEquals(304, known.statusCode());
    assertEquals(tag, header(known, "ETag"));
    HttpResponse<byte[]> same =
        get(videoOf(recording), analyst, "Range", "bytes=0-9", "If-Range", tag);
    assertEquals(206, same.statusCode());
    HttpResponse<byte[]> other =
        get(videoOf(recording), analyst, "Range", "bytes=0-9", "If-Range", "\"other\"");
    assertEquals(200, other.statusCode());
    assertEquals(video.length, other.body().length);
  }

  @Test
  void headTellsTheSameWithoutTheVideo() throws Exception {
    HttpResponse<byte[]> head = UploadedVideoFixture.ask("HEAD", videoOf(recording), analyst);
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(Integer.toString(video.length), header(head, "Content-Length"));
    assertEquals("bytes", header(head, "Accept-Ranges"));
  }

  @Test
  void viewersAreShownToAnalystsOfTheirClientOnly() throws Exception {
    UserFixture stranger = stranger();
    for (String path : List.of("/video", "/frames")) {
      assertEquals("NOT_ALLOWED", problem(get("recordings/" + recording + path, reader)));
      HttpResponse<byte[]> foreign = get("recordings/" + recording + path, stranger);
      assertEquals(404, foreign.statusCode());
      assertEquals("RECORDING_UNKNOWN", problem(foreign));
    }
    assertEquals(403, UploadedVideoFixture.ask("HEAD", videoOf(recording), reader).statusCode());
    assertEquals(404, get("creatives/" + campaign.creativeId() + "/video", stranger).statusCode());
    assertEquals(
        401, get(videoOf(recording), new UserFixture(analyst.login(), "wrong")).statusCode());
  }

  @Test
  void auditLogTellsOnceWhoLookedAtAViewer() throws Exception {
    UserFixture curious = UserFixture.of("ANALYST");
    for (String path : List.of("/video", "/video", "/frames", "/frames")) {
      assertEquals(200, get("recordings/" + recording + path, curious).statusCode());
    }
    for (String kind : List.of("VIEWER_VIDEO_SEEN", "VIEWER_FRAMES_SEEN")) {
      JsonObject told =
          TestGround.administrator().object("audit?user=" + curious.login() + "&kind=" + kind);
      assertEquals(1, told.getInt("total"), kind);
      JsonObject subject = told.getJsonArray("entries").getJsonObject(0).getJsonObject("subject");
      assertEquals(recording, subject.getString("id"));
    }
  }

  @Test
  void whatBrowsersDoNotPlayIsCopiedWithTheSameTimes() throws Exception {
    Path avi = UploadedVideoFixture.video(folder.resolve("v.avi"), Format.MJPEG_AVI, 320, 240, 60);
    String other = campaign.record("Avi", avi);
    HttpResponse<byte[]> early = get(videoOf(other), analyst);
    assertTrue(
        early.statusCode() == 200 || problem(early).equals("FILM_BEING_PREPARED"),
        "status " + early.statusCode());
    UploadedVideoFixture.awaitReady(rest(), "recordings/" + other);

    HttpResponse<byte[]> copy = get(videoOf(other), analyst);
    assertEquals("video/mp4", header(copy, "Content-Type"));
    Path kept = Files.write(avi.resolveSibling("copy.mp4"), copy.body());
    assertEquals(times(avi), times(kept));
    // The same video again has its copy already.
    String again =
        CampaignFixture.create(TestGround.administrator(), "The same video", avi).creativeId();
    assertArrayEquals(copy.body(), get("creatives/" + again + "/video", reader).body());
  }

  @Test
  void framesAreCompact() throws Exception {
    HttpResponse<byte[]> answer = get("recordings/" + recording + "/frames", analyst);
    JsonObject frames = json(answer);
    int count = frames.getJsonArray("timesMs").size();
    assertEquals(60, count, 1); // 6 s, ten a second
    for (String column : List.of("boxes", "valence", "arousal")) {
      assertEquals(count, frames.getJsonArray(column).size(), column);
    }
    assertEquals(7, frames.getJsonObject("emotions").size());
    assertEquals(count, frames.getString("outcomes").length());
    assertTrue(frames.isNull("nextMs"));
    assertTrue(frames.getString("outcomes").matches("[OLNU]*O[OLNU]*N[OLNU]*"));
    assertTrue(answer.body().length < 20_000, "30 s in 100 kB: " + answer.body().length);
    assertTrue(zipped(answer.body()) < 5_000, "compressed: " + zipped(answer.body()));

    int half = frames.getJsonArray("timesMs").getInt(count / 2);
    JsonObject rest = json(get("recordings/" + recording + "/frames?fromMs=" + half, analyst));
    assertEquals(count - count / 2, rest.getJsonArray("timesMs").size());
    assertEquals(
        "FIELD_INVALID", problem(get("recordings/" + recording + "/frames?fromMs=x", analyst)));
  }

  @Test
  void framesOfALongVideoComeInStretches() throws Exception {
    String other = campaign.record("Long", ad);
    campaign.settled();
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER)) {
      assertEquals(6001, change(connection, MANY_FRAMES, other));
      String path = "recordings/" + other + "/frames?fromMs=";
      JsonObject first = json(get(path + 100_000, analyst));
      assertEquals(6000, first.getJsonArray("timesMs").size());
      assertEquals(700_000, first.getInt("nextMs"));
      JsonObject last = json(get(path + first.getInt("nextMs"), analyst));
      assertEquals("[700000]", last.getJsonArray("timesMs").toString());
      assertTrue(last.isNull("nextMs"));
      assertEquals(6001, change(connection, MANY_FRAMES_GONE, other)); // no second of any video
    }
  }

  private static int change(Connection connection, String change, String recordingId)
      throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(change)) {
      sql.setString(1, recordingId);
      return sql.executeUpdate();
    }
  }

  private static List<Integer> times(Path some) throws UnusableMediaException {
    List<Integer> times = new ArrayList<>();
    DecodeSettings every = new DecodeSettings(240, 320, -1);
    try (FrameStream stream = FrameStream.open(some, every, DecoderChild.standard())) {
      for (Optional<Frame> f = stream.next(); f.isPresent(); f = stream.next()) {
        times.add(f.get().mediaTimeMs());
      }
    }
    return times;
  }

  private static UserFixture stranger() throws IOException, InterruptedException {
    String client = "other-" + UUID.randomUUID();
    UserFixture stranger = new UserFixture("u" + UUID.randomUUID(), "a long enough password");
    rest().post("clients", Json.createObjectBuilder().add("code", client).add("name", "x").build());
    rest()
        .post(
            "users",
            Json.createObjectBuilder()
                .add("login", stranger.login())
                .add("password", stranger.password())
                .add("role", "ANALYST")
                .add("clients", Json.createArrayBuilder().add(client))
                .build());
    return stranger;
  }

  private static RestClient rest() {
    return TestGround.administrator();
  }

  private static String videoOf(String id) {
    return "recordings/" + id + "/video";
  }

  private static HttpResponse<byte[]> get(String path, UserFixture user, String... headers)
      throws IOException, InterruptedException {
    return UploadedVideoFixture.ask("GET", path, user, headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String problem(HttpResponse<byte[]> response) {
    return json(response).getString("code");
  }

  private static JsonObject json(HttpResponse<byte[]> response) {
    try (JsonReader reader =
        Json.createReader(new StringReader(new String(response.body(), StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  private static int zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.size();
  }
}
