package org.otklik.job.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.vision.image.Frame;

class CheckMomentsTest {

  private static List<Frame> window(int fromMs, int frames, int stepMs) {
    List<Frame> window = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      window.add(Frame.undecodable(fromMs + i * stepMs));
    }
    return window;
  }

  @Test
  void recordingIsTurnedInFiveFramesWhereverAJobIsResumed() {
    CheckMoments turns = CheckMoments.turns(14_000);
    List<Integer> whole = new ArrayList<>();
    turns.in(window(0, 140, 100), -1).forEach(place -> whole.add(100 * place));
    assertEquals(List.of(1400, 4200, 7000, 9800, 12_600), whole);
    List<Integer> resumed = new ArrayList<>();
    for (int from = 0; from < 140; from += 7) {
      int fromMs = 100 * from;
      turns
          .in(window(fromMs, 7, 100), from == 0 ? -1 : fromMs - 100)
          .forEach(place -> resumed.add(fromMs + 100 * place));
    }
    assertEquals(whole, resumed);
  }

  @Test
  void facesAreCheckedAgainEveryTwoSeconds() {
    assertEquals(Set.of(10, 30), CheckMoments.RECHECKS.in(window(0, 50, 100), -1));
  }

  @Test
  void eachFrameOfASlowCameraIsChecked() {
    assertEquals(Set.of(1, 2, 3), CheckMoments.RECHECKS.in(window(0, 4, 2000), -1));
  }
}
