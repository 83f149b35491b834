package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.media.VideoFixture.constantRate;
import static org.otklik.media.VideoFixture.decode;
import static org.otklik.media.VideoFixture.times;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.media.RawVideo.Spec;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;

/** Files that hold less, more or other than one recording. */
class VideoWholenessTest {
  private static final byte[] WEBM_DURATION = {0x44, (byte) 0x89, (byte) 0x88};

  @TempDir Path folder;

  @Test
  void webmWhoseHeaderStatesMoreThanItsPicturesHoldIsAsLongAsThese() throws Exception {
    Path video = statesMore(webm(100));
    MediaFacts facts = new VideoProber().probe(video);
    assertEquals(100, facts.frameCount());
    assertEquals(5000, facts.durationMs(), 60);
    assertFalse(facts.playsInBrowsers(), "a player would show the header's length");
  }

  @Test
  void mp4WhoseHeaderStatesMoreThanItsPicturesHoldIsAsLongAsThese() throws Exception {
    Path video = VideoFixture.video(file("a.mp4"), 100);
    byte[] bytes = Files.readAllBytes(video);
    for (String box : List.of("mvhd", "mdhd", "tkhd")) {
      int at = indexOf(bytes, box.getBytes(StandardCharsets.US_ASCII), 0);
      int duration = at + (box.equals("tkhd") ? 24 : 20);
      ByteBuffer.wrap(bytes).putInt(duration, 4 * ByteBuffer.wrap(bytes).getInt(duration));
    }
    Files.write(video, bytes);
    assertEquals(4000, new VideoProber().probe(video).durationMs(), 60);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.97})
  void webmThatStatesMoreAndIsCutOffIsTruncated(double share) throws Exception {
    Path video = statesMore(webm(100));
    byte[] bytes = Files.readAllBytes(video);
    int left = (int) (share * bytes.length);
    Files.write(video, Arrays.copyOf(bytes, left));
    assertEquals(Reason.TRUNCATED, refusal(video));
    Files.write(video, Arrays.copyOf(Arrays.copyOf(bytes, left), bytes.length)); // zeros instead
    assertEquals(Reason.TRUNCATED, refusal(video));
  }

  @ParameterizedTest
  @CsvSource({
    "webm, libvpx, 0",
    "webm, libvpx, 1",
    "matroska, mpeg4, 0",
    "mp4, mpeg4, 0",
    "mpegts, mpeg2video, 0",
    "flv, flv, 0",
    "avi, mpeg4, 0",
    "ogg, libvpx, 0",
    "asf, wmv2, 0",
    "mpeg, mpeg2video, 0"
  })
  void twoRecordingsJoinedByteByByteAreRefused(String muxer, String encoder, String live)
      throws Exception {
    Map<String, String> muxing = live.equals("1") ? Map.of("live", "1") : Map.of();
    Spec spec = Spec.of(muxer, encoder, AV_PIX_FMT_YUV420P, 160, 96).muxing(muxing);
    Path one = written("one", spec, 50);
    assertEquals(50, new VideoProber().probe(one).frameCount(), 1);
    Path other = written("other", spec, 75);
    Files.write(one, joined(Files.readAllBytes(one), Files.readAllBytes(other)));
    assertEquals(Reason.JOINED, refusal(one));
  }

  @Test
  void recordingsOfDifferentFormatsJoinedAreRefused() throws Exception {
    byte[] mp4 = Files.readAllBytes(VideoFixture.video(file("a.mp4"), 25));
    byte[] webm = Files.readAllBytes(webm(25));
    assertEquals(Reason.JOINED, refusal(Files.write(file("1"), joined(mp4, webm))));
    assertEquals(Reason.JOINED, refusal(Files.write(file("2"), joined(webm, mp4))));
    Spec spec = Spec.of("webm", "libvpx", AV_PIX_FMT_YUV420P, 160, 96).muxing(Map.of("live", "1"));
    byte[] recordedLive = Files.readAllBytes(written("live", spec, 50));
    assertEquals(Reason.JOINED, refusal(Files.write(file("3"), joined(recordedLive, mp4))));
  }

  @ParameterizedTest
  @CsvSource({"avi, mpeg4", "asf, wmv2", "flv, flv"})
  void halfAFileIsToldAsTruncatedThoughNothingDeclaresItsLength(String muxer, String encoder)
      throws Exception {
    Path whole = written("whole", Spec.of(muxer, encoder, AV_PIX_FMT_YUV420P, 160, 96), 200);
    assertEquals(200, new VideoProber().probe(whole).frameCount(), 1);
    byte[] bytes = Files.readAllBytes(whole);
    byte[] half = Arrays.copyOf(bytes, bytes.length * 6 / 10);
    assertEquals(Reason.TRUNCATED, refusal(Files.write(file("half"), half)));
  }

  @Test
  void fillingBehindARecordingIsNoSecondOne() throws Exception {
    byte[] zeros = new byte[5000];
    byte[] mp4 = Files.readAllBytes(VideoFixture.video(file("a.mp4"), 25));
    assertEquals(
        25, new VideoProber().probe(Files.write(file("1"), joined(mp4, zeros))).frameCount());
    byte[] webm = Files.readAllBytes(webm(25));
    Path padded = Files.write(file("2"), joined(webm, zeros));
    assertEquals(25, new VideoProber().probe(padded).frameCount());
  }

  @Test
  void clockThatJumpsBackIsMended() throws Exception {
    Path video = written("jump.webm", live(), 200);
    byte[] bytes = Files.readAllBytes(video);
    int behind = 0;
    for (int at = indexOf(bytes, cluster(), 0); at >= 0; at = indexOf(bytes, cluster(), at + 4)) {
      int time = at + 4 + Integer.numberOfLeadingZeros(bytes[at + 4] & 0xff) - 23;
      assertEquals((byte) 0xE7, bytes[time]);
      int length = bytes[time + 1] & 0x7f;
      long ms = 0;
      for (int i = 0; i < length; i++) {
        ms = ms << 8 | bytes[time + 2 + i] & 0xff;
      }
      if (ms >= 4000) {
        behind++;
        for (int i = 0; i < length; i++) {
          bytes[time + 2 + i] = (byte) (ms - 3000 >> 8 * (length - 1 - i));
        }
      }
    }
    assertTrue(behind > 1);
    Files.write(video, bytes);

    MediaFacts facts = new VideoProber().probe(video);

    assertEquals(200, facts.frameCount());
    assertEquals(8000, facts.durationMs(), 100);
    assertFalse(facts.playsInBrowsers(), "a player would show the clock's own times");
    List<Integer> times = times(decode(video, DecodeSettings.STANDARD));
    assertEquals(80, times.size(), 1);
    assertEquals(times.stream().sorted().distinct().toList(), times);
  }

  /** The times of 36 frames are those of the clock's last one, or count on by a millisecond. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void clockThatStandsStillIsMended(int stepMs) throws Exception {
    Path video =
        stamped(i -> i < 48 ? 83 * i : 83 * Math.max(47, i - 36) + stepMs * Math.min(i - 47, 36));

    assertEquals(96, new VideoProber().probe(video).frameCount());
    assertEquals(8000, new VideoProber().probe(video).durationMs(), 150);
    assertFalse(new VideoProber().probe(video).playsInBrowsers());
    assertEquals(80, times(decode(video, DecodeSettings.STANDARD)).size(), 1);
  }

  /** After half a second without any, twenty frames come at once: each keeps its time. */
  @Test
  void framesHandedOverInABunchKeepTheirTimes() throws Exception {
    Path video = stamped(i -> i < 40 ? 40 * i : i < 60 ? 2400 + i % 2 : 40 * i);
    List<Integer> times = times(decode(video, DecodeSettings.STANDARD));
    assertEquals(3800, times.get(times.size() - 1), 40);
    assertTrue(times.stream().noneMatch(ms -> ms > 1560 && ms < 2400), times.toString());
    assertEquals(3840, new VideoProber().probe(video).durationMs(), 100);
  }

  /**
   * 96 frames of a WebM whose times are written over.
   *
   * @param timesMs by the frame's number
   */
  private Path stamped(IntUnaryOperator timesMs) throws IOException {
    Spec spec =
        Spec.of("webm", "libvpx", AV_PIX_FMT_YUV420P, 160, 96)
            .muxing(Map.of("live", "1", "cluster_time_limit", "30000"))
            .encoding(Map.of("deadline", "realtime", "auto-alt-ref", "0", "lag-in-frames", "0"));
    Path video = written("stamped.webm", spec, 96);
    byte[] bytes = Files.readAllBytes(video);
    int at = indexOf(bytes, cluster(), 0);
    int clusterMs = 0;
    for (int i = 0; i < 96; i++) {
      if (bytes[at] == 0x1f) { // a cluster: its name, length and time
        at += 4 + Integer.numberOfLeadingZeros(bytes[at + 4] & 0xff) - 23;
        int timeLength = bytes[at + 1] & 0x7f;
        clusterMs =
            new BigInteger(1, Arrays.copyOfRange(bytes, at + 2, at + 2 + timeLength)).intValue();
        at += 2 + timeLength;
      }
      assertEquals((byte) 0xA3, bytes[at], "a frame's block");
      int length = Integer.numberOfLeadingZeros(bytes[at + 1] & 0xff) - 23;
      int size = bytes[at + 1] & (1 << 8 - length) - 1;
      for (int j = 1; j < length; j++) {
        size = size << 8 | bytes[at + 1 + j] & 0xff;
      }
      int content = at + 1 + length;
      ByteBuffer.wrap(bytes).putShort(content + 1, (short) (timesMs.applyAsInt(i) - clusterMs));
      at = content + size;
    }
    return Files.write(video, bytes);
  }

  @Test
  void aScreenAndACameraInOneFileAreRefused() {
    assertEquals(Reason.TWO_VIDEO_TRACKS, refusal(resource("screen-track-first.mkv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"matroska", "mp4"})
  void aCoverIsNoSecondTrack(String muxer) throws Exception {
    for (int disposition : new int[] {0, AV_DISPOSITION_ATTACHED_PIC}) {
      Path video = file("cover." + disposition);
      Spec spec = Spec.of(muxer, "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
      try (RawVideo out = RawVideo.create(video, spec).withStills(disposition)) {
        out.still(0, jpeg());
        pictures(out, 50);
      }
      assertEquals(50, new VideoProber().probe(video).frameCount());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nut, mpeg4, yuv420p",
    "rm, rv10, yuv420p",
    "ivf, libvpx, yuv420p",
    "m4v, mpeg4, yuv420p",
    "mpeg1video, mpeg1video, yuv420p",
    "mjpeg, mjpeg, yuvj420p",
    "gxf, mpeg2video, yuv420p"
  })
  void otherFormatsAreKnownAndNotSupported(String muxer, String encoder, String pixels)
      throws Exception {
    int format = pixels.equals("yuvj420p") ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P;
    boolean tv = muxer.equals("gxf");
    Spec spec = Spec.of(muxer, encoder, format, tv ? 720 : 176, tv ? 576 : 144);
    assertEquals(Reason.UNSUPPORTED, refusal(written("other", spec, 25)));
  }

  @Test
  void rawPicturesAreKnownAndNotSupported() throws Exception {
    assertEquals(Reason.UNSUPPORTED, refusal(resource("raw.h264")));
    byte[] mxf = HexFormat.of().parseHex("060e2b34020501010d01020101020400");
    assertEquals(Reason.UNSUPPORTED, refusal(Files.write(file("a.mxf"), Arrays.copyOf(mxf, 9999))));
    ByteArrayOutputStream y4m = new ByteArrayOutputStream();
    y4m.write("YUV4MPEG2 W64 H64 F25:1 C420\n".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 5; i++) {
      y4m.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
      y4m.write(new byte[64 * 64 * 3 / 2]);
    }
    assertEquals(Reason.UNSUPPORTED, refusal(Files.write(file("a.y4m"), y4m.toByteArray())));
  }

  @Test
  void fragmentsWithoutTheirHeadLackTheBeginning() {
    assertEquals(Reason.BEGINNING_MISSING, refusal(resource("fragments-without-beginning.mp4")));
  }

  @ParameterizedTest
  @CsvSource({"mp4, mpeg4", "matroska, mpeg4", "webm, libvpx", "avi, mpeg4"})
  void fileWithoutItsFirstThirdLacksTheBeginning(String muxer, String encoder) throws Exception {
    Spec spec = Spec.of(muxer, encoder, AV_PIX_FMT_YUV420P, 160, 96);
    boolean clusters = !muxer.equals("mp4") && !muxer.equals("avi");
    Map<String, String> muxing = clusters ? Map.of("cluster_time_limit", "1000") : Map.of();
    Path video = written("b", spec.muxing(muxing), 200);
    byte[] bytes = Files.readAllBytes(video);
    Files.write(video, Arrays.copyOfRange(bytes, bytes.length / 3, bytes.length));
    assertEquals(Reason.BEGINNING_MISSING, refusal(video));
  }

  @Test
  void encryptedVideoIsProtected() throws Exception {
    Spec spec =
        Spec.of("mp4", "mpeg4", AV_PIX_FMT_YUV420P, 160, 96)
            .muxing(
                Map.of(
                    "encryption_scheme", "cenc-aes-ctr",
                    "encryption_key", "76a6c65c5ea762046bd749a2e632ccbb",
                    "encryption_kid", "a7e61c373e219033c21091fa607bf3b8"));
    assertEquals(Reason.PROTECTED, refusal(written("secret.mp4", spec, 25)));
  }

  @Test
  void scrambledTransportStreamIsProtected() throws Exception {
    Path video =
        written("open.ts", Spec.of("mpegts", "mpeg2video", AV_PIX_FMT_YUV420P, 160, 96), 25);
    byte[] bytes = Files.readAllBytes(video);
    for (int at = 0; at < bytes.length; at += 188) {
      if ((bytes[at + 1] & 0x1f) == 1) { // of the track, not of the tables: 0x100
        bytes[at + 3] |= (byte) 0x80;
      }
    }
    Files.write(video, bytes);
    assertEquals(Reason.PROTECTED, refusal(video));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fbb3112223bdd211b4b700a0c955fc6e", "14e68a292226174cb935dae07ee9289c"})
  void encryptedAsfIsProtected(String object) throws Exception {
    Path video = written("open.wmv", Spec.of("asf", "wmv2", AV_PIX_FMT_YUV420P, 160, 96), 25);
    byte[] bytes = Files.readAllBytes(video);
    byte[] codecs = HexFormat.of().parseHex("4052d1861d31d011a3a400a0c90348f6");
    byte[] encryption = HexFormat.of().parseHex(object);
    System.arraycopy(encryption, 0, bytes, indexOf(bytes, codecs, 0), encryption.length);
    Files.write(video, bytes);
    assertEquals(Reason.PROTECTED, refusal(video));
  }

  @ParameterizedTest
  @ValueSource(strings = {"matroska", "mp4", "avi"})
  void trackWithoutFramesIsEmpty(String muxer) throws Exception {
    Spec spec = Spec.of(muxer, "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
    assertEquals(Reason.NO_FRAMES, refusal(written("empty", spec, 0)));
  }

  private static Spec live() {
    return Spec.of("webm", "libvpx", AV_PIX_FMT_YUV420P, 160, 96)
        .muxing(Map.of("live", "1", "cluster_time_limit", "1000"));
  }

  private Path written(String name, Spec spec, int frames) throws IOException {
    Path video = file(name);
    try (RawVideo out = RawVideo.create(video, spec)) {
      pictures(out, frames);
    }
    return video;
  }

  private static void pictures(RawVideo out, int frames) throws IOException {
    for (int i = 0; i < frames; i++) {
      int shade = 60 + i;
      out.picture(i * 40_000L, RawVideo.painted((plane, x, y) -> plane == 0 ? shade + x : 128));
    }
  }

  private Path webm(int frames) throws IOException {
    return VideoFixture.video(
        file("w" + frames + ".webm"),
        Settings.of(Format.WEBM, 160, 90, 20),
        constantRate(frames, 20));
  }

  /** Four times the length in the header. */
  private static Path statesMore(Path webm) throws IOException {
    byte[] bytes = Files.readAllBytes(webm);
    int at = indexOf(bytes, WEBM_DURATION, 0) + WEBM_DURATION.length;
    ByteBuffer.wrap(bytes).putDouble(at, 4 * ByteBuffer.wrap(bytes).getDouble(at));
    return Files.write(webm, bytes);
  }

  private static byte[] cluster() {
    return new byte[] {0x1f, 0x43, (byte) 0xb6, 0x75};
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    return IntStream.range(from, bytes.length - wanted.length)
        .filter(at -> Arrays.equals(wanted, 0, wanted.length, bytes, at, at + wanted.length))
        .findFirst()
        .orElse(-1);
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(VideoFixture.plain(64, 64, Color.RED), "jpeg", out);
    return out.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path resource(String name) {
    try (InputStream in = VideoWholenessTest.class.getResourceAsStream("video/" + name)) {
      Files.write(file(name), in.readAllBytes());
      return file(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reason refusal(Path video) {
    return assertThrows(UnusableMediaException.class, () -> new VideoProber().probe(video))
        .reason();
  }
}
