package org.otklik.vision.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.LumaGrid;

class FaceTrackerTest {
  private final FaceTracker tracker = new FaceTracker();

  private static DetectedFace face(double xPx, double yPx, double sizePx) {
    FaceBox box = new FaceBox((float) xPx, (float) yPx, (float) sizePx, (float) (1.2 * sizePx));
    return new DetectedFace(box, new float[10], 0.9f);
  }

  @Test
  void facesKeepTheirTracksInWhateverOrderTheyCome() {
    assertArrayEquals(
        new int[] {1, 2}, tracker.assign(0, List.of(face(100, 100, 80), face(400, 100, 60))));
    assertArrayEquals(
        new int[] {2, 1}, tracker.assign(100, List.of(face(395, 104, 61), face(106, 98, 79))));
  }

  @Test
  void gapOfASecondIsBridgedAndALongerOneIsNot() {
    tracker.assign(0, List.of(face(100, 100, 80)));
    for (int timeMs = 100; timeMs < 1000; timeMs += 100) {
      tracker.assign(timeMs, List.of());
    }
    assertArrayEquals(new int[] {1}, tracker.assign(1000, List.of(face(110, 100, 80))));
    tracker.assign(1900, List.of());
    assertArrayEquals(new int[] {2}, tracker.assign(2001, List.of(face(110, 100, 80))));
  }

  @Test
  void faceInEachFrameOfASlowCameraIsOneTrack() {
    for (int timeMs = 0; timeMs <= 40_000; timeMs += 10_000) {
      assertArrayEquals(new int[] {1}, tracker.assign(timeMs, List.of(face(110, 100, 80))));
    }
  }

  @Test
  void faceMissingFromAFrameOfASlowCameraComesBackAsANewTrack() {
    tracker.assign(0, List.of(face(110, 100, 80)));
    tracker.assign(2000, List.of());
    assertArrayEquals(new int[] {2}, tracker.assign(4000, List.of(face(110, 100, 80))));
  }

  @Test
  void faceElsewhereOrOfAnotherSizeIsAnotherTrack() {
    tracker.assign(0, List.of(face(100, 100, 80)));
    assertArrayEquals(new int[] {2}, tracker.assign(100, List.of(face(300, 100, 80))));
    assertArrayEquals(new int[] {3}, tracker.assign(200, List.of(face(100, 100, 200))));
  }

  @Test
  void facesThatCrossKeepTheirTracks() {
    // At 10 Hz; where they cross, one hides the other for three samples.
    int[] last = {};
    for (int step = 0; step <= 20; step++) {
      DetectedFace left = face(100 + 15 * step, 100, 80);
      DetectedFace right = face(400 - 15 * step, 110, 80);
      boolean hidden = step >= 9 && step <= 11;
      last = tracker.assign(100 * step, hidden ? List.of(left) : List.of(left, right));
      assertEquals(1, last[0], "step " + step);
    }
    assertArrayEquals(new int[] {1, 2}, last);
  }

  @Test
  void restoredTrackerGoesOnExactlyAsTheOtherWouldHave() throws Exception {
    List<List<DetectedFace>> video = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      List<DetectedFace> faces = new ArrayList<>();
      if (step % 7 != 3) {
        faces.add(face(100 + 5 * step + step % 3, 100, 80));
      }
      if (step < 12 || step > 30) {
        faces.add(face(500 - 4 * step, 120, 60));
      }
      video.add(faces);
    }
    for (int cut = 0; cut < video.size(); cut++) {
      FaceTracker whole = new FaceTracker();
      FaceTracker restored = new FaceTracker();
      for (int step = 0; step < video.size(); step++) {
        if (step == cut) {
          restored = new FaceTracker(storedAndRead(restored.state()));
        }
        assertArrayEquals(
            whole.assign(100 * step, video.get(step)),
            restored.assign(100 * step, video.get(step)));
      }
      assertEquals(whole.state(), restored.state());
    }
  }

  private static FaceTracker.State storedAndRead(FaceTracker.State state) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (FaceTracker.State) in.readObject();
    }
  }

  @Test
  void stateDoesNotChangeWhenTheTrackerGoesOn() {
    tracker.assign(0, List.of(face(100, 100, 80)));
    FaceTracker.State state = tracker.state();
    tracker.assign(100, List.of(face(110, 100, 80), face(400, 100, 80)));
    assertEquals(0, state.live().get(0).lastSeenMs());
    assertEquals(1, state.live().size());
  }

  @Test
  void timeThatRunsBackwardsIsRefused() {
    tracker.assign(1000, List.of(face(100, 100, 80)));
    assertThrows(
        IllegalArgumentException.class, () -> tracker.assign(900, List.of(face(100, 100, 80))));
  }

  /** Two tiles of a call, a bright face in one and a dark one in the other. */
  private static LumaGrid tiles(int left, int right) {
    short[] levels = new short[80 * 45];
    for (int row = 0; row < 45; row++) {
      for (int column = 0; column < 80; column++) {
        int pattern = (row * 7 + column % 40 * 11) % 30;
        levels[row * 80 + column] = (short) (16 * ((column < 40 ? left : right) + pattern));
      }
    }
    return new LumaGrid(80, 45, 8, levels);
  }

  @Test
  void facesOfTilesThatChangePlacesKeepTheirTracks() {
    List<DetectedFace> faces = List.of(face(100, 100, 80), face(420, 100, 80));
    assertArrayEquals(new int[] {1, 2}, tracker.assign(0, faces, tiles(150, 60)));
    assertArrayEquals(new int[] {1, 2}, tracker.assign(100, faces, tiles(150, 60)));
    assertArrayEquals(new int[] {2, 1}, tracker.assign(200, faces, tiles(60, 150)));
    assertArrayEquals(new int[] {2, 1}, tracker.assign(300, faces, tiles(60, 150)));
  }

  @Test
  void faceThatTurnsDarkAtItsPlaceKeepsItsTrack() {
    List<DetectedFace> faces = List.of(face(100, 100, 80));
    tracker.assign(0, faces, tiles(150, 60));
    assertArrayEquals(new int[] {1}, tracker.assign(100, faces, tiles(60, 60)));
  }

  /** A pattern, another one for each seed, as bright as wanted. */
  private static LumaGrid pattern(int seed, double brightness) {
    Random random = new Random(seed);
    short[] levels = new short[80 * 45];
    for (int row = 0; row < 45; row += 2) {
      for (int column = 0; column < 80; column += 2) {
        short level = (short) (16 * brightness * (60 + random.nextInt(120)));
        for (int i = 0; i < 4; i++) {
          int y = Math.min(44, row + i / 2);
          levels[y * 80 + column + i % 2] = level;
        }
      }
    }
    return new LumaGrid(80, 45, 8, levels);
  }

  @Test
  void faceThatLooksUnlikeAfterACutIsAnother() {
    List<DetectedFace> faces = List.of(face(100, 100, 80));
    tracker.assign(0, faces, pattern(1, 0.6));
    assertArrayEquals(new int[] {1}, tracker.assign(100, faces, pattern(1, 1.2)), "brighter");
    assertArrayEquals(new int[] {2}, tracker.assign(200, faces, pattern(2, 1.2)));
  }

  @Test
  void changedShareIsThatOfThePictureSinceTheFrameBefore() {
    assertNull(tracker.changedShare(tiles(150, 60)));
    tracker.assign(0, List.of(), tiles(150, 60));
    assertEquals(0, tracker.changedShare(tiles(150, 60)));
    assertEquals(0.5, tracker.changedShare(tiles(150, 90)));
    assertEquals(1, tracker.changedShare(new LumaGrid(45, 80, 8, new short[80 * 45])));
  }
}
