package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_ME;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.media.VideoFixture.alike;
import static org.otklik.media.VideoFixture.colourAt;
import static org.otklik.media.VideoFixture.decode;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.media.RawVideo.Spec;
import org.otklik.vision.image.Frame;

/** Pictures look as players show them, however the video stores them. */
class VideoThumbnailsTest {
  private static final int BRIGHT = 235;
  private static final int DARK = 16;
  private static final int NO_COLOUR = 128;

  /** 16.16 fixed point. */
  private static final int ONE = 1 << 16;

  @TempDir Path folder;

  /** Where the stored left upper quarter, the bright one, is shown. */
  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 1, right upper", // selfies: mirrored
    "1, 0, 0, -1, left lower",
    "0, 1, 1, 0, left upper", // turned and mirrored
    "0, -1, -1, 0, right lower",
    "0, 1, -1, 0, right upper", // turned alone
    "-1, 0, 0, -1, right lower",
  })
  void picturesAreMirroredAndTurnedAsTheContainerSays(int a, int b, int c, int d, String corner)
      throws Exception {
    Path video = folder.resolve("m.mp4");
    Spec spec = Spec.of("mp4", "mpeg4", AV_PIX_FMT_YUV420P, 128, 96);
    try (RawVideo out = RawVideo.create(video, spec)) {
      out.displayMatrix(a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 1 << 30);
      for (int i = 0; i < 3; i++) {
        out.picture(
            i * 40_000L,
            RawVideo.painted(
                (plane, x, y) -> plane > 0 ? NO_COLOUR : x < 64 && y < 48 ? BRIGHT : DARK));
      }
    }

    Frame frame = decode(video, DecodeSettings.STANDARD).get(0);

    assertEquals(a == 0 ? 96 : 128, frame.widthPx());
    for (String place : List.of("left upper", "right upper", "left lower", "right lower")) {
      int x = place.startsWith("left") ? 20 : frame.widthPx() - 20;
      int y = place.endsWith("upper") ? 20 : frame.heightPx() - 20;
      assertEquals(place.equals(corner), colourAt(frame, x, y).getGreen() > 128, place);
    }
  }

  /** A bar that moves 8 pixels from one half frame to the next: woven together they are a comb. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void movingThingsOfInterlacedVideoAreNoCombs(boolean topFirst) throws Exception {
    Path video = folder.resolve("i.ts");
    int flags = AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME;
    Spec spec = Spec.of("mpegts", "mpeg2video", AV_PIX_FMT_YUV420P, 320, 240);
    try (RawVideo out = RawVideo.create(video, spec, codec -> codec.flags(codec.flags() | flags))) {
      for (int i = 0; i < 10; i++) {
        out.picture(i * 40_000L, wovenBar(i, topFirst));
      }
    }

    for (Frame frame : decode(video, new DecodeSettings(25, 640, -1))) {
      int number = Math.round(frame.mediaTimeMs() / 40f);
      assertEquals(barLeft(2 * number), leftEdge(frame, 120), 2, "place in frame " + number);
      for (int y = 8; y < 232; y++) {
        assertEquals(leftEdge(frame, y), leftEdge(frame, y + 1), 1, "comb at row " + y);
      }
    }
  }

  private static Consumer<AVFrame> wovenBar(int number, boolean topFirst) {
    return frame -> {
      int order = topFirst ? AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST : 0;
      frame.flags(frame.flags() | AVFrame.AV_FRAME_FLAG_INTERLACED | order);
      RawVideo.painted(
              (plane, x, y) -> {
                boolean second = y % 2 == (topFirst ? 1 : 0);
                int left = barLeft(2 * number + (second ? 1 : 0));
                return plane > 0 ? NO_COLOUR : x >= left && x < left + 40 ? BRIGHT : DARK;
              })
          .accept(frame);
    };
  }

  private static int barLeft(int halfFrame) {
    return 20 + 8 * halfFrame;
  }

  private static int leftEdge(Frame frame, int y) {
    int x = 0;
    while (x < frame.widthPx() - 1 && colourAt(frame, x, y).getGreen() < 128) {
      x++;
    }
    return x;
  }

  /**
   * Signals of the same scene: grey of 18 % at 26 nits and diffuse white at 203 nits (ITU-R BT.2408
   * table 1), skin between them, and a lamp of 1000 nits. In SDR grey is 104 of 255 by the camera's
   * curve, white is below 255 so that the lamp stays apart from it.
   */
  @ParameterizedTest
  @CsvSource({"PQ, 0.38, 0.49, 0.58, 0.752", "HLG, 0.38, 0.58, 0.75, 1.0"})
  void hdrLooksAsTheSceneDoesInSdr(
      String transfer, double grey, double skin, double white, double lamp) throws Exception {
    double[] patches = {grey, skin, white, lamp};
    Frame frame =
        hdrVideo(transfer, (plane, x, y) -> plane > 0 ? 512 : limited(patches[x * 4 / 320]));

    int[] seen = new int[4];
    for (int i = 0; i < 4; i++) {
      Color colour = colourAt(frame, i * 80 + 40, 90);
      seen[i] = colour.getGreen();
      assertTrue(alike(colour, new Color(seen[i], seen[i], seen[i]), 1), "grey: " + colour);
    }
    assertEquals(106, seen[0], 8, "grey of 18 %");
    assertEquals(174, seen[1], 10, "bright skin of half the white");
    assertEquals(232, seen[2], 8, "diffuse white");
    assertTrue(seen[3] >= 253 && seen[3] - seen[2] >= 12, "lamp " + seen[3]);
  }

  @Test
  void hdrColoursAreThoseOfBt709() throws Exception {
    // Red of BT.709 at 100 nits in BT.2020 (BT.2087: 0.6274, 0.0691, 0.0164), PQ by ST 2084.
    double[] rgb = {pq(62.74), pq(6.91), pq(1.64)};
    double luma = 0.2627 * rgb[0] + 0.678 * rgb[1] + 0.0593 * rgb[2];
    double cb = (rgb[2] - luma) / 1.8814;
    double cr = (rgb[0] - luma) / 1.4746;
    int[] codes = {limited(luma), (int) (512 + 896 * cb), (int) (512 + 896 * cr)};

    Color seen = colourAt(hdrVideo("PQ", (plane, x, y) -> codes[plane]), 160, 90);

    // 100 of 203 nits, just above the knee, by the display gamma 2.4.
    assertEquals(255 * Math.pow(100 / 203.0, 1 / 2.4), seen.getRed(), 4, seen.toString());
    assertTrue(seen.getGreen() < 20 && seen.getBlue() < 20, seen.toString());
  }

  private Frame hdrVideo(String transfer, RawVideo.Paint paint) throws Exception {
    Path video = folder.resolve("hdr.mkv");
    Spec spec = Spec.of("matroska", "ffv1", AV_PIX_FMT_YUV420P10LE, 320, 180);
    int trc = transfer.equals("PQ") ? AVCOL_TRC_SMPTE2084 : AVCOL_TRC_ARIB_STD_B67;
    try (RawVideo out =
        RawVideo.create(
            video,
            spec,
            codec -> {
              codec.color_trc(trc);
              codec.color_primaries(AVCOL_PRI_BT2020);
              codec.colorspace(AVCOL_SPC_BT2020_NCL);
              codec.color_range(AVCOL_RANGE_MPEG);
            })) {
      out.picture(0, RawVideo.painted(paint));
      out.picture(40_000, RawVideo.painted(paint));
    }
    return decode(video, DecodeSettings.STANDARD).get(0);
  }

  private static int limited(double signal) {
    return (int) Math.round(64 + 876 * signal);
  }

  private static double pq(double nits) {
    double power = Math.pow(nits / 10_000, 2610 / 16384.0);
    double above = 3424 / 4096.0 + 2413 / 128.0 * power;
    return Math.pow(above / (1 + 2392 / 128.0 * power), 2523 / 32.0);
  }

  @ParameterizedTest
  @CsvSource({
    "mp4, mpeg4", // in the container and in the codec
    "matroska, ffv1", // in the container alone
  })
  void pixelsThatAreNotSquareAreMadeSquare(String container, String encoder) throws Exception {
    Path video = folder.resolve("pal.video");
    Spec spec = Spec.of(container, encoder, AV_PIX_FMT_YUV420P, 180, 144);
    AVRational wide = new AVRational().num(16).den(11);
    try (RawVideo out = RawVideo.create(video, spec, codec -> codec.sample_aspect_ratio(wide))) {
      for (int i = 0; i < 5; i++) {
        out.picture(i * 40_000L, RawVideo.plain(BRIGHT, NO_COLOUR, NO_COLOUR));
      }
    }
    Frame frame = decode(video, DecodeSettings.STANDARD).get(0);
    assertEquals(262, frame.sourceWidthPx());
    assertEquals(144, frame.sourceHeightPx());
    assertEquals(262, new VideoProber().probe(video).widthPx());
  }

  @ParameterizedTest
  @CsvSource({"libvpx, 641, 359", "libvpx-vp9, 641, 359", "ffv1, 641, 359", "libvpx-vp9, 35, 1281"})
  void oddSizesAreScaledToEvenOnes(String encoder, int width, int height) throws Exception {
    Path video = folder.resolve("odd.video");
    Spec spec = Spec.of("matroska", encoder, AV_PIX_FMT_YUV420P, width, height);
    try (RawVideo out = RawVideo.create(video, spec)) {
      for (int i = 0; i < 3; i++) {
        out.picture(
            i * 40_000L,
            RawVideo.painted(
                (plane, x, y) -> plane > 0 ? NO_COLOUR : x > width / 2 ? BRIGHT : DARK));
      }
    }
    Frame frame = decode(video, DecodeSettings.STANDARD).get(0);
    assertEquals(0, frame.widthPx() % 2 + frame.heightPx() % 2);
    assertEquals(Math.min(640, Math.max(width, height) / 2 * 2), longer(frame));
    assertEquals(width, frame.sourceWidthPx());
    assertTrue(colourAt(frame, frame.widthPx() - 1, frame.heightPx() - 1).getGreen() > 225);
    assertTrue(colourAt(frame, 0, frame.heightPx() - 1).getGreen() < 30);
  }

  private static int longer(Frame frame) {
    return Math.max(frame.widthPx(), frame.heightPx());
  }

  @ParameterizedTest
  @CsvSource({
    "libvpx-vp9, yuv444p, 0",
    "libvpx-vp9, yuv440p, 0",
    "ffv1, yuv420p10le, 2",
    "ffv1, yuv422p10le, 2",
    "ffv1, yuv444p12le, 4",
  })
  void coloursStayInEveryDepthAndSampling(String encoder, String format, int shift)
      throws Exception {
    Path video = folder.resolve("c.mkv");
    Spec spec = Spec.of("matroska", encoder, av_get_pix_fmt(format), 160, 96);
    // BT.601, limited range: 81, 90, 240 is red.
    try (RawVideo out =
        RawVideo.create(video, spec, codec -> codec.colorspace(AVCOL_SPC_SMPTE170M))) {
      for (int i = 0; i < 3; i++) {
        out.picture(i * 40_000L, RawVideo.plain(81 << shift, 90 << shift, 240 << shift));
      }
    }
    Color seen = colourAt(decode(video, DecodeSettings.STANDARD).get(0), 80, 48);
    assertTrue(alike(new Color(254, 0, 0), seen, 6), seen.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"libvpx", "libvpx-vp9"})
  void whatAPhoneTurnedMidwayRecordsIsShownWithinTheFirstFrames(String encoder) throws Exception {
    Path video = folder.resolve("turned.webm");
    Spec spec =
        Spec.of("webm", encoder, AV_PIX_FMT_YUV420P, 320, 180)
            .encoding(Map.of("deadline", "realtime", "auto-alt-ref", "0"));
    try (RawVideo out = RawVideo.create(video, spec)) {
      for (int i = 0; i < 20; i++) {
        if (i == 10) {
          out.turn(180, 320);
        }
        out.picture(i * 100_000L, RawVideo.plain(BRIGHT, NO_COLOUR, NO_COLOUR));
      }
    }
    List<Frame> frames = decode(video, DecodeSettings.STANDARD);
    assertEquals(20, frames.size());
    for (Frame frame : frames) {
      boolean hasTurned = frame.mediaTimeMs() > 950;
      assertEquals(320, frame.widthPx(), "at " + frame.mediaTimeMs());
      assertEquals(180, frame.heightPx());
      assertTrue(colourAt(frame, 160, 90).getGreen() > 225);
      int border = colourAt(frame, 60, 90).getGreen();
      assertTrue(hasTurned ? border < 30 : border > 225, frame.mediaTimeMs() + ": " + border);
    }
  }
}
