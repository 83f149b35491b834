package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.media.decoder.CutOrder;
import org.otklik.storage.MediaFacts;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;
import org.otklik.vision.image.Frame;

class VideoCutsTest {
  private static final DecodeSettings EVERY_FRAME = new DecodeSettings(240, 640, -1);
  private static final int WIDTH_PX = 320;
  private static final int HEIGHT_PX = 180;

  @TempDir Path folder;

  @Test
  void shotsHaveExactlyTheFramesThatWereAskedForInAnyOrder() throws Exception {
    Path video = numbered(Format.MP4, 25, 120);
    List<Integer> progress = new ArrayList<>();
    Path cut =
        cut(video, new CutOrder(List.of(shot(61, 75), shot(20, 33)), 25, 1, 320, 180, 0, "", 0));
    assertEquals(range(61, 75, 20, 33), numbers(cut));
    MediaFacts facts = new VideoProber().probe(cut);
    assertTrue(facts.playsInBrowsers());
    assertFalse(facts.hasAudio());
    assertEquals(1080, facts.durationMs(), 1);
    VideoCuts.write(
        video,
        new CutOrder(List.of(shot(0, 110)), 25, 1, 320, 180, 0, "", 0),
        folder.resolve("long.mp4"),
        DecoderChild.standard(),
        progress::add);
    assertEquals(List.of(25, 50, 75, 100), progress);
  }

  @Test
  void ratesOfTelevisionLoseNoFrame() throws Exception {
    Path video = numbered(Format.MP4, 30_000 / 1001.0, 100);
    Path cut =
        cut(
            video,
            new CutOrder(List.of(shot(25, 40), shot(3, 17)), 30_000, 1001, 320, 180, 0, "", 0));
    assertEquals(range(25, 40, 3, 17), numbers(cut));
  }

  @Test
  void videoWithoutAnIndexIsReadFromItsBeginning() throws Exception {
    RawVideo.Spec spec = RawVideo.Spec.of("webm", "libvpx", AV_PIX_FMT_YUV420P, 320, 180);
    Path video = folder.resolve("live.webm");
    try (RawVideo raw = RawVideo.create(video, spec.muxing(Map.of("live", "1")))) {
      for (int i = 0; i < 60; i++) {
        int number = i;
        raw.picture(
            40_000L * i,
            RawVideo.painted(
                (plane, x, y) -> plane > 0 ? 128 : x / 7 * 7 == number * 7 % 320 ? 230 : 60));
      }
    }
    Path cut = cut(video, new CutOrder(List.of(shot(40, 44)), 25, 1, 320, 180, 0, "", 0));
    assertEquals(range(40, 44), numbers(cut));
  }

  @Test
  void framesThatTheVideoLacksRepeatTheOneBefore() throws Exception {
    Path video = folder.resolve("jitter.mkv");
    long[] timesUs = {0, 40_000, 80_000, 200_000, 240_000, 1_000_000, 1_040_000};
    VideoFixture.video(video, Settings.of(Format.FFV1_MKV, 320, 180, 25), timesUs);
    Path cut =
        cut(video, new CutOrder(List.of(shot(1, 8), shot(24, 30)), 25, 1, 320, 180, 0, "", 0));
    assertEquals(List.of(1, 2, 2, 2, 3, 4, 4, 4, 5, 6, 6, 6, 6), numbers(cut));
  }

  @Test
  void dissolvesMixTwoShotsAndMakeTheCutShorter() throws Exception {
    Path video = folder.resolve("colours.mp4");
    try (VideoWriter writer = VideoWriter.create(video, Settings.of(Format.MP4, 320, 180, 25))) {
      for (int i = 0; i < 80; i++) {
        Color colour = i < 40 ? Color.RED : Color.BLUE;
        writer.write(VideoFixture.plain(320, 180, colour), 40_000L * i);
      }
    }
    Path cut =
        cut(video, new CutOrder(List.of(shot(5, 30), shot(45, 70)), 25, 1, 320, 180, 9, "", 0));
    List<Frame> frames = VideoFixture.decode(cut, EVERY_FRAME);
    assertEquals(41, frames.size());
    for (int i = 0; i < frames.size(); i++) {
      double share = Math.max(0, Math.min(1, (i - 15) / 10.0));
      Color wanted = new Color((int) (255 * (1 - share)), 0, (int) (255 * share));
      Color there = VideoFixture.colourAt(frames.get(i), 160, 90);
      assertTrue(VideoFixture.alike(wanted, there, 30), i + ": " + there + ", not " + wanted);
    }
  }

  @Test
  void picturesAreCroppedAroundWhatTheShotShows() throws Exception {
    Path video = folder.resolve("two.mp4");
    BufferedImage halves = VideoFixture.plain(320, 180, Color.RED);
    Graphics2D graphics = halves.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(160, 0, 160, 180);
    graphics.dispose();
    try (VideoWriter writer = VideoWriter.create(video, Settings.of(Format.MP4, 320, 180, 25))) {
      for (int i = 0; i < 20; i++) {
        writer.write(halves, 40_000L * i);
      }
    }
    List<CutOrder.Shot> shots =
        List.of(
            new CutOrder.Shot(0, 5, 0.1, 0.5),
            new CutOrder.Shot(5, 10, 0.5, 0.5),
            new CutOrder.Shot(10, 15, 1, 0.5));
    Path cut = cut(video, new CutOrder(shots, 25, 1, 100, 178, 0, "", 0));
    List<Frame> frames = VideoFixture.decode(cut, EVERY_FRAME);
    assertEquals(100, frames.get(0).widthPx());
    assertEquals(178, frames.get(0).heightPx());
    for (int i = 0; i < 15; i++) {
      Color left = VideoFixture.colourAt(frames.get(i), 8, 90);
      Color right = VideoFixture.colourAt(frames.get(i), 92, 90);
      assertTrue(VideoFixture.alike(left, i < 10 ? Color.RED : Color.BLUE, 40), i + ": " + left);
      assertTrue(VideoFixture.alike(right, i < 5 ? Color.RED : Color.BLUE, 40), i + ": " + right);
    }
  }

  @Test
  void panelStandsBeneathEachFrameWithALineWhereTheCutIs() throws Exception {
    Path video = numbered(Format.MP4, 25, 60);
    Path cut = cut(video, withPanel(25, 1, 20, 45, false));
    List<Frame> frames = VideoFixture.decode(cut, EVERY_FRAME);
    assertEquals(25, frames.size());
    for (int i = 0; i < frames.size(); i++) {
      assertEquals(240, frames.get(i).heightPx());
      int line = (int) Math.round(40 + (i + 0.5) / 25 * 240);
      int darkest = 0;
      for (int x = 0; x < WIDTH_PX; x++) {
        Color there = VideoFixture.colourAt(frames.get(i), x, 210);
        Color best = VideoFixture.colourAt(frames.get(i), darkest, 210);
        darkest = there.getGreen() < best.getGreen() ? x : darkest;
      }
      assertEquals(line, darkest, 2, "the line of frame " + i);
      Color beside = VideoFixture.colourAt(frames.get(i), line < 160 ? 310 : 10, 230);
      assertTrue(VideoFixture.alike(Color.YELLOW, beside, 40), i + ": " + beside);
    }
  }

  @Test
  void gifHasTheShotsFramesForAsLongAsItAndRepeats() throws Exception {
    Path video = folder.resolve("colours.mp4");
    try (VideoWriter writer = VideoWriter.create(video, Settings.of(Format.MP4, 320, 180, 25))) {
      for (int i = 0; i < 80; i++) {
        Color colour = i < 40 ? Color.RED : Color.BLUE;
        writer.write(VideoFixture.plain(320, 180, colour), 40_000L * i);
      }
    }
    List<Integer> progress = new ArrayList<>();
    Path gif = folder.resolve("clip.gif");
    VideoCuts.write(
        video, withPanel(25, 2, 10, 30, true), gif, DecoderChild.standard(), progress::add);
    assertEquals(List.of(12), progress);
    String content = Files.readString(gif, StandardCharsets.ISO_8859_1);
    assertTrue(content.startsWith("GIF89a"));
    assertTrue(content.contains("NETSCAPE2.0"), "repeats");
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(gif.toFile())) {
      grabber.start();
      assertEquals(320, grabber.getImageWidth());
      assertEquals(240, grabber.getImageHeight());
      int count = 0;
      Java2DFrameConverter converter = new Java2DFrameConverter();
      for (var image = grabber.grabImage(); image != null; image = grabber.grabImage()) {
        BufferedImage shown = converter.getBufferedImage(image);
        Color wanted = count + 10 < 20 ? Color.RED : Color.BLUE;
        Color there = new Color(shown.getRGB(160, 90));
        assertTrue(VideoFixture.alike(wanted, there, 40), count + ": " + there);
        Color panel = new Color(shown.getRGB(10, 230));
        assertTrue(VideoFixture.alike(Color.YELLOW, panel, 40), count + ": " + panel);
        count++;
      }
      assertEquals(20, count);
      assertEquals(1_600_000, grabber.getTimestamp() + 80_000, 90_000);
    }
  }

  /** Yellow, 60 px high, beneath frames of 320 × 180. */
  private CutOrder withPanel(int rate, int per, int begin, int end, boolean isGif)
      throws IOException {
    Path panel = folder.resolve("panel.png");
    ImageIO.write(VideoFixture.plain(WIDTH_PX, 60, Color.YELLOW), "png", panel.toFile());
    return new CutOrder(
        List.of(shot(begin, end)),
        rate,
        per,
        WIDTH_PX,
        HEIGHT_PX,
        0,
        "",
        0,
        new CutOrder.Panel(panel.toString(), 60, 40, 280),
        isGif);
  }

  @Test
  void turnedVideoStandsUprightAndACardEndsTheCut() throws Exception {
    Path video = folder.resolve("turned.mp4");
    VideoFixture.video(
        video,
        Settings.of(Format.MP4, 320, 180, 25).rotated(90),
        VideoFixture.constantRate(10, 25));
    Path card = folder.resolve("card.png");
    ImageIO.write(VideoFixture.plain(180, 320, Color.GREEN), "png", card.toFile());
    Path cut =
        cut(video, new CutOrder(List.of(shot(0, 10)), 25, 1, 180, 320, 0, card.toString(), 12));
    List<Frame> frames = VideoFixture.decode(cut, EVERY_FRAME);
    assertEquals(22, frames.size());
    Color bar = VideoFixture.colourAt(frames.get(9), 90, 9 * 7 + 6);
    assertTrue(VideoFixture.alike(bar, Color.WHITE, 60), "bar, now lying: " + bar);
    Color last = VideoFixture.colourAt(frames.get(21), 90, 160);
    assertTrue(VideoFixture.alike(last, Color.GREEN, 30), last::toString);
  }

  @Test
  void soundIsMadeAsLoudAsEbuR128AsksForAndDoesNotClick() throws Exception {
    Path video = folder.resolve("sound.mkv");
    RawVideo.Spec spec = RawVideo.Spec.of("matroska", "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo raw = RawVideo.create(video, spec).withSound()) {
      for (int i = 0; i < 200; i++) {
        raw.tone(40_000L * i, 40, i < 100 ? 1000 : 500);
        raw.picture(40_000L * i, RawVideo.plain(100, 128, 128));
      }
    }
    Path cut =
        cut(
            video,
            new CutOrder(
                List.of(shot(10, 61), shot(110, 161), shot(30, 81)), 25, 1, 160, 96, 0, "", 0));
    MediaFacts facts = new VideoProber().probe(cut);
    assertTrue(facts.hasAudio());
    assertEquals(6120, facts.durationMs(), 45);
    float[] left = samples(cut);
    assertEquals(-23, loudness(left), 0.5);
    // 1 kHz, then 500 Hz, then 1 kHz, each in its own time.
    assertEquals(2000, crossings(left, 0.5, 1.5), 4);
    assertEquals(1000, crossings(left, 2.5, 3.5), 4);
    assertEquals(2000, crossings(left, 4.5, 5.5), 4);
    // A sine of 1 kHz moves by 13 % of its height from one sample to the next; a click by more.
    float height = 0;
    float step = 0;
    for (int i = 4800; i < left.length - 4800; i++) {
      height = Math.max(height, Math.abs(left[i]));
      step = Math.max(step, Math.abs(left[i] - left[i - 1]));
    }
    assertTrue(step < 0.16 * height, step + " of " + height);
    int atCut = (int) Math.round(2.04 * 48_000);
    float quiet = 0;
    for (int i = atCut - 24; i < atCut + 24; i++) {
      quiet = Math.max(quiet, Math.abs(left[i]));
    }
    assertTrue(quiet < 0.35 * height, "the first shot ends and the second begins with a fade");
  }

  @Test
  void videoThatEndsBeforeTheShotShowsItsLastFrame() throws Exception {
    Path video = numbered(Format.MP4, 25, 30);
    Path cut = cut(video, new CutOrder(List.of(shot(25, 35)), 25, 1, 320, 180, 0, "", 0));
    assertEquals(List.of(25, 26, 27, 28, 29, 29, 29, 29, 29, 29), numbers(cut));
  }

  @Test
  void whoWantsNoMoreEndsTheChild() throws Exception {
    Path video = numbered(Format.MP4, 25, 120);
    CutOrder order = new CutOrder(List.of(shot(0, 120)), 25, 1, 320, 180, 0, "", 0);
    IllegalStateException stop = new IllegalStateException("stop");
    assertEquals(
        stop,
        assertThrows(
            IllegalStateException.class,
            () ->
                VideoCuts.write(
                    video,
                    order,
                    folder.resolve("stopped.mp4"),
                    DecoderChild.standard(),
                    frames -> {
                      throw stop;
                    })));
  }

  private static CutOrder.Shot shot(int begin, int end) {
    return new CutOrder.Shot(begin, end, 0.5, 0.5);
  }

  private static List<Integer> range(int... borders) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < borders.length; i += 2) {
      for (int n = borders[i]; n < borders[i + 1]; n++) {
        all.add(n * 7 % WIDTH_PX / 7);
      }
    }
    return all;
  }

  private Path numbered(Format format, double hz, int frames) throws IOException {
    return VideoFixture.video(
        folder.resolve("numbered.mp4"),
        Settings.of(format, WIDTH_PX, HEIGHT_PX, hz),
        VideoFixture.constantRate(frames, hz));
  }

  private Path cut(Path video, CutOrder order) throws Exception {
    Path cut = folder.resolve("cut.mp4");
    VideoCuts.write(video, order, cut, DecoderChild.standard(), frames -> {});
    assertEquals(order.frames(), VideoFixture.decode(cut, EVERY_FRAME).size());
    return cut;
  }

  /** Which frame of the video each one is: where its bar stands. */
  private static List<Integer> numbers(Path cut) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (Frame frame : VideoFixture.decode(cut, EVERY_FRAME)) {
      int left = 0;
      while (left < WIDTH_PX && VideoFixture.colourAt(frame, left, 90).getGreen() < 150) {
        left++;
      }
      numbers.add((int) Math.round(left / 7.0));
    }
    return numbers;
  }

  private static float[] samples(Path video) throws IOException {
    List<Short> all = new ArrayList<>();
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile())) {
      grabber.setSampleMode(FrameGrabber.SampleMode.SHORT);
      grabber.start();
      for (var frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
        ShortBuffer stereo = (ShortBuffer) frame.samples[0];
        while (stereo.hasRemaining()) {
          all.add(stereo.get());
          stereo.get();
        }
      }
    }
    float[] left = new float[all.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = all.get(i) / 32_768f;
    }
    return left;
  }

  /** Of a sine of 1 kHz in both channels the loudness is its level: BS.1770's filter is 0.69 dB. */
  private static double loudness(float[] left) {
    double sum = 0;
    for (float sample : left) {
      sum += sample * sample;
    }
    return 10 * Math.log10(2 * sum / left.length);
  }

  private static int crossings(float[] samples, double fromS, double toS) {
    int count = 0;
    for (int i = (int) (fromS * 48_000); i < toS * 48_000; i++) {
      count += samples[i] >= 0 != samples[i - 1] >= 0 ? 1 : 0;
    }
    return count;
  }
}
