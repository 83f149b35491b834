package org.otklik.media.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkippedFramesTest {
  @Test
  void sparesWhatIsStoredAfterAnotherFrameOfItsStep() {
    SkippedFrames frames = new SkippedFrames(10);
    assertFalse(frames.spares(0));
    assertTrue(frames.spares(99_999));
    assertFalse(frames.spares(160_000));
    assertTrue(frames.spares(120_000), "shown earlier, stored later");
    assertFalse(frames.spares(200_000));
    assertTrue(frames.spares(140_000));
  }

  /** Whatever the order of decoding, each step that has frames keeps one, and only one. */
  @Test
  void keepsOneFrameOfEachStep() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      double sampleHz = new double[] {1, 3, 10, 12.5, 29.97, 60, 240}[round % 7];
      long[] shownUs = times(random, round % 3 == 0 ? 900 : 33_367);
      SampleGrid grid = new SampleGrid(sampleHz);
      SkippedFrames frames = new SkippedFrames(sampleHz);
      List<Long> kept = new ArrayList<>();
      for (long timeUs : reordered(shownUs, random)) {
        if (!frames.spares(timeUs)) {
          kept.add(grid.pointUpTo(timeUs));
        }
      }
      List<Long> steps = Arrays.stream(shownUs).map(grid::pointUpTo).distinct().boxed().toList();
      assertEquals(steps, kept.stream().sorted().toList(), sampleHz + " Hz");
    }
  }

  @Test
  void aPointOfTheGridBelongsToTheStepItBegins() {
    SampleGrid grid = new SampleGrid(3);
    for (int point = -2; point < 1000; point++) {
      long us = Math.round(point * 1e6 / 3);
      assertEquals(point, grid.pointUpTo(us));
      assertEquals(point - 1, grid.pointUpTo(us - 1));
    }
  }

  private static long[] times(Random random, int stepUs) {
    long[] timesUs = new long[200];
    for (int i = 1; i < timesUs.length; i++) {
      timesUs[i] = timesUs[i - 1] + 1 + random.nextInt(2 * stepUs);
    }
    return timesUs;
  }

  /** Groups of up to eight frames in any order, as B-frames are stored. */
  private static List<Long> reordered(long[] shownUs, Random random) {
    List<Long> order = new ArrayList<>(Arrays.stream(shownUs).boxed().toList());
    for (int i = 0; i < order.size(); i += 8) {
      Collections.shuffle(order.subList(i, Math.min(i + 8, order.size())), random);
    }
    return order;
  }
}
