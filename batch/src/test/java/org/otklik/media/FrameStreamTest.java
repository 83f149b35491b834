package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.media.VideoFixture.colourAt;
import static org.otklik.media.VideoFixture.constantRate;
import static org.otklik.media.VideoFixture.decode;
import static org.otklik.media.VideoFixture.times;
import static org.otklik.media.VideoFixture.video;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.FrameArea;

class FrameStreamTest {
  private static final DecodeSettings EVERY_FRAME = new DecodeSettings(25, 640, -1);

  @TempDir Path folder;

  @Test
  void takesTheFirstFrameAtOrAfterEachPointOfTheGridWithItsOwnTime() throws Exception {
    Path video = video(folder.resolve("a.mp4"), 25); // 25 fps: a frame each 40 ms
    List<Frame> frames = decode(video, new DecodeSettings(10, 640, -1));
    assertEquals(List.of(0, 120, 200, 320, 400, 520, 600, 720, 800, 920), times(frames));
  }

  @Test
  void keepsTheTimesOfVariableFrameRateAndLeavesGapsEmpty() throws Exception {
    long[] timesUs = {0, 33_000, 66_000, 210_000, 290_000, 305_000, 1_400_000, 1_433_000};
    Path video = video(folder.resolve("v.mp4"), Settings.of(Format.MP4, 160, 90, 1000), timesUs);
    assertEquals(List.of(0, 210, 305, 1400), times(decode(video, new DecodeSettings(10, 640, -1))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void ofACutFrameNothingElseIsThere(int degrees) throws Exception {
    int width = 320;
    int height = 180;
    BufferedImage upright = VideoFixture.plain(width, height, Color.RED);
    Graphics2D graphics = upright.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width / 2, height);
    graphics.dispose();
    BufferedImage stored = turnedCounterclockwise(upright, degrees);
    Path video = folder.resolve("cut.mp4");
    Settings settings =
        Settings.of(Format.MP4, stored.getWidth(), stored.getHeight(), 25).rotated(degrees);
    try (VideoWriter writer = VideoWriter.create(video, settings)) {
      for (int i = 0; i < 5; i++) {
        writer.write(stored, i * 40_000L);
      }
    }
    FrameArea right = new FrameArea(0.5, 0, 0.5, 1);
    Frame frame = decode(video, EVERY_FRAME.within(right)).get(2);
    assertEquals(width / 2.0, frame.sourceWidthPx(), 4);
    assertEquals(height, frame.sourceHeightPx());
    for (int y = 0; y < frame.heightPx(); y++) {
      for (int x = 0; x < frame.widthPx(); x++) {
        int red = VideoFixture.colourAt(frame, x, y).getRed();
        assertTrue(red < 60, "red " + red + " at " + x + ", " + y);
      }
    }
  }

  @Test
  void restartsGiveExactlyTheFramesOfAnUndisturbedPass() throws Exception {
    Path video =
        video(
            folder.resolve("r.mp4"),
            Settings.of(Format.MP4, 160, 90, 29.97),
            constantRate(60, 29.97));
    List<Frame> all = decode(video, new DecodeSettings(10, 128, -1));
    for (int done : new int[] {0, 7, all.size() - 2}) {
      int afterMs = all.get(done).mediaTimeMs();
      List<Frame> rest = decode(video, new DecodeSettings(10, 128, afterMs));
      assertEquals(times(all.subList(done + 1, all.size())), times(rest));
      for (int i = 0; i < rest.size(); i++) {
        assertArrayEquals(all.get(done + 1 + i).bgr(), rest.get(i).bgr());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void turnsThePictureUpright(int degrees) throws Exception {
    // Stored as a phone held sideways stores it: turned against the rotation it declares.
    BufferedImage upright = new BufferedImage(128, 96, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = upright.createGraphics();
    graphics.setColor(Color.GREEN);
    graphics.fillRect(0, 0, 64, 48); // the left upper quarter
    graphics.dispose();
    BufferedImage stored = turnedCounterclockwise(upright, degrees);
    Path video = folder.resolve("t.mp4");
    Settings settings =
        Settings.of(Format.MP4, stored.getWidth(), stored.getHeight(), 25).rotated(degrees);
    try (VideoWriter writer = VideoWriter.create(video, settings)) {
      writer.write(stored, 0);
      writer.write(stored, 40_000);
    }

    Frame frame = decode(video, DecodeSettings.STANDARD).get(0);

    assertEquals(128, frame.widthPx());
    assertEquals(96, frame.heightPx());
    assertEquals(128, frame.sourceWidthPx());
    assertEquals(96, frame.sourceHeightPx());
    assertTrue(colourAt(frame, 20, 20).getGreen() > 200, "left upper");
    for (int[] dark : new int[][] {{100, 20}, {20, 80}, {100, 80}}) {
      assertTrue(colourAt(frame, dark[0], dark[1]).getGreen() < 50, dark[0] + "," + dark[1]);
    }
    assertEquals(degrees, new VideoProber().probe(video).rotationDegrees());
    assertEquals(128, new VideoProber().probe(video).widthPx());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void redIsRedInEveryPixelFormat(Format format) throws Exception {
    Color red = new Color(220, 20, 30);
    Path video = folder.resolve("red");
    try (VideoWriter writer = VideoWriter.create(video, Settings.of(format, 160, 96, 25))) {
      for (int i = 0; i < 5; i++) {
        writer.write(VideoFixture.plain(160, 96, red), i * 40_000L);
      }
    }
    Frame frame = decode(video, DecodeSettings.STANDARD).get(1);
    byte[] bgr = frame.bgr();
    assertTrue((bgr[2] & 0xff) > 200 && (bgr[0] & 0xff) < 60, "blue, green, red");
    Color seen = colourAt(frame, 80, 48);
    assertTrue(VideoFixture.alike(red, seen, 6), seen.toString());
  }

  @Test
  void scalesTheLongerSideDownToEvenSizesAndNeverUp() throws Exception {
    Path odd = folder.resolve("odd.webm");
    video(odd, Settings.of(Format.WEBM, 321, 181, 30), constantRate(10, 30));
    Frame whole = decode(odd, new DecodeSettings(10, 640, -1)).get(0);
    assertEquals(List.of(320, 180, 321, 181), sizes(whole));
    Frame small = decode(odd, new DecodeSettings(10, 100, -1)).get(0);
    assertEquals(List.of(100, 56, 321, 181), sizes(small));
    assertEquals(3 * 100 * 56, small.bgr().length);
  }

  @Test
  void webmWithoutDeclaredFrameTimesKeepsItsMilliseconds() throws Exception {
    Path video =
        video(
            folder.resolve("w.webm"), Settings.of(Format.WEBM, 160, 90, 15), constantRate(30, 15));
    List<Frame> frames = decode(video, new DecodeSettings(5, 640, -1));
    assertEquals(List.of(0, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800), times(frames));
  }

  @Test
  void givesWindowsOfFramesAndThenNone() throws Exception {
    Path video = video(folder.resolve("n.mp4"), 25);
    try (FrameStream stream =
        FrameStream.open(video, DecodeSettings.STANDARD, DecoderChild.standard())) {
      assertEquals(8, stream.next(8).size());
      assertEquals(2, stream.next(8).size());
      assertEquals(List.of(), stream.next(8));
      assertEquals(Optional.empty(), stream.next());
    }
  }

  @Test
  void closingEarlyEndsTheChild() throws Exception {
    Path video = video(folder.resolve("c.mp4"), 250);
    long pid;
    try (FrameStream stream =
        FrameStream.open(video, new DecodeSettings(25, 640, -1), DecoderChild.standard())) {
      assertTrue(stream.next().isPresent());
      pid = stream.pid();
      assertTrue(ProcessHandle.of(pid).isPresent());
    }
    assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    assertFalse(Files.exists(Path.of("/proc/" + pid)), "a zombie is left");
  }

  @Test
  void goesOnAfterDestroyedBytesAndSaysWhereTheyWere() throws Exception {
    Path video = video(folder.resolve("d.mp4"), 200);
    destroyTheMiddle(video, 2000);
    List<Frame> frames = decode(video, new DecodeSettings(25, 640, -1));
    assertTrue(frames.stream().anyMatch(f -> f.bgr() == null), "nothing was found broken");
    assertEquals(7960, frames.get(frames.size() - 1).mediaTimeMs());
    assertEquals(200, frames.size(), "every time is accounted for");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void threadsChangeNeitherTimesNorPictures(Format format) throws Exception {
    Path video = folder.resolve("threads");
    video(video, Settings.of(format, 160, 96, 25), constantRate(60, 25));
    assertSame(
        decode(video, EVERY_FRAME.withThreads(1)), decode(video, EVERY_FRAME.withThreads(3)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"MP4", "WEBM"})
  void threadsLoseFramesOnlyWhereBytesAreDestroyed(Format format) throws Exception {
    Path video = folder.resolve("threads");
    video(video, Settings.of(format, 320, 180, 25), constantRate(200, 25));
    destroyTheMiddle(video, 2000);
    List<Frame> one = decode(video, EVERY_FRAME.withThreads(1));
    List<Frame> three = decode(video, EVERY_FRAME.withThreads(3));
    assertTrue(one.size() - lost(one).size() < 200, "nothing was destroyed");
    assertEquals(times(one), times(three));
    for (int lostMs : Stream.concat(lost(one).stream(), lost(three).stream()).toList()) {
      assertTrue(lostMs > 3000 && lostMs < 7000, "lost at " + lostMs + " of 8000 ms");
    }
  }

  private static List<Integer> lost(List<Frame> frames) {
    return times(frames.stream().filter(f -> f.bgr() == null).toList());
  }

  private static void assertSame(List<Frame> one, List<Frame> other) {
    assertEquals(times(one), times(other));
    for (int i = 0; i < one.size(); i++) {
      assertArrayEquals(one.get(i).bgr(), other.get(i).bgr(), "at " + one.get(i).mediaTimeMs());
    }
  }

  private void destroyTheMiddle(Path video, int count) throws IOException {
    byte[] bytes = Files.readAllBytes(video);
    Random random = new Random(7);
    int middle = bytes.length / 2;
    for (int i = middle; i < middle + count; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    Files.write(video, bytes);
  }

  private static List<Integer> sizes(Frame frame) {
    return List.of(
        frame.widthPx(), frame.heightPx(), frame.sourceWidthPx(), frame.sourceHeightPx());
  }

  private static BufferedImage turnedCounterclockwise(BufferedImage picture, int degrees) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean lying = degrees % 180 != 0;
    BufferedImage turned =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = turned.createGraphics();
    graphics.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
    graphics.rotate(Math.toRadians(-degrees));
    graphics.translate(-width / 2.0, -height / 2.0);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return turned;
  }
}
