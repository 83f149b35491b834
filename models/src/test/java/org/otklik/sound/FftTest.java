package org.otklik.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FftTest {
  private static final int SIZE = 16;

  private final Random random = new Random(7);
  private final double[] re = random.doubles(SIZE).toArray();
  private final double[] im = random.doubles(SIZE).toArray();

  @Test
  void isTheTransformOfItsDefinition() {
    double[] wantedRe = new double[SIZE];
    double[] wantedIm = new double[SIZE];
    for (int k = 0; k < SIZE; k++) {
      for (int n = 0; n < SIZE; n++) {
        double turn = -2 * Math.PI * k * n / SIZE;
        wantedRe[k] += re[n] * Math.cos(turn) - im[n] * Math.sin(turn);
        wantedIm[k] += re[n] * Math.sin(turn) + im[n] * Math.cos(turn);
      }
    }
    new Fft(SIZE).forward(re, im);
    assertArrayEquals(wantedRe, re, 1e-12);
    assertArrayEquals(wantedIm, im, 1e-12);
  }

  @Test
  void comesBackTimesTheSize() {
    double[] before = re.clone();
    Fft fft = new Fft(SIZE);
    fft.forward(re, im);
    fft.backward(re, im);
    for (int i = 0; i < SIZE; i++) {
      assertEquals(before[i] * SIZE, re[i], 1e-12);
    }
  }

  @Test
  void sizesArePowersOfTwo() {
    assertEquals(1024, Fft.sizeFor(1024));
    assertEquals(2048, Fft.sizeFor(1025));
    assertEquals(2, Fft.sizeFor(0));
    assertThrows(IllegalArgumentException.class, () -> new Fft(12));
  }
}
