package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.otklik.launcher.RestClient;
import org.otklik.media.FilmWriter;
import org.otklik.media.FilmWriter.Format;

/** Films that browsers do not play, and requests as their players send them. */
final class FilmFixture {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private FilmFixture() {}

  /** Every frame for itself, 25 a second, a bar that wanders. */
  static Path avi(Path file, int widthPx, int heightPx, int frames) throws IOException {
    FilmWriter.Settings settings = FilmWriter.Settings.of(Format.MJPEG_AVI, widthPx, heightPx, 25);
    try (FilmWriter writer = FilmWriter.create(file, settings)) {
      BufferedImage picture = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = picture.createGraphics();
      for (int i = 0; i < frames; i++) {
        graphics.setColor(new Color(40, 60, 90));
        graphics.fillRect(0, 0, widthPx, heightPx);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(i * 7 % widthPx, 0, 20, heightPx);
        writer.write(picture, 40_000L * i);
      }
      graphics.dispose();
    }
    return file;
  }

  /** Waits until the creative's or recording's film can be played. */
  static void awaitReady(RestClient rest, String path) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String state = "";
    while (!state.equals("READY")) {
      assertTrue(Instant.now().isBefore(deadline), path + " is still " + state);
      Thread.sleep(200);
      state = rest.object(path).getJsonObject("film").getString("state");
      assertTrue(!state.equals("NONE"), path + " cannot be copied");
    }
  }

  /**
   * @param headers name, value, name, value, …
   */
  static HttpResponse<byte[]> ask(String method, String path, UserFixture user, String... headers)
      throws IOException, InterruptedException {
    String name = user.login() + ":" + user.password();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(TestGround.portal() + "api/v1/" + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
