package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.otklik.emotion.Emotion;
import org.otklik.launcher.RestClient;
import org.otklik.sound.Sound;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerScript;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;

/** Small videos made on the fly, and requests as players send them. */
final class UploadedVideoFixture {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private UploadedVideoFixture() {}

  /** A bar that wanders, 25 pictures a second. */
  static Path video(Path file, Format format, int widthPx, int heightPx, int frames)
      throws IOException {
    return video(file, format, widthPx, heightPx, frames, new Sound(new short[0]));
  }

  /** The same as long as a sound, small, with it. */
  static Path sounding(Path file, Sound sound) throws IOException {
    return video(file, Format.MP4, 160, 96, sound.durationMs() / 40, sound);
  }

  private static Path video(
      Path file, Format format, int widthPx, int heightPx, int frames, Sound sound)
      throws IOException {
    VideoWriter.Settings settings = VideoWriter.Settings.of(format, widthPx, heightPx, 25);
    try (VideoWriter writer = VideoWriter.create(file, settings, sound)) {
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

  /** Six seconds of a drawn viewer, who smiles and is gone in the last one. */
  static Path viewer(Path file, Format format) throws IOException {
    ViewerScript script =
        ViewerScript.neutral().feels(Emotion.HAPPINESS, 1, 2000, 4200).leaves(5000, 6000);
    DemoViewer viewer = DemoCampaign.viewers().get(0);
    new SyntheticViewer(script, viewer.look(), Staging.of(640, 360, 25), viewer.seed())
        .writeTo(file, format, 6000);
    return file;
  }

  /** The same MP4 with room at its end that players skip, so that it has so many bytes. */
  static Path padded(Path video, Path file, int bytes) throws IOException {
    byte[] content = Arrays.copyOf(Files.readAllBytes(video), bytes);
    int begin = (int) Files.size(video);
    ByteBuffer.wrap(content, begin, bytes - begin)
        .putInt(bytes - begin)
        .put("free".getBytes(StandardCharsets.US_ASCII));
    return Files.write(file, content);
  }

  /** Waits until the creative's or recording's video can be played. */
  static void awaitReady(RestClient rest, String path) throws IOException, InterruptedException {
    await("the video of " + path)
        .atMost(PATIENCE)
        .until(
            () -> rest.object(path).getJsonObject("video").getString("state"),
            state -> {
              assertNotEquals("NONE", state, path + " cannot be copied");
              return state.equals("READY");
            });
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
