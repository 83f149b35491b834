package org.otklik.trailer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where a creative's sound pauses: for at least a fifth of a second it is much quieter than what is
 * loud in the seconds around, or hardly to be heard at all.
 */
public final class SoundPauses {
  /** Of the levels, in milliseconds. */
  public static final int STEP_MS = 100;

  /** Loud is what nine tenths of the levels this far on both sides stay under. */
  private static final int AROUND = 20;

  private static final double LOUD = 0.9;

  /** Decibels below what is loud around. */
  private static final int BELOW = 12;

  /** Decibels of full scale that nobody hears. */
  private static final int SILENT = -55;

  private static final int MIN_STEPS = 2;

  private final List<Shot> pauses = new ArrayList<>();

  private SoundPauses() {}

  /**
   * @param levels decibels of full scale, never above 0, one each {@value #STEP_MS} ms; none if the
   *     creative has no sound
   */
  public static SoundPauses of(byte[] levels) {
    SoundPauses pauses = new SoundPauses();
    int begin = 0;
    for (int at = 0; at <= levels.length; at++) {
      if (at == levels.length || !isQuiet(levels, at)) {
        if (at - begin >= MIN_STEPS) {
          pauses.pauses.add(new Shot(begin * STEP_MS, at * STEP_MS));
        }
        begin = at + 1;
      }
    }
    return pauses;
  }

  private static boolean isQuiet(byte[] levels, int at) {
    byte[] around =
        Arrays.copyOfRange(
            levels, Math.max(0, at - AROUND), Math.min(levels.length, at + AROUND + 1));
    Arrays.sort(around);
    byte loud = around[(int) (LOUD * (around.length - 1))];
    return levels[at] <= SILENT || levels[at] <= loud - BELOW;
  }

  /** Whether nothing is known, or nothing pauses. */
  public boolean isEmpty() {
    return pauses.isEmpty();
  }

  boolean contains(int ms) {
    return pauses.stream().anyMatch(pause -> pause.beginMs() <= ms && ms <= pause.endMs());
  }

  /** The time well within a pause that is nearest to this one. */
  OptionalInt nearest(int ms, int withinMs) {
    OptionalInt nearest = OptionalInt.empty();
    for (Shot pause : pauses) {
      if (pause.beginMs() > ms + withinMs) {
        break;
      }
      int at = at(pause, ms);
      if (Math.abs(at - ms) <= withinMs
          && (nearest.isEmpty() || Math.abs(at - ms) < Math.abs(nearest.getAsInt() - ms))) {
        nearest = OptionalInt.of(at);
      }
    }
    return nearest;
  }

  /** A tenth of a second from where it begins and ends, so that no syllable is touched. */
  private static int at(Shot pause, int ms) {
    int margin = Math.min(STEP_MS, pause.lengthMs() / 2);
    return Math.max(pause.beginMs() + margin, Math.min(pause.endMs() - margin, ms));
  }
}
