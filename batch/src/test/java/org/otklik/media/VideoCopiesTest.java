package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_ME;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;
import org.otklik.vision.image.Frame;

class VideoCopiesTest {
  private static final DecodeSettings EVERY_FRAME = new DecodeSettings(240, 640, -1);

  @TempDir Path folder;

  @Test
  void whatBrowsersPlayAsItIsNeedsNoCopy() throws Exception {
    assertTrue(probe(video("a.mp4", Settings.of(Format.MP4, 160, 90, 25))).playsInBrowsers());
    assertTrue(probe(video("a.webm", Settings.of(Format.WEBM, 160, 90, 25))).playsInBrowsers());
    assertTrue(
        probe(video("r.mp4", Settings.of(Format.MP4, 160, 90, 25).rotated(90))).playsInBrowsers());
  }

  @Test
  void otherContainersAndPixelsNeedOne() throws Exception {
    assertFalse(
        probe(video("a.avi", Settings.of(Format.MJPEG_AVI, 160, 90, 25))).playsInBrowsers());
    assertFalse(probe(video("a.mkv", Settings.of(Format.FFV1_MKV, 160, 90, 25))).playsInBrowsers());
    assertFalse(probe(raw("m.mkv", "matroska", "libvpx", Map.of())).playsInBrowsers());
    assertFalse(probe(raw("v.mov", "mov", "mpeg4", Map.of())).playsInBrowsers());
    // As browsers record it: neither length nor index.
    assertFalse(probe(raw("l.webm", "webm", "libvpx", Map.of("live", "1"))).playsInBrowsers());
  }

  @Test
  void tenBitsBecomeAFilmThatBrowsersPlayWithTheSamePicturesAtTheSameTimes() throws Exception {
    // Pauses and haste, as cameras of phones have them.
    long[] timesUs = {0, 40_000, 80_000, 200_000, 240_000, 1_000_000, 1_040_000, 3_000_000};
    Path video = file("times.mkv");
    VideoFixture.video(video, Settings.of(Format.FFV1_MKV, 320, 180, 25), timesUs);

    Path copy = copy(video);
    MediaFacts facts = probe(copy);
    assertTrue(facts.playsInBrowsers());
    assertEquals("h264", facts.videoCodec());
    assertEquals(320, facts.widthPx());
    assertEquals(probe(video).durationMs(), facts.durationMs(), 20);
    List<Frame> copied = VideoFixture.decode(copy, EVERY_FRAME);
    assertEquals(
        VideoFixture.times(VideoFixture.decode(video, EVERY_FRAME)), VideoFixture.times(copied));
    for (int i = 0; i < timesUs.length; i++) {
      Color bar = VideoFixture.colourAt(copied.get(i), i * 7 + 6, 90);
      assertTrue(VideoFixture.alike(bar, Color.WHITE, 40), "bar of picture " + i + ": " + bar);
      Color ground = VideoFixture.colourAt(copied.get(i), 300, 90);
      assertTrue(VideoFixture.alike(ground, VideoFixture.GROUND, 12), "ground: " + ground);
    }
  }

  @Test
  void aFullDiskIsNotTheVideosFault() throws Exception {
    Path full = Path.of("/dev/full"); // Linux: every write finds no room
    assumeTrue(Files.exists(full), "needs /dev/full");
    Path video = file("short.mkv");
    Settings settings = Settings.of(Format.FFV1_MKV, 320, 180, 25);
    VideoFixture.video(video, settings, VideoFixture.constantRate(12, 25));
    UnusableMediaException failure =
        assertThrows(
            UnusableMediaException.class,
            () -> VideoCopies.write(video, full, DecoderChild.standard()));
    assertEquals(Reason.DISK_FULL, failure.reason(), failure.getMessage());
    assertFalse(failure.reason().isOfTheFile());
  }

  @Test
  void aLargeVideoIsMadeSmallerAndEveryOtherOfSixtyPicturesIsLeftOut() throws Exception {
    Path video = file("large.avi");
    Settings settings = Settings.of(Format.MJPEG_AVI, 1440, 1080, 60);
    VideoFixture.video(video, settings, VideoFixture.constantRate(12, 60));
    Path copy = copy(video);
    assertEquals(960, probe(copy).widthPx());
    assertEquals(720, probe(copy).heightPx());
    assertEquals(
        List.of(0, 33, 67, 100, 133, 167),
        VideoFixture.times(VideoFixture.decode(copy, EVERY_FRAME)));
  }

  @Test
  void aTurnedVideoStandsUpright() throws Exception {
    Path video = file("turned.mov");
    RawVideo.Spec spec = RawVideo.Spec.of("mov", "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo raw =
        RawVideo.create(video, spec)
            .displayMatrix(0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30)) {
      for (int i = 0; i < 5; i++) {
        // The upper half, which will be the right one, is bright.
        raw.picture(
            40_000L * i,
            RawVideo.painted(
                (plane, x, y) -> plane == 0 && y < 48 ? 230 : 60 + 68 * Math.min(plane, 1)));
      }
    }
    Path copy = copy(video);
    MediaFacts facts = probe(copy);
    assertEquals(0, facts.rotationDegrees());
    assertEquals(96, facts.widthPx());
    assertEquals(160, facts.heightPx());
    Frame first = VideoFixture.decode(copy, EVERY_FRAME).get(0);
    assertTrue(VideoFixture.colourAt(first, 80, 80).getRed() > 180);
    assertTrue(VideoFixture.colourAt(first, 16, 80).getRed() < 100);
  }

  @Test
  void aCameraTurnedInTheMiddleStandsBetweenBorders() throws Exception {
    Path video = file("turned.webm");
    RawVideo.Spec spec = RawVideo.Spec.of("webm", "libvpx", AV_PIX_FMT_YUV420P, 320, 180);
    try (RawVideo raw = RawVideo.create(video, spec)) {
      for (int i = 0; i < 10; i++) {
        if (i == 5) {
          raw.turn(180, 320);
        }
        raw.picture(40_000L * i, RawVideo.plain(180, 128, 128));
      }
    }
    Path copy = copy(video);
    List<Frame> frames = VideoFixture.decode(copy, EVERY_FRAME);
    assertEquals(10, frames.size());
    for (Frame frame : frames) {
      boolean turned = frame.mediaTimeMs() >= 200;
      assertEquals(320, frame.widthPx());
      assertTrue(VideoFixture.colourAt(frame, 160, 90).getRed() > 160, "its middle");
      // 180 × 320 becomes 100 × 180: from 110 to 210.
      for (int x : new int[] {20, 90, 230, 300}) {
        int red = VideoFixture.colourAt(frame, x, 90).getRed();
        assertTrue(turned ? red < 30 : red > 160, frame.mediaTimeMs() + " ms, " + x + ": " + red);
      }
      for (int x : new int[] {125, 195}) {
        assertTrue(VideoFixture.colourAt(frame, x, 10).getRed() > 160, "nothing is cut off");
      }
    }
  }

  @Test
  void tenBitsOfProResBecomeAFilmThatBrowsersPlay() throws Exception {
    Path video = file("prores.mov");
    RawVideo.Spec spec = RawVideo.Spec.of("mov", "prores_ks", AV_PIX_FMT_YUV422P10, 320, 192);
    try (RawVideo raw = RawVideo.create(video, spec)) {
      for (int i = 0; i < 5; i++) {
        raw.picture(40_000L * i, RawVideo.plain(150 + 10 * i, 128, 128));
      }
    }
    assertFalse(probe(video).playsInBrowsers());
    assertSamePictures(video, copy(video));
  }

  /** A bar that moves 8 pixels from one half frame to the next: woven together they are a comb. */
  @Test
  void interlacedVideoBecomesWholePictures() throws Exception {
    Path video = file("i.ts");
    int flags = AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME;
    RawVideo.Spec spec = RawVideo.Spec.of("mpegts", "mpeg2video", AV_PIX_FMT_YUV420P, 320, 240);
    try (RawVideo raw = RawVideo.create(video, spec, codec -> codec.flags(codec.flags() | flags))) {
      for (int i = 0; i < 10; i++) {
        int number = i;
        raw.picture(
            40_000L * i,
            frame -> {
              frame.flags(
                  frame.flags()
                      | AVFrame.AV_FRAME_FLAG_INTERLACED
                      | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
              RawVideo.painted(
                      (plane, x, y) -> {
                        int left = 20 + 8 * (2 * number + y % 2);
                        boolean bar = plane == 0 && x >= left && x < left + 40;
                        return plane > 0 ? 128 : bar ? 220 : 40;
                      })
                  .accept(frame);
            });
      }
    }
    assertFalse(probe(video).playsInBrowsers());
    Path copy = copy(video);
    assertTrue(probe(copy).playsInBrowsers());
    for (Frame frame : VideoFixture.decode(copy, EVERY_FRAME)) {
      int left = 20 + 16 * Math.round(frame.mediaTimeMs() / 40f);
      for (int y = 10; y < 230; y++) {
        Color inside = VideoFixture.colourAt(frame, left + 6, y);
        Color before = VideoFixture.colourAt(frame, left - 6, y);
        assertTrue(inside.getGreen() > 150, "comb in row " + y + ": " + inside);
        assertTrue(before.getGreen() < 100, "comb in row " + y + ": " + before);
      }
    }
  }

  /** No encoder for it is free enough to come along, so a recording of a phone stands for all. */
  @Test
  void hevcOfAPhoneBecomesAFilmThatBrowsersPlay() throws Exception {
    Path video =
        Stream.of("../shared/media", "../../shared/media")
            .map(folder -> Path.of(folder, "viewer-leaves.mov"))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    assumeTrue(video != null, "../shared/media is not there");
    assertEquals("hevc", probe(video).videoCodec());
    assertFalse(probe(video).playsInBrowsers());
    assertSamePictures(video, copy(video));
  }

  /** Of two pictures that follow each other in less than half of a usual distance one is there. */
  private void assertSamePictures(Path video, Path copy) throws Exception {
    MediaFacts facts = probe(copy);
    assertTrue(facts.playsInBrowsers());
    assertEquals("h264", facts.videoCodec());
    List<Frame> kept = new ArrayList<>();
    for (Frame frame : VideoFixture.decode(video, EVERY_FRAME)) {
      if (kept.isEmpty() || frame.mediaTimeMs() - kept.get(kept.size() - 1).mediaTimeMs() > 20) {
        kept.add(frame);
      }
    }
    List<Frame> copied = VideoFixture.decode(copy, EVERY_FRAME);
    assertEquals(VideoFixture.times(kept), VideoFixture.times(copied));
    for (int i = 0; i < kept.size(); i++) {
      for (int part = 1; part < 4; part++) {
        int x = kept.get(i).widthPx() * part / 4;
        int y = kept.get(i).heightPx() * part / 4;
        Color before = VideoFixture.colourAt(kept.get(i), x, y);
        Color after = VideoFixture.colourAt(copied.get(i), x, y);
        assertTrue(VideoFixture.alike(before, after, 40), i + ": " + before + ", " + after);
      }
    }
  }

  @Test
  void soundComesAlong() throws Exception {
    Path video = file("sound.mkv");
    RawVideo.Spec spec = RawVideo.Spec.of("matroska", "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo raw = RawVideo.create(video, spec).withSound()) {
      for (int i = 0; i < 50; i++) {
        raw.tone(40_000L * i, 40, i < 25 ? 0 : 500);
        raw.picture(40_000L * i, RawVideo.plain(100, 128, 128));
      }
    }
    Path copy = copy(video);
    MediaFacts facts = probe(copy);
    assertTrue(facts.hasAudio());
    assertTrue(facts.playsInBrowsers());
    assertEquals(2000, facts.durationMs(), 45);
    assertTrue(loudness(copy, 200_000, 950_000) < 50, "silence in the first second");
    assertTrue(loudness(copy, 1_020_000, 1_900_000) > 3000, "a tone in the second one");
    assertEquals(
        VideoFixture.times(VideoFixture.decode(video, EVERY_FRAME)),
        VideoFixture.times(VideoFixture.decode(copy, EVERY_FRAME)));
  }

  @Test
  void whatIsNoVideoLeavesTheReason() throws Exception {
    Path text = Files.writeString(file("t.mp4"), "Just a letter, renamed.\n".repeat(20));
    UnusableMediaException refusal = assertThrows(UnusableMediaException.class, () -> copy(text));
    assertEquals(Reason.NOT_A_VIDEO, refusal.reason());
  }

  /** Mean of the samples' amounts between two times, of at most 32,768. */
  private static double loudness(Path video, long fromUs, long toUs) throws IOException {
    double sum = 0;
    long count = 0;
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile())) {
      grabber.setSampleMode(FrameGrabber.SampleMode.SHORT);
      grabber.start();
      for (org.bytedeco.javacv.Frame f = grabber.grabSamples();
          f != null;
          f = grabber.grabSamples()) {
        ShortBuffer samples = (ShortBuffer) f.samples[0];
        while (f.timestamp >= fromUs && f.timestamp < toUs && samples.hasRemaining()) {
          sum += Math.abs(samples.get());
          count++;
        }
      }
    }
    assertTrue(count > 0, "no sound there");
    return sum / count;
  }

  private MediaFacts probe(Path video) throws UnusableMediaException {
    return new VideoProber().probe(video);
  }

  private Path copy(Path video) throws UnusableMediaException {
    Path copy = file("copy.mp4");
    VideoCopies.write(video, copy, DecoderChild.standard());
    return copy;
  }

  private Path video(String name, Settings settings) throws IOException {
    return VideoFixture.video(file(name), settings, VideoFixture.constantRate(10, 25));
  }

  private Path raw(String name, String muxer, String encoder, Map<String, String> muxing)
      throws IOException {
    RawVideo.Spec spec = RawVideo.Spec.of(muxer, encoder, AV_PIX_FMT_YUV420P, 160, 96);
    Path video = file(name);
    try (RawVideo raw = RawVideo.create(video, spec.muxing(muxing))) {
      for (int i = 0; i < 10; i++) {
        raw.picture(40_000L * i, RawVideo.plain(100, 128, 128));
      }
    }
    return video;
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
