package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.emotion.Emotion;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;

/** Pictures in, a CSV of emotions out, whatever is among them. */
class ImagesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ADDRESS = "image-batches?client=" + DemoUser.CLIENT + "&name=";
  private static final String HEADER =
      "image_path,emotion,anger,disgust,fear,happiness,sadness,surprise,neutral,faces,outcome,reason";

  private final RestClient rest = TestGround.administrator();

  @Test
  void everyFileOfAZipHasItsRow() throws Exception {
    JsonObject batch = settled(sent(everything()));
    assertEquals("COMPLETED", batch.getString("state"));
    List<String> csv = csv(rest, batch.getString("id"));
    assertEquals(HEADER, csv.get(0));
    assertEquals(
        List.of(
            // The model does not know the average faces of fear and disgust.
            "faces/anger.png,anger,1,OBSERVED,",
            "faces/happiness.png,happiness,1,OBSERVED,",
            "faces/sadness.png,sadness,1,OBSERVED,",
            "faces/surprise.png,surprise,1,OBSERVED,",
            "faces/neutral.png,neutral,1,OBSERVED,",
            "Папка/Снимок боком.jpg,surprise,1,OBSERVED,",
            "face.webp,happiness,1,OBSERVED,",
            "letter.jpg,,,UNREADABLE,NOT_A_PICTURE",
            "empty.jpg,,,UNREADABLE,EMPTY",
            "half.jpg,,,UNREADABLE,TRUNCATED",
            "two.png,happiness,2,OBSERVED,",
            "none.png,,0,NO_FACE,",
            "dark.png,,1,LOW_QUALITY,TOO_DARK",
            "'=SUM(A1).png,happiness,1,OBSERVED,",
            "__/evil.png,,,UNREADABLE,UNSAFE_PATH"),
        csv.stream().skip(1).limit(15).map(ImagesIT::withoutProbabilities).toList());
    String small = csv.get(16);
    assertTrue(small.startsWith("small.png,happiness,"), small);
    assertEquals(17, csv.size());
    for (String line : csv.subList(1, 7)) {
      double sum =
          Arrays.stream(line.split(",")).skip(2).limit(7).mapToDouble(Double::parseDouble).sum();
      assertEquals(1, sum, 1e-5, line);
    }
    assertEquals(16, batch.getInt("images"));
    assertEquals(16, batch.getInt("done"));
    assertEquals(4, batch.getInt("unreadable"));
    assertEquals("letter.jpg", batch.getJsonArray("failures").getJsonObject(0).getString("path"));
  }

  private static Map<String, byte[]> everything() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      if (emotion != Emotion.FEAR && emotion != Emotion.DISGUST) {
        files.put(
            "faces/" + emotion.name().toLowerCase(Locale.ROOT) + ".png",
            ImageFixture.written(ImageFixture.portrait(emotion), "png"));
      }
    }
    byte[] happy = ImageFixture.written(ImageFixture.portrait(Emotion.HAPPINESS), "jpeg");
    files.put(
        "Папка/Снимок боком.jpg", ImageFixture.sideways(ImageFixture.portrait(Emotion.SURPRISE)));
    files.put("face.webp", ImageFixture.webp());
    files.put("letter.jpg", "Dear viewer, this is a letter.".getBytes());
    files.put("empty.jpg", new byte[0]);
    files.put("half.jpg", Arrays.copyOf(happy, happy.length / 2));
    var two = ImageFixture.ground(900, 500);
    ImageFixture.withFace(two, Emotion.SADNESS, 200, 250, 180);
    ImageFixture.withFace(two, Emotion.HAPPINESS, 620, 250, 300);
    files.put("two.png", ImageFixture.written(two, "png"));
    files.put("none.png", ImageFixture.written(ImageFixture.ground(640, 480), "png"));
    var dark = ImageFixture.portrait(Emotion.NEUTRAL);
    for (int y = 0; y < dark.getHeight(); y++) {
      for (int x = 0; x < dark.getWidth(); x++) {
        int rgb = dark.getRGB(x, y);
        dark.setRGB(x, y, (rgb >> 3) & 0x1f1f1f);
      }
    }
    files.put("dark.png", ImageFixture.written(dark, "png"));
    files.put("=SUM(A1).png", happy);
    files.put("../evil.png", happy);
    files.put(
        "small.png",
        ImageFixture.written(
            ImageFixture.withFace(ImageFixture.ground(48, 48), Emotion.HAPPINESS, 24, 24, 48),
            "png"));
    files.put("__MACOSX/._small.png", new byte[9]);
    return files;
  }

  private static String withoutProbabilities(String line) {
    String[] field = line.split(",", -1);
    return String.join(",", field[0], field[1], field[9], field[10], field[11]);
  }

  @Test
  void picturesOfAFormHaveTheirRows() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Снимок.png", ImageFixture.written(ImageFixture.portrait(Emotion.ANGER), "png"));
    files.put("a, b.txt", "no picture".getBytes());
    Path form = ImageFixture.form(TestGround.newFolder("form").resolve("form"), files);
    JsonObject batch =
        settled(rest.upload(ADDRESS + "form", "multipart/form-data; boundary=frontier", form));
    assertEquals("FILES", batch.getString("source"));
    List<String> csv = csv(rest, batch.getString("id"));
    assertEquals("Снимок.png,anger,1,OBSERVED,", withoutProbabilities(csv.get(1)));
    assertEquals("\"a, b.txt\",,,,,,,,,,UNREADABLE,NOT_A_PICTURE", csv.get(2));
  }

  @Test
  void folderOfTheClientsInboxIsLookedAtInPlace() throws Exception {
    Path inbox = TestGround.server().settings().inbox();
    Path own = Files.createDirectories(inbox.resolve(DemoUser.CLIENT + "/2026/осень"));
    Path foreign = Files.createDirectories(inbox.resolve("somebody-else"));
    byte[] sad = ImageFixture.written(ImageFixture.portrait(Emotion.SADNESS), "jpeg");
    Files.write(own.resolve("a.jpg"), sad);
    Files.write(foreign.resolve("secret.jpg"), sad);
    JsonObject batch = settled(rest.post("image-batches", folder("2026")));
    assertEquals(
        "осень/a.jpg,sadness,1,OBSERVED,",
        withoutProbabilities(csv(rest, batch.getString("id")).get(1)));
    assertEquals(204, rest.send("DELETE", address(batch), "").statusCode());
    assertTrue(Files.exists(own.resolve("a.jpg")), "the inbox is not ours to clear");
    for (String wrong : List.of("../somebody-else", "/etc", "nowhere")) {
      assertEquals(404, status(() -> rest.post("image-batches", folder(wrong))), wrong);
    }
  }

  private static JsonObject folder(String folder) {
    return Json.createObjectBuilder()
        .add("client", DemoUser.CLIENT)
        .add("name", "inbox")
        .add("folder", folder)
        .build();
  }

  @Test
  void removedBatchIsGoneWithItsFile() throws Exception {
    JsonObject batch = settled(sent(onePicture()));
    String key =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                "select media_sha256 from core.image_batch where public_id = ?::uuid",
                batch.getString("id"))
            .get(0);
    Path pack = mediaFile(key);
    assertTrue(Files.exists(pack));
    assertEquals(204, rest.send("DELETE", address(batch), "").statusCode());
    assertFalse(Files.exists(pack));
    assertEquals(404, status(() -> rest.object(address(batch))));
    assertEquals(
        List.of("0"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            "select count(*) from core.media_object where sha256 = ?",
            key));
  }

  private static Path mediaFile(String sha256) {
    return TestGround.server()
        .settings()
        .media()
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }

  @Test
  void whatIsNoArchiveIsRefusedAndLeavesNothing() throws Exception {
    Path letter = Files.writeString(TestGround.newFolder("zip").resolve("x.zip"), "a letter");
    RestClient.RefusedException refused =
        assertThrows(
            RestClient.RefusedException.class,
            () -> rest.upload(ADDRESS + "letter", "application/zip", letter));
    assertEquals(422, refused.status());
    assertEquals("IMAGES_NOT_A_ZIP", refused.code());
    Path empty = ImageFixture.zip(letter, Map.of("__MACOSX/x", new byte[1]));
    assertEquals(422, status(() -> rest.upload(ADDRESS + "e", "application/zip", empty)));
    assertEquals(415, status(() -> rest.upload(ADDRESS + "e", "image/jpeg", empty)));
    assertEquals(400, status(() -> rest.upload("image-batches?client=demo", empty)));
    try (Stream<Path> staged =
        Files.list(TestGround.server().settings().media().resolve("staging"))) {
      assertEquals(List.of(), staged.filter(file -> file.toString().endsWith("x")).toList());
    }
  }

  @Test
  void otherClientsSeeNothingAndReadersOnlyRead() throws Exception {
    JsonObject batch = settled(sent(onePicture()));
    RestClient stranger = UserFixture.stranger().rest();
    assertEquals(List.of(), List.copyOf(stranger.get("image-batches").asJsonArray()));
    assertEquals(404, status(() -> stranger.object(address(batch))));
    assertEquals(404, stranger.send("GET", address(batch) + "/csv", "").statusCode());
    assertEquals(404, stranger.send("DELETE", address(batch), "").statusCode());
    Path zip = ImageFixture.zip(TestGround.newFolder("zip").resolve("x.zip"), onePicture());
    assertEquals(404, status(() -> stranger.upload(ADDRESS + "x", "application/zip", zip)));

    RestClient reader = UserFixture.of("READER").rest();
    assertEquals(2, csv(reader, batch.getString("id")).size());
    assertEquals(403, reader.send("DELETE", address(batch), "").statusCode());
    assertEquals(403, status(() -> reader.upload(ADDRESS + "x", "application/zip", zip)));
    assertEquals(403, status(() -> reader.post("image-batches", folder("."))));
  }

  private static Map<String, byte[]> onePicture() throws IOException {
    return Map.of("a.png", ImageFixture.written(ImageFixture.portrait(Emotion.NEUTRAL), "png"));
  }

  private JsonObject sent(Map<String, byte[]> files) throws IOException, InterruptedException {
    Path zip = ImageFixture.zip(TestGround.newFolder("zip").resolve("pictures.zip"), files);
    return rest.upload(ADDRESS + RestClient.encoded("Изображения"), "application/zip", zip);
  }

  private static String address(JsonObject batch) {
    return "image-batches/" + batch.getString("id");
  }

  private JsonObject settled(JsonObject batch)
      throws IOException, InterruptedException, SQLException {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> rest.object(address(batch)),
            now -> List.of("COMPLETED", "FAILED").contains(now.getString("state")));
  }

  private static List<String> csv(RestClient user, String id)
      throws IOException, InterruptedException {
    HttpResponse<String> csv = user.send("GET", "image-batches/" + id + "/csv", "");
    assertEquals(200, csv.statusCode(), csv.body());
    assertEquals(
        "text/csv;charset=utf-8",
        csv.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT));
    assertTrue(csv.body().endsWith("\r\n"));
    return Arrays.asList(csv.body().split("\r\n"));
  }

  private interface Call {
    void make() throws IOException, InterruptedException;
  }

  private static int status(Call call) {
    return assertThrows(RestClient.RefusedException.class, call::make).status();
  }
}
