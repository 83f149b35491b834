package org.otklik.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.media.child.DecoderMain;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;

class VideoProberTest {
  @TempDir Path folder;

  @Test
  void measuresAnMp4() throws Exception {
    MediaFacts facts = new VideoProber().probe(VideoFixture.video(file("a.mp4"), 50));
    assertEquals("mov,mp4,m4a,3gp,3g2,mj2", facts.container());
    assertEquals("h264", facts.videoCodec());
    assertEquals(320, facts.widthPx());
    assertEquals(180, facts.heightPx());
    assertEquals(2000, facts.durationMs());
    assertEquals(50, facts.frameCount());
    assertEquals(25, facts.frameRate(), 0.01);
    assertFalse(facts.hasAudio());
    assertEquals(50, facts.frameTimesMs().size());
    assertEquals(List.of(0, 40, 80), facts.frameTimesMs().subList(0, 3));
    assertEquals(1960, facts.frameTimesMs().get(49));
  }

  @Test
  void measuresAWebmWhoseHeaderCannotBeTrusted() throws Exception {
    Path video =
        VideoFixture.video(
            file("b.webm"),
            Settings.of(Format.WEBM, 160, 90, 20),
            VideoFixture.constantRate(40, 20));
    MediaFacts facts = new VideoProber().probe(video);
    assertEquals("vp8", facts.videoCodec());
    assertEquals(40, facts.frameCount());
    assertEquals(2000, facts.durationMs(), 50);
  }

  @Test
  void fileNamesMayBeInAnyAlphabet() throws Exception {
    Path video = VideoFixture.video(file("plain.mp4"), 5);
    Path renamed;
    try {
      renamed = Files.move(video, file("ролик №1 %20#.mp4"));
    } catch (InvalidPathException e) {
      abort("the locale of this JVM has no such names");
      return;
    }
    assertEquals(5, new VideoProber().probe(renamed).frameCount());
  }

  @Test
  void anEmptyFileIsEmpty() throws Exception {
    assertEquals(Reason.EMPTY, refusal(Files.createFile(file("empty.mp4"))));
  }

  @Test
  void aMissingFileIsNoVideo() {
    assertEquals(Reason.NOT_A_VIDEO, refusal(file("nowhere.mp4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just a letter, renamed.\n",
        "#EXTM3U\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile /etc/hostname\n",
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"></MPD>"
      })
  void textAndPlaylistsAreNoVideos(String text) throws Exception {
    assertEquals(Reason.NOT_A_VIDEO, refusal(Files.writeString(file("t.mp4"), text.repeat(20))));
    assertEquals(Reason.NOT_A_VIDEO, refusal(Files.writeString(file("t.m3u8"), text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void aPictureIsAPicture(String type) throws Exception {
    Path picture = file("picture.mp4");
    ImageIO.write(VideoFixture.plain(64, 64, Color.RED), type, picture.toFile());
    assertEquals(Reason.A_PICTURE, refusal(picture));
  }

  @Test
  void soundAloneHasNoVideoTrack() throws Exception {
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    AudioInputStream silence =
        new AudioInputStream(new ByteArrayInputStream(new byte[32_000]), format, 16_000);
    Path sound = file("sound.mp4");
    AudioSystem.write(silence, AudioFileFormat.Type.WAVE, sound.toFile());
    assertEquals(Reason.NO_VIDEO_TRACK, refusal(sound));
  }

  @Test
  void anMp4WithoutItsIndexIsTruncated() throws Exception {
    Path video = VideoFixture.video(file("cut.mp4"), 100);
    ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(video));
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    while (whole.hasRemaining()) {
      byte[] box = new byte[whole.getInt(whole.position())];
      whole.get(box);
      if (!new String(box, 4, 4, UTF_8).equals("moov")) {
        left.write(box);
      }
    }
    Files.write(video, left.toByteArray());
    assertEquals(Reason.TRUNCATED, refusal(video));
  }

  @Test
  void anMp4WhoseSecondHalfIsMissingIsTruncated() throws Exception {
    Path video = VideoFixture.video(file("half.mp4"), 100);
    cut(video, 0.5);
    assertEquals(Reason.TRUNCATED, refusal(video));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 100, 600})
  void aFewBytesOfAFilmAreRefused(int bytes) throws Exception {
    Path video = VideoFixture.video(file("head.mp4"), 10);
    Files.write(video, Arrays.copyOf(Files.readAllBytes(video), bytes));
    assertTrue(Set.of(Reason.TRUNCATED, Reason.NOT_A_VIDEO).contains(refusal(video)));
  }

  @Test
  void aVideoThatDeclaresMoreThanItHoldsIsTruncated() throws Exception {
    Path video =
        VideoFixture.video(
            file("cut.mkv"),
            Settings.of(Format.FFV1_MKV, 64, 48, 25),
            VideoFixture.constantRate(100, 25));
    cut(video, 0.6);
    assertEquals(Reason.TRUNCATED, refusal(video));
  }

  @Test
  void limitsOfSizeAndLengthAreKept() throws Exception {
    Path video = VideoFixture.video(file("l.mp4"), 50);
    DecodeLimits limits = DecodeLimits.STANDARD;
    assertEquals(Reason.TOO_LARGE, refusal(video, limits.withFileBytes(1000)));
    assertEquals(Reason.TOO_MANY_PIXELS, refusal(video, limits.withPixels(320 * 180 - 1)));
    assertEquals(Reason.TOO_LONG, refusal(video, limits.withDurationMs(1500)));
  }

  @Test
  void aChildThatIsNotLetWorkSaysNothingOfTheFile() throws Exception {
    Path video = VideoFixture.video(file("s.mp4"), 5);
    assertEquals(Reason.SERVER_BUSY, refusal(video, child(SilentMain.class, 30, 1)));
  }

  @Test
  void aChildThatWorksInVainIsEndedInTime() throws Exception {
    Path video = VideoFixture.video(file("w.mp4"), 5);
    assertEquals(Reason.TIMED_OUT, refusal(video, child(BusyMain.class, 1, 120)));
  }

  @Test
  void aChildThatGetsNoProcessorForLongerThanItMayWorkIsWaitedFor() throws Exception {
    Path video = VideoFixture.video(file("l.mp4"), 5);
    DecoderChild late = child(LateMain.class, LateMain.LATE_S - 1, 300);
    assertEquals(5, new VideoProber(late).probe(video).frameCount());
  }

  @ParameterizedTest
  @ValueSource(classes = {KilledMain.class, NoMemoryMain.class, FullHeapMain.class})
  void aChildThatIsKilledOrWithoutMemorySaysNothingOfTheFile(Class<?> main) throws Exception {
    Path video = VideoFixture.video(file("m.mp4"), 5);
    assertEquals(Reason.SERVER_BUSY, refusal(video, child(main, 30, 300)));
  }

  @Test
  void aChildThatCannotBeStartedSaysNothingOfTheFile() throws Exception {
    Path video = VideoFixture.video(file("n.mp4"), 5);
    DecoderChild none =
        DecoderChild.standard()
            .with(
                started(
                    child -> {
                      throw new IOException("error=12, Cannot allocate memory");
                    }));
    assertEquals(Reason.SERVER_BUSY, refusal(video, none));
  }

  @Test
  void probesBeyondTheBoundWaitForTheirTurn() throws Exception {
    Path video = VideoFixture.video(file("b.mp4"), 5);
    List<DecoderProcess> started = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger most = new AtomicInteger();
    DecoderChild counted =
        DecoderChild.standard()
            .with(
                started(
                    child -> {
                      started.add(child.start());
                      int alive = (int) started.stream().filter(DecoderProcess::isAlive).count();
                      most.accumulateAndGet(alive, Math::max);
                      return started.get(started.size() - 1);
                    }));
    VideoProber prober = new VideoProber(counted, 1);
    ExecutorService uploads = Executors.newFixedThreadPool(5);
    try {
      List<Future<MediaFacts>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        all.add(uploads.submit(() -> prober.probe(video)));
      }
      for (Future<MediaFacts> one : all) {
        assertEquals(5, one.get().frameCount());
      }
    } finally {
      uploads.shutdownNow();
    }
    assertEquals(5, started.size());
    assertEquals(1, most.get());
  }

  @Test
  void aProbeThatNeverGetsItsTurnSaysNothingOfTheFile() throws Exception {
    Path video = VideoFixture.video(file("t.mp4"), 5);
    VideoProber full = new VideoProber(child(SilentMain.class, 30, 1), 0);
    assertEquals(
        Reason.SERVER_BUSY,
        assertThrows(UnusableMediaException.class, () -> full.probe(video)).reason());
  }

  private static DecoderChild child(Class<?> main, int workSeconds, int stallSeconds) {
    ChildPatience patience =
        new ChildPatience(Duration.ofSeconds(workSeconds), Duration.ofSeconds(stallSeconds));
    return DecoderChild.standard()
        .withLimits(DecodeLimits.STANDARD.withPatience(patience))
        .running(main, "256m");
  }

  @Test
  void aCrashedOrTalkingChildIsAFailedDecoder() throws Exception {
    Path video = VideoFixture.video(file("k.mp4"), 5);
    DecoderChild crashing = DecoderChild.standard().running(CrashingMain.class, "256m");
    UnusableMediaException crash =
        assertThrows(UnusableMediaException.class, () -> new VideoProber(crashing).probe(video));
    assertEquals(Reason.DECODER_FAILED, crash.reason());
    assertTrue(crash.getMessage().contains("a codec fell over"), crash.getMessage());
    DecoderChild garbage = DecoderChild.standard().running(GarbageMain.class, "256m");
    assertEquals(Reason.DECODER_FAILED, refusal(video, garbage));
  }

  @Test
  void theChildEndsWhenItsParentDies() throws Exception {
    Process child =
        new ProcessBuilder(
                DecoderChild.standard().java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SilentMain.class.getName())
            .start();
    child.getOutputStream().close();
    assertTrue(child.waitFor(10, TimeUnit.SECONDS));
  }

  /** Reads standard input to its end, as the decoder's lifeline does, and says nothing. */
  static final class SilentMain {
    public static void main(String[] arguments) throws IOException {
      System.in.readAllBytes();
    }
  }

  /** Works and never says so. */
  static final class BusyMain {
    public static void main(String[] arguments) {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  /** Does nothing for a while, as a process that the system does not let work. */
  static final class LateMain {
    static final int LATE_S = 6;

    public static void main(String[] arguments) throws Exception {
      Thread.sleep(1000L * LATE_S);
      DecoderMain.main(arguments);
    }
  }

  /** Ends as a process that got SIGKILL. */
  static final class KilledMain {
    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(137);
    }
  }

  /** Ends as a Java that is refused memory by the system. */
  static final class NoMemoryMain {
    public static void main(String[] arguments) throws Exception {
      System.err.println(
          "# There is insufficient memory for the Java Runtime Environment to go on");
      System.err.flush();
      Thread.sleep(300);
      Runtime.getRuntime().halt(1);
    }
  }

  static final class FullHeapMain {
    public static void main(String[] arguments) {
      List<byte[]> all = new ArrayList<>();
      while (true) {
        all.add(new byte[16 << 20]);
      }
    }
  }

  static final class CrashingMain {
    public static void main(String[] arguments) throws Exception {
      System.err.print("a codec fell over");
      System.err.flush();
      Thread.sleep(300);
      Runtime.getRuntime().halt(134);
    }
  }

  static final class GarbageMain {
    public static void main(String[] arguments) throws Exception {
      System.out.write("F the child was taken over, here are two gigabytes".getBytes(UTF_8));
      System.out.flush();
      Thread.sleep(60_000);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static void cut(Path video, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(video);
    Files.write(video, Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }

  private static Reason refusal(Path video) {
    return refusal(video, DecoderChild.standard());
  }

  private static Reason refusal(Path video, DecodeLimits limits) {
    return refusal(video, DecoderChild.standard().withLimits(limits));
  }

  private static Reason refusal(Path video, DecoderChild child) {
    return assertThrows(UnusableMediaException.class, () -> new VideoProber(child).probe(video))
        .reason();
  }

  private interface Starter {
    DecoderProcess start(DecoderChild child) throws IOException;
  }

  private static DecoderChild.Children started(Starter starter) {
    return new DecoderChild.Children() {
      @Override
      public DecoderProcess take(DecoderChild child, VideoIdentity video) throws IOException {
        return starter.start(child);
      }

      @Override
      public void giveBack(DecoderProcess process, VideoIdentity video) {
        process.close();
      }
    };
  }
}
