package org.otklik.recording;

import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.otklik.timeline.CreativeClock;
import org.otklik.timeline.CreativeClock.Piece;

/** A clock as it is stored: of each column an array with one number a piece. */
final class ClockArrays {
  private ClockArrays() {}

  static int[] fromMs(CreativeClock clock) {
    return array(clock, Piece::fromMs);
  }

  static int[] untilMs(CreativeClock clock) {
    return array(clock, Piece::untilMs);
  }

  static int[] creativeMs(CreativeClock clock) {
    return array(clock, Piece::creativeFromMs);
  }

  private static int[] array(CreativeClock clock, ToIntFunction<Piece> column) {
    return clock.pieces().stream().mapToInt(column).toArray();
  }

  static CreativeClock clock(int[] fromMs, int[] untilMs, int[] creativeMs) {
    return new CreativeClock(
        IntStream.range(0, fromMs.length)
            .mapToObj(place -> new Piece(fromMs[place], untilMs[place], creativeMs[place]))
            .toList());
  }
}
