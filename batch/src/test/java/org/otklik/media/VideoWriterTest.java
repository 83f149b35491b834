package org.otklik.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;

class VideoWriterTest {
  private static final Settings SMALL = Settings.of(Format.MP4, 64, 48, 25);

  @TempDir Path folder;

  @Test
  void anMp4BeginsWithItsIndexSoThatItPlaysBeforeAllIsThere() throws Exception {
    Path video = VideoFixture.video(folder.resolve("a.mp4"), 50);
    String bytes = Files.readString(video, ISO_8859_1);
    assertTrue(bytes.indexOf("moov") < bytes.indexOf("mdat"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyPictureIsInTheFileAndTheLastLastsAsLongAsTheOthers(Format format) throws Exception {
    Path video = folder.resolve("video");
    VideoFixture.video(video, Settings.of(format, 64, 48, 25), VideoFixture.constantRate(50, 25));
    assertEquals(50, new VideoProber().probe(video).frameCount());
    assertEquals(2000, new VideoProber().probe(video).durationMs());
  }

  @Test
  void refusesTimesThatDoNotAscendOrLieBetweenTwoFrames() throws Exception {
    BufferedImage picture = VideoFixture.bar(64, 48, 0);
    try (VideoWriter writer = VideoWriter.create(folder.resolve("t.mp4"), SMALL)) {
      writer.write(picture, 40_000);
      assertThrows(IllegalArgumentException.class, () -> writer.write(picture, 40_000));
      assertThrows(IllegalArgumentException.class, () -> writer.write(picture, 0));
      assertThrows(IllegalArgumentException.class, () -> writer.write(picture, 100_000));
      writer.write(picture, 120_999);
    }
  }

  @Test
  void refusesPicturesOfAnotherSizeOrKind() throws Exception {
    try (VideoWriter writer = VideoWriter.create(folder.resolve("p.mp4"), SMALL)) {
      writer.write(VideoFixture.bar(64, 48, 0), 0);
      BufferedImage large = VideoFixture.bar(66, 48, 0);
      assertThrows(IllegalArgumentException.class, () -> writer.write(large, 40_000));
      BufferedImage rgb = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      assertThrows(IllegalArgumentException.class, () -> writer.write(rgb, 40_000));
    }
  }

  @Test
  void aPartOfAnotherPictureIsWrittenAsItLooks() throws Exception {
    BufferedImage whole = VideoFixture.plain(200, 100, VideoFixture.GROUND);
    whole.createGraphics().fillRect(50, 20, 64, 48);
    Path video = folder.resolve("s.mp4");
    try (VideoWriter writer = VideoWriter.create(video, SMALL)) {
      writer.write(whole.getSubimage(50, 20, 64, 48), 0);
      writer.write(whole.getSubimage(0, 20, 64, 48), 40_000);
    }
    var frame = VideoFixture.decode(video, DecodeSettings.STANDARD).get(0);
    for (int[] corner : new int[][] {{1, 1}, {62, 1}, {1, 46}, {62, 46}}) {
      assertTrue(VideoFixture.colourAt(frame, corner[0], corner[1]).getGreen() > 245);
    }
  }

  @Test
  void aFileThatCannotBeMadeIsAnError() {
    Path nowhere = folder.resolve("no-such-folder").resolve("a.mp4");
    assertThrows(IOException.class, () -> VideoWriter.create(nowhere, SMALL));
  }

  @Test
  void closingTellsThatOnlyTheEndDidNotFit() throws Exception {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "no shell that could limit a file's size");
    long blocks = (Files.size(VideoFixture.video(folder.resolve("whole.mp4"), 50)) - 1) / 512;
    Process child =
        new ProcessBuilder(
                shell.toString(),
                "-c",
                "ulimit -f " + blocks + " && exec \"$@\"",
                "sh",
                DecoderChild.standard().java().toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                WritingMain.class.getName(),
                folder.resolve("cut.mp4").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, child.waitFor(), said);
    assertTrue(said.contains("written") && said.contains("not whole"), said);
  }

  /** All pictures can be written, but the video cannot be finished. */
  static final class WritingMain {
    public static void main(String[] arguments) throws IOException {
      Settings settings = Settings.of(Format.MP4, 320, 180, 25);
      VideoWriter writer = VideoWriter.create(Path.of(arguments[0]), settings);
      for (int i = 0; i < 50; i++) {
        writer.write(VideoFixture.bar(320, 180, i), i * 40_000L);
      }
      System.out.println("written");
      try {
        writer.close();
      } catch (IOException e) {
        System.out.println("not whole: " + e.getMessage());
      }
    }
  }
}
