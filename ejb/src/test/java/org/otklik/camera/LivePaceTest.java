package org.otklik.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LivePaceTest {
  private static LivePace costing(double ms, int cameras) {
    LivePace pace = new LivePace(1);
    for (int i = 0; i < 200; i++) {
      pace.took(ms);
    }
    for (int i = 0; i < cameras; i++) {
      pace.came("camera " + i, 0);
    }
    return pace;
  }

  @Test
  void camerasShareTheTimeOfThePlaces() {
    assertEquals(500, costing(20, 20).nextAfterMs(), 5);
    assertEquals(25, costing(20, 1).nextAfterMs(), 2);
  }

  @Test
  void imagesComeLessOftenWhileTheyCostMore() {
    assertTrue(costing(40, 10).nextAfterMs() > costing(20, 10).nextAfterMs());
  }

  @Test
  void secondIsNeverWithoutAnImage() {
    assertEquals(LivePace.MAX_BETWEEN_MS, costing(200, 50).nextAfterMs());
  }

  @Test
  void whoIsSilentIsNotCounted() {
    LivePace pace = costing(20, 20);
    pace.came("camera 0", 10_000);
    assertEquals(25, pace.nextAfterMs(), 2);
  }
}
