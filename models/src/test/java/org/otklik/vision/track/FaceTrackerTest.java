package org.otklik.vision.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;

class FaceTrackerTest {
  private static final double SAMPLE_HZ = 10;

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

  private static TrackSummary track(int id, int firstMs, int lastMs, double xPx, double sizePx) {
    int frames = (int) ((lastMs - firstMs) * SAMPLE_HZ / 1000) + 1;
    return new TrackSummary(id, firstMs, lastMs, frames, face(xPx, 100, sizePx).box());
  }

  @Test
  void viewerIsTheTrackLargestTimesLongest() {
    Set<Integer> viewer =
        ViewerTracks.select(
            List.of(
                track(1, 0, 20000, 500, 40),
                track(2, 0, 15000, 200, 100),
                track(3, 0, 1000, 0, 200)),
            SAMPLE_HZ,
            500);
    assertEquals(Set.of(2), viewer);
  }

  @Test
  void trackTooShortIsNobody() {
    assertEquals(Set.of(), select(track(1, 0, 300, 200, 100)));
    assertEquals(Set.of(1), select(track(1, 0, 400, 200, 100)));
    assertEquals(Set.of(), select());
  }

  @Test
  void trackThatFlickersForTwoFramesIsNobody() {
    assertEquals(Set.of(), select(new TrackSummary(1, 0, 900, 2, face(200, 100, 100).box())));
  }

  private static Set<Integer> select(TrackSummary... tracks) {
    return ViewerTracks.select(List.of(tracks), SAMPLE_HZ, 500);
  }

  @Test
  void tracksThatContinueTheViewerBelongToHim() {
    Set<Integer> viewer =
        ViewerTracks.select(
            List.of(
                track(1, 0, 9000, 200, 100),
                track(2, 12000, 18000, 260, 90),
                track(3, 8000, 11000, 210, 100),
                track(4, 19000, 21000, 600, 95),
                track(5, 19000, 20000, 210, 40)),
            SAMPLE_HZ,
            500);
    assertEquals(Set.of(1, 2), viewer, "not who is there at the same time, elsewhere or far away");
  }

  @Test
  void summaryIsTheMeanOfTheBoxes() {
    TreeMap<Integer, FaceBox> boxes = new TreeMap<>();
    boxes.put(100, new FaceBox(0, 10, 40, 50));
    boxes.put(300, new FaceBox(10, 20, 60, 70));
    assertEquals(
        new TrackSummary(7, 100, 300, 2, new FaceBox(5, 15, 50, 60)), TrackSummary.of(7, boxes));
  }
}
