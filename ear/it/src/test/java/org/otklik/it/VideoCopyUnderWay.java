package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.testdata.video.VideoWriter.Format;

/** A video that browsers do not play and that is being copied for them. */
final class VideoCopyUnderWay {
  private static final int SOME_BYTES = 100_000;

  private static final String STORED = "select sha256 from core.media_object order by sha256";
  private static final String STATE =
      """
      select video.state from core.video
      join core.creative on creative.media_sha256 = video.media_sha256
      where creative.public_id = ?::uuid
      """;

  private final TestServer server;
  private final String creative;
  private List<String> stateAtTheKill;
  private List<String> registeredAtTheKill;
  private List<String> storedAtTheKill;

  private VideoCopyUnderWay(TestServer server, String creative) {
    this.server = server;
    this.creative = creative;
  }

  /** Until some of the copy is written. */
  static VideoCopyUnderWay begin(TestServer server, Path avi)
      throws IOException, InterruptedException {
    String creative = CampaignFixture.create(server.administrator(), "Copied", avi).creativeId();
    await("no copy was begun in time")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> halfWritten(server.settings().media().resolve("staging")) >= SOME_BYTES);
    return new VideoCopyUnderWay(server, creative);
  }

  /** Large enough that its copy takes a while. */
  static Path video(Path folder) throws IOException {
    return UploadedVideoFixture.video(
        folder.resolve("long.avi"), Format.MJPEG_AVI, 1280, 720, 1000);
  }

  private static long halfWritten(Path staging) throws IOException {
    try (Stream<Path> files = Files.list(staging)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  /** With the database alone. */
  void look() throws SQLException, IOException {
    stateAtTheKill = server.rows(STATE, creative);
    registeredAtTheKill = server.rows(STORED);
    storedAtTheKill = stored();
  }

  /** Nothing half copied was stored, and the copy is there in the end. */
  void assertMadeAfterAll() throws IOException, InterruptedException, SQLException {
    assertEquals(List.of("PREPARING"), stateAtTheKill);
    assertEquals(registeredAtTheKill, storedAtTheKill);
    UploadedVideoFixture.awaitReady(server.administrator(), "creatives/" + creative);
    assertEquals(List.of("READY"), server.rows(STATE, creative));
    assertEquals(server.rows(STORED), stored());
  }

  /** Keys of the store's files, in order; videos that arrive are not in it yet. */
  private List<String> stored() throws IOException {
    Path media = server.settings().media();
    try (Stream<Path> files = Files.walk(media)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(media.resolve("staging")))
          .filter(file -> !file.startsWith(media.resolve("uploads")))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
