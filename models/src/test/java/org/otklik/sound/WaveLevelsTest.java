package org.otklik.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WaveLevelsTest {
  @Test
  void levelsAreDecibelsAboveTheFloorStepByStep() {
    short[] samples = new short[Sound.HZ * 70 / 1000]; // three and a half steps
    Arrays.fill(samples, 320, 640, Short.MAX_VALUE);
    Arrays.fill(samples, 640, 960, (short) 3277); // a tenth: 20 dB less
    Arrays.fill(samples, 960, samples.length, (short) 1); // below the floor
    assertArrayEquals(new byte[] {0, 60, 40, 0}, WaveLevels.of(new Sound(samples)));
  }

  @Test
  void noSoundHasNoLevels() {
    assertArrayEquals(new byte[0], WaveLevels.of(new Sound(new short[0])));
  }
}
