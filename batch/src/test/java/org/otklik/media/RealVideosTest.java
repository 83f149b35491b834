package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.storage.MediaFacts;
import org.otklik.vision.image.Frame;

/** On real recordings, where they lie beside the project. */
class RealVideosTest {
  private Path media;

  @BeforeEach
  void findMedia() {
    media =
        Stream.of("../shared/media", "../../shared/media")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(null);
    assumeTrue(media != null, "../shared/media is not there");
  }

  @ParameterizedTest
  @CsvSource({
    "ad-puppy.mp4, 1920, 1080, 421, 14114, h264",
    "viewer-sad-to-happy.mp4, 640, 360, 472, 19687, h264",
    "viewer-neutral-to-smile.mp4, 640, 360, 72, 2400, h264",
    "viewer-leaves.mov, 960, 540, 169, 0, hevc",
    "viewer-arrives.mov, 960, 540, 169, 0, hevc",
    "no-viewer.mp4, 960, 540, 95, 0, h264"
  })
  void probesAsTheReadmeSays(
      String name, int width, int height, int frames, int durationMs, String codec)
      throws Exception {
    MediaFacts facts = new VideoProber().probe(media.resolve(name));
    assertEquals(width, facts.widthPx());
    assertEquals(height, facts.heightPx());
    assertEquals(codec, facts.videoCodec());
    assertEquals(frames, facts.frameCount());
    if (durationMs > 0) {
      assertEquals(durationMs, facts.durationMs(), 40);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "viewer-sad-to-happy.mp4, 472",
    "viewer-neutral-to-smile.mp4, 72",
    "viewer-leaves.mov, 169",
    "no-viewer.mp4, 95"
  })
  void decodesEveryFrameThereIs(String name, int decodable) throws Exception {
    List<Frame> frames = VideoFixture.decode(media.resolve(name), new DecodeSettings(240, 64, -1));
    assertEquals(decodable, frames.size());
    assertTrue(frames.stream().allMatch(Frame::isDecodable));
  }

  @ParameterizedTest
  @CsvSource({"ad-puppy.mp4", "viewer-sad-to-happy.mp4", "viewer-leaves.mov"})
  void samplingGivesTheFramesOfDecodingAll(String name) throws Exception {
    Map<Integer, Frame> all = new TreeMap<>();
    for (Frame frame : VideoFixture.decode(media.resolve(name), new DecodeSettings(240, 64, -1))) {
      all.put(frame.mediaTimeMs(), frame);
    }
    List<Frame> sampled = VideoFixture.decode(media.resolve(name), new DecodeSettings(10, 64, -1));
    assertTrue(sampled.size() > 50);
    for (Frame frame : sampled) {
      assertArrayEquals(all.get(frame.mediaTimeMs()).bgr(), frame.bgr());
    }
  }

  @Test
  void takesStillsInOnePass() throws Exception {
    Map<Integer, byte[]> thumbnails =
        VideoThumbnails.grab(
            media.resolve("ad-puppy.mp4"), List.of(5000, 0, 99_000), 480, DecoderChild.standard());
    assertEquals(List.of(0, 5000, 99_000), List.copyOf(thumbnails.keySet()));
    for (byte[] jpeg : thumbnails.values()) {
      assertEquals(480, ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth());
      assertTrue(jpeg.length > 4000);
    }
  }
}
