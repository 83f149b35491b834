package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.media.VideoFixture.colourAt;
import static org.otklik.media.VideoFixture.decode;
import static org.otklik.media.VideoFixture.times;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.media.RawVideo.Spec;
import org.otklik.storage.MediaFacts;
import org.otklik.vision.image.Frame;

/**
 * Every frame has the time at which players show it. The brightness of the pictures tells which
 * frame it is: {@link #grey(int)}.
 */
class VideoTimesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"libvpx", "libvpx-vp9"})
  void webmAsBrowsersRecordIt(String encoder) throws Exception {
    Path video = folder.resolve("browser.webm");
    Spec spec =
        Spec.of("webm", encoder, AV_PIX_FMT_YUV420P, 160, 90)
            .muxing(Map.of("live", "1"))
            .encoding(Map.of("deadline", "realtime", "auto-alt-ref", "0", "lag-in-frames", "0"));
    int[] jitterMs = {0, 31, 68, 101, 135, 233, 265, 304, 466, 501, 533, 702};
    try (RawVideo out = RawVideo.create(video, spec)) {
      for (int i = 0; i < jitterMs.length; i++) {
        out.picture((3200 + jitterMs[i]) * 1000L, grey(i)); // late: the page recorded before
      }
    }
    String bytes = Files.readString(video, StandardCharsets.ISO_8859_1);
    assertTrue(!bytes.contains("\u001cS\u00bbk") && !bytes.contains("\u0044\u0089\u0088"));

    List<Frame> frames = decode(video, DecodeSettings.STANDARD);

    assertEquals(List.of(0, 101, 233, 304, 466, 501, 702), times(frames));
    assertShows(frames, List.of(0, 3, 5, 7, 8, 9, 11));
    MediaFacts facts = new VideoProber().probe(video);
    assertEquals(12, facts.frameCount());
    assertEquals(766, facts.durationMs(), 30); // the last as long as the mean one
  }

  @Test
  void soundThatBeginsEarlierBeginsTheVideo() throws Exception {
    Path video = folder.resolve("sound.mkv");
    try (RawVideo out =
        RawVideo.create(video, Spec.of("matroska", "mpeg4", AV_PIX_FMT_YUV420P, 160, 90))
            .withSound()) {
      for (int ms = 1000; ms < 1480; ms += 40) {
        out.silence(ms * 1000L, 40);
      }
      for (int i = 0; i < 25; i++) {
        out.picture(1_480_000 + i * 40_000L, grey(i % 20));
        out.silence(1_480_000 + i * 40_000L, 40);
      }
    }
    List<Frame> frames = decode(video, DecodeSettings.STANDARD);
    assertEquals(
        List.of(480, 520, 600, 720, 800, 920, 1000, 1120, 1200, 1320, 1400), times(frames));
    assertShows(frames, List.of(0, 1, 3, 6, 8, 11, 13, 16, 18, 1, 3));
    assertEquals(1480, new VideoProber().probe(video).durationMs(), 1);
    assertTrue(new VideoProber().probe(video).hasAudio());
  }

  @Test
  void soundThatBeginsLaterChangesNothing() throws Exception {
    Path video = folder.resolve("later.mkv");
    try (RawVideo out =
        RawVideo.create(video, Spec.of("matroska", "mpeg4", AV_PIX_FMT_YUV420P, 160, 90))
            .withSound()) {
      for (int i = 0; i < 10; i++) {
        out.picture(i * 40_000L, grey(i));
        if (i > 4) {
          out.silence(i * 40_000L, 40);
        }
      }
    }
    assertEquals(List.of(0, 120, 200, 320), times(decode(video, DecodeSettings.STANDARD)));
  }

  @Test
  void fragmentedMp4() throws Exception {
    Path video = folder.resolve("fragments.mp4");
    Spec spec =
        Spec.of("mp4", "libopenh264", AV_PIX_FMT_YUV420P, 160, 90)
            .muxing(Map.of("movflags", "frag_keyframe+empty_moov+default_base_moof"));
    try (RawVideo out = RawVideo.create(video, spec)) {
      for (int i = 0; i < 50; i++) {
        out.picture(i * 40_000L, grey(i % 20));
      }
    }
    assertTrue(Files.readString(video, StandardCharsets.ISO_8859_1).split("moof").length > 3);
    List<Frame> frames = decode(video, new DecodeSettings(5, 640, -1));
    assertEquals(IntStream.range(0, 10).mapToObj(i -> 200 * i).toList(), times(frames));
    assertShows(frames, List.of(0, 5, 10, 15, 0, 5, 10, 15, 0, 5));
    assertEquals(50, new VideoProber().probe(video).frameCount());
    assertEquals(2000, new VideoProber().probe(video).durationMs());
  }

  /** What lies before zero is cut off by the video's edit list: players do not show it. */
  @Test
  void anEditListCutsTheBeginningOff() throws Exception {
    Path video = folder.resolve("edit.mov");
    Spec spec =
        Spec.of("mov", "mpeg4", AV_PIX_FMT_YUV420P, 160, 90)
            .muxing(Map.of("avoid_negative_ts", "disabled", "use_editlist", "1"));
    try (RawVideo out = RawVideo.create(video, spec)) {
      for (int i = 0; i < 20; i++) {
        out.picture((i - 10) * 40_000L, grey(i));
      }
    }
    List<Frame> frames = decode(video, DecodeSettings.STANDARD);
    assertEquals(List.of(0, 120, 200, 320), times(frames));
    assertShows(frames, List.of(10, 13, 15, 18));
    assertEquals(400, new VideoProber().probe(video).durationMs(), 1);
  }

  @Test
  void anEditListLetsThePictureBeginLaterThanTheSound() throws Exception {
    Path video = folder.resolve("delayed.mov");
    Spec spec = Spec.of("mov", "mjpeg", AV_PIX_FMT_YUVJ420P, 160, 90);
    try (RawVideo out = RawVideo.create(video, spec).withSound()) {
      for (int ms = 0; ms < 240; ms += 40) {
        out.silence(ms * 1000L, 40);
      }
      for (int i = 0; i < 10; i++) {
        out.picture(240_000 + i * 40_000L, grey(i));
        out.silence(240_000 + i * 40_000L, 40);
      }
    }
    List<Frame> frames = decode(video, DecodeSettings.STANDARD);
    assertEquals(List.of(240, 320, 400, 520, 600), times(frames));
    assertShows(frames, List.of(0, 2, 4, 7, 9));
  }

  /** With B-frames the first packet is decoded before time zero. */
  @Test
  void framesThatAreStoredInAnotherOrderComeInTheOrderOfShowing() throws Exception {
    Path video = folder.resolve("b.ts");
    Spec spec = Spec.of("mpegts", "mpeg2video", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo out = RawVideo.create(video, spec, codec -> codec.max_b_frames(2))) {
      for (int i = 0; i < 20; i++) {
        out.picture(i * 40_000L, grey(i));
      }
    }
    List<Frame> frames = decode(video, new DecodeSettings(25, 640, -1));
    assertEquals(IntStream.range(0, 20).mapToObj(i -> 40 * i).toList(), times(frames));
    assertShows(frames, IntStream.range(0, 20).boxed().toList());
  }

  /** Frames that are neither sampled nor referred to are not decoded; nothing else may change. */
  @ParameterizedTest
  @ValueSource(doubles = {3, 7, 10, 12.5})
  void samplingGivesTheFramesOfDecodingAll(double sampleHz) throws Exception {
    Path video = folder.resolve("spared.ts");
    Spec spec = Spec.of("mpegts", "mpeg2video", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo out = RawVideo.create(video, spec, codec -> codec.max_b_frames(2))) {
      for (int i = 0; i < 60; i++) {
        out.picture(i * 40_000L, grey(i % 20));
      }
    }
    List<Frame> all = decode(video, new DecodeSettings(240, 640, -1));
    List<Frame> sampled = decode(video, new DecodeSettings(sampleHz, 640, -1));
    assertEquals(60, all.size());
    assertEquals(Math.ceil(2.4 * sampleHz), sampled.size());
    for (Frame frame : sampled) {
      assertArrayEquals(all.get(frame.mediaTimeMs() / 40).bgr(), frame.bgr());
    }
  }

  private static Consumer<AVFrame> grey(int number) {
    return RawVideo.plain(30 + 10 * number, 128, 128);
  }

  private static void assertShows(List<Frame> frames, List<Integer> numbers) {
    assertEquals(numbers.size(), frames.size());
    for (int i = 0; i < numbers.size(); i++) {
      int level = colourAt(frames.get(i), 80, 45).getGreen();
      // Limited range: level 30 of 16..235; the full range of MJPEG says the level itself.
      long limited = Math.round((level * 219 / 255.0 + 16 - 30) / 10);
      long full = Math.round((level - 30) / 10.0);
      int number = numbers.get(i);
      assertTrue(limited == number || full == number, "frame " + i + " shows " + limited);
    }
  }
}
