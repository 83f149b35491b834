package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Makes pictures of HDR video (PQ or HLG) look as the same scene does in SDR, which is what the
 * models were trained on. Up to about half of diffuse white nothing but the encoding changes;
 * highlights up to {@value #PEAK_NITS} nits are rolled off, so that skin is neither grey nor burnt
 * out. Light is counted in units of diffuse white, 203 nits (ITU-R BT.2408).
 */
final class HdrToSdr {
  private static final double WHITE_NITS = 203;

  /** What phones and HLG are made for; brighter light is clipped. */
  private static final double PEAK_NITS = 1000;

  private static final double PEAK = PEAK_NITS / WHITE_NITS;

  /** The display gamma of SDR, ITU-R BT.1886. */
  private static final double SDR_GAMMA = 2.4;

  /** Tables are read at the square root of light, which spaces the dark levels as eyes do. */
  private static final int STEPS = 4095;

  private static final int CODE_SHIFT = 4; // 16-bit codes, 4096 places

  private final boolean hlg;
  private final boolean wideGamut;
  private final float[] light = new float[STEPS + 1];
  private final float[] hlgGain = new float[STEPS + 1];
  private final float[] toneGain = new float[STEPS + 1];
  private final byte[] code = new byte[STEPS + 1];

  private HdrToSdr(boolean hlg, boolean wideGamut) {
    this.hlg = hlg;
    this.wideGamut = wideGamut;
    for (int i = 0; i <= STEPS; i++) {
      double signal = i / (double) STEPS;
      double square = signal * signal;
      light[i] = (float) (hlg ? sceneLightOfHlg(signal) : nitsOfPq(signal) / WHITE_NITS);
      // BT.2100: the OOTF of HLG for a display of 1000 nits is Ys^0.2 times the scene's light.
      hlgGain[i] = (float) (PEAK * Math.pow(square, 0.2));
      double above = Math.max(square * PEAK, 1e-9);
      toneGain[i] = (float) (rolledOff(above) / above);
      code[i] = (byte) Math.round(255 * Math.pow(square, 1 / SDR_GAMMA));
    }
  }

  static boolean isHdr(AVFrame frame) {
    int transfer = frame.color_trc();
    return transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67;
  }

  static HdrToSdr of(AVFrame frame) {
    return new HdrToSdr(
        frame.color_trc() == AVCOL_TRC_ARIB_STD_B67, frame.color_primaries() != AVCOL_PRI_BT709);
  }

  boolean suits(AVFrame frame) {
    return hlg == (frame.color_trc() == AVCOL_TRC_ARIB_STD_B67)
        && wideGamut == (frame.color_primaries() != AVCOL_PRI_BT709);
  }

  /**
   * @param picture planes of green, blue and red (GBRP16LE), as the video encodes them, full range
   * @return packed rows of SDR, BGR
   */
  ByteBuffer convert(AVFrame picture) {
    int width = picture.width();
    byte[] bgr = new byte[3 * width * picture.height()];
    short[][] row = new short[3][width];
    for (int y = 0; y < picture.height(); y++) {
      for (int plane = 0; plane < row.length; plane++) {
        long begin = (long) y * picture.linesize(plane);
        new ShortPointer(picture.data(plane).getPointer(begin)).get(row[plane]);
      }
      convertRow(row[2], row[0], row[1], bgr, 3 * width * y);
    }
    return ByteBuffer.wrap(bgr);
  }

  private void convertRow(short[] reds, short[] greens, short[] blues, byte[] bgr, int begin) {
    for (int x = 0; x < reds.length; x++) {
      float red = light[(reds[x] & 0xffff) >> CODE_SHIFT];
      float green = light[(greens[x] & 0xffff) >> CODE_SHIFT];
      float blue = light[(blues[x] & 0xffff) >> CODE_SHIFT];
      if (hlg) {
        float gain = hlgGain[place(0.2627f * red + 0.678f * green + 0.0593f * blue)];
        red *= gain;
        green *= gain;
        blue *= gain;
      }
      write(red, green, blue, bgr, begin + 3 * x);
    }
  }

  private void write(float red, float green, float blue, byte[] bgr, int at) {
    float r = red;
    float g = green;
    float b = blue;
    if (wideGamut) { // BT.2020 to BT.709 in linear light, ITU-R BT.2087
      r = Math.max(0, 1.6605f * red - 0.5876f * green - 0.0728f * blue);
      g = Math.max(0, -0.1246f * red + 1.1329f * green - 0.0083f * blue);
      b = Math.max(0, -0.0182f * red - 0.1006f * green + 1.1187f * blue);
    }
    // One gain for all three keeps the hue.
    float gain = toneGain[place(Math.max(r, Math.max(g, b)) / (float) PEAK)];
    bgr[at] = code[place(b * gain)];
    bgr[at + 1] = code[place(g * gain)];
    bgr[at + 2] = code[place(r * gain)];
  }

  private static int place(float share) {
    return share >= 1 ? STEPS : (int) (Math.sqrt(share) * STEPS + 0.5);
  }

  /** The EOTF of SMPTE ST 2084. */
  static double nitsOfPq(double signal) {
    double power = Math.pow(signal, 1 / 78.84375);
    double ratio = Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power);
    return 10_000 * Math.pow(ratio, 1 / 0.1593017578125);
  }

  /** Its inverse. */
  static double pqOfNits(double nits) {
    double power = Math.pow(Math.max(nits, 0) / 10_000, 0.1593017578125);
    return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
  }

  /** The inverse OETF of HLG, ITU-R BT.2100 table 5; 1 is the scene's brightest. */
  private static double sceneLightOfHlg(double signal) {
    if (signal <= 0.5) {
      return signal * signal / 3;
    }
    return (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  }

  /**
   * The EETF of ITU-R BT.2390 section 5.4.1, from {@value #PEAK_NITS} nits to diffuse white, black
   * staying black: below the knee everything stays, above it a Hermite spline in PQ's scale.
   *
   * @return at most 1
   */
  private static double rolledOff(double light) {
    double peak = pqOfNits(PEAK_NITS);
    double most = pqOfNits(WHITE_NITS) / peak;
    double knee = 1.5 * most - 0.5;
    double signal = Math.min(1, pqOfNits(light * WHITE_NITS) / peak);
    if (signal <= knee) {
      return light;
    }
    double t = (signal - knee) / (1 - knee);
    double square = t * t;
    double cube = square * t;
    double rolled =
        (2 * cube - 3 * square + 1) * knee
            + (cube - 2 * square + t) * (1 - knee)
            + (-2 * cube + 3 * square) * most;
    return nitsOfPq(rolled * peak) / WHITE_NITS;
  }
}
