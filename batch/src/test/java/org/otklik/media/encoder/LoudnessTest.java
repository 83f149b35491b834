package org.otklik.media.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Signals of EBU Tech 3341. */
class LoudnessTest {
  private static final int HZ = 48_000;

  @Test
  void sineIsAsLoudAsItsLevel() {
    assertEquals(-23, loudness(-23, 20), 0.1);
    assertEquals(-33, loudness(-33, 20), 0.1);
  }

  @Test
  void quietPassagesDoNotCount() {
    assertEquals(-23, loudness(-36, 10, -23, 60, -36, 10), 0.1);
    assertEquals(-23, loudness(-72, 10, -36, 10, -23, 60, -36, 10, -72, 10), 0.1);
    assertEquals(-23, loudness(-26, 20, -20, 20.1, -26, 20), 0.1);
  }

  @Test
  void silenceHasNone() {
    assertEquals(Double.NEGATIVE_INFINITY, loudness(-200, 5));
    assertEquals(Double.NEGATIVE_INFINITY, new Loudness().lufs());
  }

  /**
   * @param parts level of a sine of 1 kHz in both channels, in dB of full scale, and its seconds
   */
  private static double loudness(double... parts) {
    Loudness loudness = new Loudness();
    for (int p = 0; p < parts.length; p += 2) {
      double height = Math.pow(10, parts[p] / 20);
      float[] sine = new float[(int) (parts[p + 1] * HZ)];
      for (int i = 0; i < sine.length; i++) {
        sine[i] = (float) (height * Math.sin(2 * Math.PI * 1000 * i / HZ));
      }
      loudness.add(new float[][] {sine, sine});
    }
    return loudness.lufs();
  }
}
