package org.otklik.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SoundPausesTest {
  private static byte[] levels(int count, int level) {
    byte[] levels = new byte[count];
    Arrays.fill(levels, (byte) level);
    return levels;
  }

  @Test
  void pauseIsMuchQuieterThanWhatIsAround() {
    byte[] levels = levels(100, -20);
    Arrays.fill(levels, 40, 45, (byte) -35);
    levels[70] = -50; // a tenth of a second is none
    SoundPauses pauses = SoundPauses.of(levels);
    assertEquals(OptionalInt.of(4_100), pauses.nearest(3_900, 500));
    assertEquals(OptionalInt.of(4_250), pauses.nearest(4_250, 500));
    assertEquals(OptionalInt.empty(), pauses.nearest(3_000, 500));
    assertEquals(OptionalInt.empty(), pauses.nearest(7_050, 500));
    assertTrue(pauses.contains(4_000));
    assertFalse(pauses.contains(5_000));
  }

  @Test
  void silenceIsAllPauseAndNoSoundTellsNothing() {
    assertTrue(SoundPauses.of(levels(50, -90)).contains(2_000));
    assertTrue(SoundPauses.of(new byte[0]).isEmpty());
    assertTrue(SoundPauses.of(levels(50, -20)).isEmpty());
  }
}
