package org.otklik.vision.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.otklik.vision.face.FaceBox;

class ViewerTracksTest {
  private static final double SAMPLE_HZ = 10;
  private static final int MIN_TRACK_MS = 500;

  private static ViewerChoice choose(TrackSummary... tracks) {
    return ViewerTracks.choose(List.of(tracks), SAMPLE_HZ, MIN_TRACK_MS);
  }

  private static Set<Integer> viewer(TrackSummary... tracks) {
    ViewerChoice choice = choose(tracks);
    assertFalse(choice.isOpen(), choice.toString());
    return choice.viewer();
  }

  private static FaceBox box(double xPx, double sizePx) {
    return new FaceBox((float) xPx, 100, (float) sizePx, (float) (1.2 * sizePx));
  }

  /** A face in each sample of its time. */
  private static TrackSummary track(int id, int firstMs, int lastMs, double xPx, double sizePx) {
    return track(id, firstMs, lastMs, xPx, sizePx, List.of());
  }

  private static TrackSummary track(
      int id, int firstMs, int lastMs, double xPx, double sizePx, List<FrameCut> cuts) {
    SortedMap<Integer, TrackedFace> faces = new TreeMap<>();
    for (int timeMs = firstMs; timeMs <= lastMs; timeMs += 100) {
      faces.put(timeMs, TrackedFace.of(box(xPx, sizePx), timeMs));
    }
    return TrackSummary.of(id, faces, cuts);
  }

  /** One whose picture stands since its first frame. */
  private static TrackSummary photograph(int id, int lastMs, double xPx, double sizePx) {
    SortedMap<Integer, TrackedFace> faces = new TreeMap<>();
    for (int timeMs = 0; timeMs <= lastMs; timeMs += 100) {
      faces.put(timeMs, new TrackedFace(box(xPx, sizePx), 0, null, null));
    }
    return TrackSummary.of(id, faces, List.of());
  }

  private static TrackSummary rechecked(int id, double sizePx, float... scores) {
    SortedMap<Integer, TrackedFace> faces = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      Float score = i < scores.length ? scores[i] : null;
      faces.put(100 * i, new TrackedFace(box(200, sizePx), 100 * i, score, null));
    }
    return TrackSummary.of(id, faces, List.of());
  }

  @Test
  void faceThatIsThereForLongestIsTheViewer() {
    assertEquals(
        Set.of(2),
        viewer(
            track(1, 0, 4000, 500, 40), track(2, 0, 15000, 200, 100), track(3, 0, 3000, 0, 200)));
  }

  /** A recorded screen: the viewer in its corner, and an actor who looks into the camera. */
  @Test
  void smallFaceBesideAnActorIsAskedAbout() {
    assertTrue(choose(track(1, 0, 8000, 300, 343), track(2, 0, 8000, 20, 67)).isOpen());
    assertEquals(Set.of(1), viewer(track(1, 0, 8000, 300, 343), track(2, 0, 8000, 20, 40)));
  }

  @Test
  void whoComesNearerForAWhileIsNotTheViewer() {
    assertEquals(Set.of(1), viewer(track(1, 0, 20000, 100, 60), track(2, 8000, 14000, 400, 180)));
  }

  @Test
  void secondFaceThatIsThereAboutAsLongIsAskedAbout() {
    ViewerChoice choice = choose(track(1, 0, 20000, 100, 100), track(2, 3000, 20000, 400, 80));
    assertEquals(Set.of(1), choice.viewer());
    assertEquals(Set.of(2), choice.rival());
    assertTrue(choice.isOpen());
    assertEquals(
        ViewerChoice.clear(Set.of(2)),
        ViewerTracks.chosen(
            List.of(track(1, 0, 20000, 100, 100), track(2, 3000, 20000, 400, 80)),
            SAMPLE_HZ,
            MIN_TRACK_MS,
            2,
            false));
  }

  /** 6 × 6 levels, another pattern for each person. */
  private static float[] person(int seed) {
    Random random = new Random(seed);
    float[] levels = new float[36];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = 60 + random.nextInt(120);
    }
    return levels;
  }

  /** As light of that strength at either side makes it. */
  private static float[] lit(float[] levels, double left, double right) {
    float[] lit = new float[levels.length];
    for (int i = 0; i < lit.length; i++) {
      lit[i] =
          (float) (levels[i] * Math.pow(left, (5 - i % 6) / 5.0) * Math.pow(right, i % 6 / 5.0));
    }
    return lit;
  }

  private static float[] mirrored(float[] levels) {
    float[] mirrored = new float[levels.length];
    for (int i = 0; i < mirrored.length; i++) {
      mirrored[i] = levels[i / 6 * 6 + 5 - i % 6];
    }
    return mirrored;
  }

  /** A face that has these looks in turn, another one each half second. */
  private static TrackSummary looking(
      int id, int firstMs, int lastMs, double xPx, float[]... looks) {
    SortedMap<Integer, TrackedFace> faces = new TreeMap<>();
    for (int timeMs = firstMs; timeMs <= lastMs; timeMs += 100) {
      FacePatch look = timeMs % 500 == 0 ? new FacePatch(looks[timeMs / 500 % looks.length]) : null;
      faces.put(timeMs, new TrackedFace(box(xPx, 80), timeMs, null, look));
    }
    return TrackSummary.of(id, faces, List.of());
  }

  @Test
  void whoTakesAnothersPlaceAndLooksUnlikeIsAskedAbout() {
    TrackSummary first = looking(1, 0, 8000, 100, person(1));
    TrackSummary second = looking(2, 9500, 16000, 100, person(2));
    assertEquals(new ViewerChoice(Set.of(1), Set.of(2), true), choose(first, second));
    assertEquals(
        ViewerChoice.clear(Set.of(1, 2)),
        ViewerTracks.chosen(List.of(first, second), SAMPLE_HZ, MIN_TRACK_MS, 1, true));
  }

  @Test
  void twoWhoTakeTurnsAreTwo() {
    List<TrackSummary> turns = new ArrayList<>();
    for (int turn = 0; turn < 8; turn++) {
      int firstMs = 1000 * turn;
      turns.add(looking(turn + 1, firstMs, firstMs + 900, 100, person(turn % 2)));
    }
    assertEquals(
        new ViewerChoice(Set.of(1, 3, 5, 7), Set.of(2, 4, 6, 8), true),
        ViewerTracks.choose(turns, SAMPLE_HZ, MIN_TRACK_MS));
  }

  @Test
  void whoLooksInForAMomentIsNotTheViewer() {
    assertEquals(
        Set.of(1, 3),
        viewer(
            looking(1, 0, 3300, 100, person(1)),
            looking(2, 3400, 4500, 100, person(2)),
            looking(3, 4600, 8000, 100, person(1))));
  }

  @Test
  void whoComesBackAndLooksAsAtSomeTimeBeforeIsTheViewer() {
    assertEquals(
        Set.of(1, 2),
        viewer(
            looking(1, 0, 8000, 100, person(1), person(3)),
            looking(2, 9500, 16000, 100, person(2), person(3))));
    for (float[] later :
        List.of(
            lit(person(1), 0.5, 0.5), lit(person(1), 1, 0.4), mirrored(lit(person(1), 0.4, 1)))) {
      assertEquals(
          Set.of(1, 2),
          viewer(
              looking(1, 0, 8000, 100, lit(person(1), 0.5, 1)),
              looking(2, 9500, 16000, 100, later)));
    }
  }

  @Test
  void whoComesBackElsewhereIsTheViewerWhereNobodyElseWasThere() {
    TrackSummary left = looking(1, 0, 8000, 40, person(1));
    TrackSummary right = looking(2, 9500, 16000, 480, person(1));
    assertEquals(Set.of(1, 2), viewer(left, right));
    assertTrue(choose(left, right, track(3, 2000, 12000, 250, 40)).isOpen());
  }

  @Test
  void photographIsNotTheViewerHoweverLarge() {
    assertEquals(Set.of(2), viewer(photograph(1, 20000, 400, 200), track(2, 0, 20000, 100, 60)));
  }

  @Test
  void faceOfACameraThatIsFrozenThroughoutIsTheViewerAllTheSame() {
    TrackSummary frozen = photograph(1, 20000, 400, 200);
    assertEquals(Set.of(1), viewer(frozen));
    assertEquals(200, frozen.frozenFrames());
    assertFalse(frozen.isFrozenAt(0));
    assertTrue(frozen.isFrozenAt(100));
  }

  @Test
  void faceThatStaysWhereItIsWhileTheRestIsCutIsTheViewer() {
    List<FrameCut> cuts = List.of(new FrameCut(3900, 4000), new FrameCut(7900, 8000));
    assertEquals(
        Set.of(3),
        viewer(
            track(1, 0, 3900, 200, 300, cuts),
            track(2, 4000, 12000, 150, 320, cuts.subList(0, 1)),
            track(3, 0, 12000, 560, 60, cuts)));
  }

  @Test
  void trackTooShortIsNobody() {
    assertEquals(Set.of(), viewer(track(1, 0, 300, 200, 100)));
    assertEquals(Set.of(1), viewer(track(1, 0, 400, 200, 100)));
    assertEquals(Set.of(), viewer());
  }

  @Test
  void patternThatIsNoFaceAtSecondSightIsNobody() {
    assertEquals(Set.of(), viewer(rechecked(1, 200, 0.1f, 0.3f)));
    assertEquals(Set.of(1), viewer(rechecked(1, 200, 0.1f, 0.9f)), "a hand was before it once");
    assertEquals(Set.of(1), viewer(rechecked(1, 200)));
  }

  @Test
  void tracksThatContinueTheViewerBelongToHim() {
    Set<Integer> viewer =
        viewer(
            track(1, 0, 9000, 200, 100),
            track(2, 12000, 18000, 260, 90),
            track(3, 8000, 11000, 210, 100),
            track(4, 19000, 21000, 600, 95),
            track(5, 19000, 20000, 210, 40));
    assertEquals(Set.of(1, 2), viewer, "not who is there at the same time, elsewhere or far away");
  }

  @Test
  void viewerWhoseSizeJumpsStaysOne() {
    assertEquals(Set.of(1, 2), viewer(track(1, 0, 3900, 250, 60), track(2, 4000, 8000, 200, 200)));
    assertEquals(Set.of(1, 2), viewer(track(1, 0, 3900, 100, 260), track(2, 4200, 8000, 300, 90)));
  }

  @Test
  void faceOfAnotherSizeIsSomebodyElseAfterAPauseOrBesideAThird() {
    assertTrue(choose(track(1, 0, 3900, 250, 60), track(2, 5000, 8000, 200, 200)).isOpen());
    assertFalse(
        choose(
                track(1, 0, 3900, 250, 60),
                track(2, 4000, 8000, 200, 200),
                track(3, 3000, 5000, 500, 100))
            .viewer()
            .containsAll(Set.of(1, 2)));
  }
}
