package org.otklik.testdata.synthetic;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ready-made videos are what the program draws. If one of these fails after a change of the
 * drawing, draw them anew: {@code mvn process-classes -Pdraw -pl ear/testdata -am}.
 */
class DemoVideosTest {
  private static final Path FOLDER = Path.of("src", "main", "demo");
  private static final int MAX_BYTES = 8_000_000;
  private static final int BLOCK_PX = 16;
  private static final int COMPARED_EVERY_MS = 2000;

  /** Levels of 255, of a block's mean: encoding leaves a few, another drawing makes more. */
  private static final double MAX_DIFFERENCE = 12;

  private final JsonObject manifest = manifest();

  private static JsonObject manifest() {
    try (JsonReader reader =
        Json.createReader(Files.newBufferedReader(FOLDER.resolve(DemoCampaign.MANIFEST)))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<JsonObject> viewers() {
    return manifest.getJsonArray("viewers").stream().map(JsonValue::asJsonObject).toList();
  }

  @Test
  void manifestTellsEveryVideoWithItsChecksum() throws IOException {
    TreeMap<String, String> told = new TreeMap<>();
    Stream.concat(Stream.of(manifest.getJsonObject("creative")), viewers().stream())
        .forEach(video -> told.put(video.getString("file"), video.getString("sha256")));
    TreeMap<String, String> there = new TreeMap<>();
    long bytes = 0;
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> !f.endsWith(DemoCampaign.MANIFEST)).toList()) {
        there.put(file.getFileName().toString(), Sha256.of(Files.readAllBytes(file)));
        bytes += Files.size(file);
      }
    }
    assertEquals(there, told);
    assertTrue(bytes <= MAX_BYTES, bytes + " bytes");
  }

  @Test
  void manifestTellsTheViewersOfTheStory() {
    assertEquals(
        DemoCampaign.viewers().stream()
            .map(v -> List.of(v.code(), v.fileName(), v.attributes().toString(), v.storyline()))
            .toList(),
        viewers().stream()
            .map(
                v ->
                    List.of(
                        v.getString("code"),
                        v.getString("file"),
                        attributes(v),
                        v.getString("storyline")))
            .toList());
  }

  private static String attributes(JsonObject viewer) {
    return viewer
        .getJsonObject("attributes")
        .toString()
        .replaceAll("\"", "")
        .replace(':', '=')
        .replace(",", ", ");
  }

  static Stream<Arguments> videos() {
    SyntheticCreative ad = new SyntheticCreative();
    IntFunction<BufferedImage> drawnAd = ad::picture;
    return Stream.concat(
        Stream.of(Arguments.of(DemoCampaign.CREATIVE_FILE, drawnAd)),
        DemoCampaign.viewers().stream()
            .map(
                v -> {
                  SyntheticViewer viewer =
                      new SyntheticViewer(v.script(), v.look(), v.staging(), v.seed());
                  IntFunction<BufferedImage> drawn = viewer::stored;
                  return Arguments.of(v.fileName(), drawn);
                }));
  }

  @ParameterizedTest
  @MethodSource("videos")
  void videoShowsWhatIsDrawn(String file, IntFunction<BufferedImage> drawing) throws IOException {
    av_log_set_level(AV_LOG_ERROR);
    int compared = 0;
    int nextMs = 0;
    try (FFmpegFrameGrabber video = new FFmpegFrameGrabber(FOLDER.resolve(file).toFile());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      video.start();
      for (Frame frame = video.grabImage(); frame != null; frame = video.grabImage()) {
        int mediaTimeMs = (int) Math.round(video.getTimestamp() / 1000.0);
        if (mediaTimeMs >= nextMs) {
          double difference = difference(converter.convert(frame), drawing.apply(mediaTimeMs));
          assertTrue(
              difference <= MAX_DIFFERENCE,
              file + " differs by " + difference + " at " + mediaTimeMs + " ms");
          compared++;
          nextMs += COMPARED_EVERY_MS;
        }
      }
    }
    assertEquals(SyntheticCreative.DURATION_MS / COMPARED_EVERY_MS, compared);
  }

  /** Of the blocks' means, the largest. */
  private static double difference(BufferedImage one, BufferedImage other) {
    assertEquals(one.getWidth(), other.getWidth());
    assertEquals(one.getHeight(), other.getHeight());
    byte[] first = ((DataBufferByte) one.getRaster().getDataBuffer()).getData();
    byte[] second = ((DataBufferByte) other.getRaster().getDataBuffer()).getData();
    double largest = 0;
    for (int top = 0; top + BLOCK_PX <= one.getHeight(); top += BLOCK_PX) {
      for (int left = 0; left + BLOCK_PX <= one.getWidth(); left += BLOCK_PX) {
        long sum = 0;
        for (int y = top; y < top + BLOCK_PX; y++) {
          int row = 3 * (y * one.getWidth() + left);
          for (int i = row; i < row + 3 * BLOCK_PX; i++) {
            sum += (first[i] & 0xff) - (second[i] & 0xff);
          }
        }
        largest = Math.max(largest, Math.abs(sum) / (3.0 * BLOCK_PX * BLOCK_PX));
      }
    }
    return largest;
  }
}
