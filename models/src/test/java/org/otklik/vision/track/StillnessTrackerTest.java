package org.otklik.vision.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.FaceQuality;
import org.otklik.vision.image.LumaGrid;

class StillnessTrackerTest {
  private static final int COLUMNS = 30;
  private static final int ROWS = 32;
  private static final int CELL_PX = 8;

  /** Points of a cell a side of which its level is the mean. */
  private static final int POINTS = 4;

  private static final int[] FIRST = {1};

  private final StillnessTracker tracker = new StillnessTracker();
  private final Random random = new Random(7);

  /** A head of 170 pixels with eyes and a mouth, moved, under a sensor's noise. */
  private FrameObservation frame(int timeMs, double movedPx, double noise) {
    return frame(timeMs, movedPx, noise, 1);
  }

  private FrameObservation frame(int timeMs, double movedPx, double noise, double light) {
    short[] levels = new short[COLUMNS * ROWS];
    for (int i = 0; i < levels.length; i++) {
      double left = i % COLUMNS * CELL_PX - 120 - movedPx;
      double top = i / COLUMNS * CELL_PX - 128;
      double ofNoise = noise / CELL_PX * random.nextGaussian(); // the mean of a cell's pixels
      levels[i] = (short) Math.round(16 * (light * cell(left, top) + ofNoise));
    }
    return observed(timeMs, new LumaGrid(COLUMNS, ROWS, CELL_PX, levels));
  }

  private static double cell(double left, double top) {
    double sum = 0;
    for (int point = 0; point < POINTS * POINTS; point++) {
      double x = left + (point % POINTS + 0.5) * CELL_PX / POINTS;
      double y = top + (point / POINTS + 0.5) * CELL_PX / POINTS;
      sum += level(x, y);
    }
    return sum / (POINTS * POINTS);
  }

  private static FrameObservation observed(int timeMs, LumaGrid grid) {
    DetectedFace face = new DetectedFace(new FaceBox(35, 28, 170, 200), new float[10], 0.95f);
    FaceObservation observation =
        new FaceObservation(
            face,
            FrameOutcome.LOW_QUALITY,
            null,
            null,
            new FaceQuality(170, 0.5, 100, 0, 0, 0),
            null,
            true);
    return new FrameObservation(timeMs, FrameOutcome.LOW_QUALITY, List.of(observation), grid, null);
  }

  /** With edges over three pixels or so, as of a lens. */
  private static double level(double x, double y) {
    double head = edge(Math.hypot(x / 85, y / 100) - 1);
    double eyes = edge(Math.hypot((Math.abs(x) - 32) / 16, (y + 25) / 8) - 1);
    double mouth = edge(Math.hypot(x / 30, (y - 45) / 9) - 1);
    return 60 + 120 * head - 80 * eyes - 60 * mouth;
  }

  private static double edge(double outside) {
    return 1 / (1 + Math.exp(30 * outside));
  }

  private int sinceMs(FrameObservation frame) {
    return tracker.assign(frame, FIRST)[0];
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 6, 10})
  void frozenPictureStandsSinceItsFirstFrameWhateverTheNoise(double noise) {
    for (int timeMs = 0; timeMs <= 3000; timeMs += 100) {
      assertEquals(0, sinceMs(frame(timeMs, 0, noise)), "at " + timeMs);
    }
  }

  /** A photograph by a window, or a camera that adjusts its exposure to a frozen picture. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 6})
  void frozenPictureStandsThoughTheLightChanges(double noise) {
    for (int timeMs = 0; timeMs <= 6000; timeMs += 100) {
      double light = 1 + 0.2 * Math.sin(timeMs / 700.0);
      assertEquals(0, sinceMs(frame(timeMs, 0, noise, light)), "at " + timeMs);
    }
  }

  /** One millimetre to and fro in two seconds, which a sitting head does not fall short of. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 6, 10})
  void viewerWhoSitsStillDoesNotStandForTwoSeconds(double noise) {
    for (int timeMs = 0; timeMs <= 8000; timeMs += 100) {
      double movedPx = 1.1 * Math.sin(Math.PI * timeMs / 2000);
      int since = sinceMs(frame(timeMs, movedPx, noise));
      assertEquals(true, timeMs - since < FrozenPeriod.MIN_MS, timeMs + " since " + since);
    }
  }

  @Test
  void faceThatMovesOnHasChanged() {
    assertEquals(0, sinceMs(frame(0, 0, 3)));
    assertEquals(0, sinceMs(frame(100, 0, 3)));
    assertEquals(200, sinceMs(frame(200, 4, 3)));
    assertEquals(200, sinceMs(frame(300, 4, 3)));
    LumaGrid other = new LumaGrid(45, 80, 8, new short[45 * 80]);
    assertEquals(400, sinceMs(observed(400, other)), "a picture of another size");
  }

  @Test
  void frameThatCannotBeDecodedIsPassedOver() {
    sinceMs(frame(0, 0, 3));
    tracker.assign(
        new FrameObservation(100, FrameOutcome.UNDECODABLE, List.of(), null, null), new int[0]);
    assertEquals(0, sinceMs(frame(200, 0, 3)));
  }

  @Test
  void restoredTrackerGoesOnAsTheOtherWouldHave() {
    StillnessTracker restored = new StillnessTracker();
    for (int timeMs = 0; timeMs <= 2000; timeMs += 100) {
      FrameObservation frame = frame(timeMs, timeMs < 700 ? timeMs / 50.0 : 14, 3);
      restored = new StillnessTracker(restored.state());
      assertArrayEquals(tracker.assign(frame, FIRST), restored.assign(frame, FIRST));
      assertEquals(tracker.state(), restored.state());
    }
  }
}
