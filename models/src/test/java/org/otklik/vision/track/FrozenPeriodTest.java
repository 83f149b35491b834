package org.otklik.vision.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.otklik.vision.face.FaceBox;

class FrozenPeriodTest {
  private static final FaceBox BOX = new FaceBox(100, 100, 80, 100);

  private final SortedMap<Integer, TrackedFace> faces = new TreeMap<>();

  private void stands(int fromMs, int untilMs) {
    for (int timeMs = fromMs; timeMs <= untilMs; timeMs += 100) {
      faces.put(timeMs, new TrackedFace(BOX, fromMs, null, null));
    }
  }

  private void moves(int fromMs, int untilMs) {
    for (int timeMs = fromMs; timeMs <= untilMs; timeMs += 100) {
      faces.put(timeMs, TrackedFace.of(BOX, timeMs));
    }
  }

  @Test
  void pictureThatStandsForTwoSecondsIsFrozenAfterItsFirstFrame() {
    moves(0, 900);
    stands(1000, 3000);
    moves(3100, 5000);
    stands(5100, 7000);
    assertEquals(List.of(new FrozenPeriod(1000, 3000)), FrozenPeriod.of(faces));
  }

  @Test
  void freezeTwiceIsTwoPeriods() {
    stands(0, 2500);
    moves(2600, 4000);
    stands(4100, 8000);
    assertEquals(
        List.of(new FrozenPeriod(0, 2500), new FrozenPeriod(4100, 8000)), FrozenPeriod.of(faces));
  }

  @Test
  void wholeFrameThatLooksALittleDifferentDoesNotEndIt() {
    moves(0, 2900);
    stands(3000, 4000);
    stands(4100, 9000);
    assertEquals(List.of(new FrozenPeriod(3000, 9000)), FrozenPeriod.of(faces));
  }

  /** VP8 at 200 kbit/s with a whole frame every two seconds. */
  @Test
  void standsWithAWholeFrameAmidThemAreOne() {
    moves(0, 2400);
    stands(2500, 3600);
    moves(3700, 3800);
    stands(3900, 5100);
    moves(5200, 8000);
    assertEquals(List.of(new FrozenPeriod(2500, 5100)), FrozenPeriod.of(faces));
  }

  @Test
  void whoHoldsStillNowAndThenIsNotFrozen() {
    for (int fromMs = 0; fromMs < 10_000; fromMs += 1400) {
      stands(fromMs, fromMs + 800);
      moves(fromMs + 900, fromMs + 1300);
    }
    assertEquals(List.of(), FrozenPeriod.of(faces));
  }

  @Test
  void shortStandsBesideItDoNotBelongToIt() {
    moves(0, 1900);
    stands(2000, 2300);
    stands(2400, 5000);
    assertEquals(List.of(new FrozenPeriod(2400, 5000)), FrozenPeriod.of(faces));
  }
}
