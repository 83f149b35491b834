package org.otklik.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * Where what is heard in one side's sound is the other side's, which leaks in: where the other
 * side's own sound is much louder. Channels of calls leak by 20 to 30 dB.
 */
public final class OtherSide {
  /** Who speaks together with the other side is less than this below it; leaks are more. */
  private static final int LOUDER_DB = 10;

  private final List<SoundLevels> others = new ArrayList<>();
  private final SoundLevels own = new SoundLevels();

  /** A part of the other side's sound, as a whole. */
  public void addOther(SoundLevels levels) {
    others.add(levels);
  }

  /** The next part of one's own sound: 16 bits, 16 kHz. */
  public void add(short[] next) {
    own.add(next);
  }

  /** Whether the other side is louder by that much at a time that has been heard of. */
  public boolean isLouder(int ms) {
    int step = (int) ((long) ms * Sound.HZ / 1000 / SoundLevels.STEP);
    return others.stream()
        .anyMatch(other -> other.decibels(step) - own.decibels(step) >= LOUDER_DB);
  }
}
