package org.otklik.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.Emotion;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.face.SuccessiveFaces;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.LumaGrid;

class SuccessiveFacesTest {
  private static FaceDetector detector;

  @BeforeAll
  static void loadModel() {
    detector = FaceDetector.load(FaceImageFixture.DETECTOR, DetectionSettings.STANDARD);
  }

  @AfterAll
  static void closeModel() {
    detector.close();
  }

  @Test
  void aFaceThatHardlyMovesIsHalfwayBetweenItsNeighbours() {
    List<Frame> frames = List.of(face(0, 320), face(100, 321), face(200, 322), face(300, 322));
    List<List<DetectedFace>> found = found(frames);
    List<List<DetectedFace>> looked = detector.detect(frames);
    DetectedFace before = looked.get(0).get(0);
    DetectedFace after = looked.get(2).get(0);
    DetectedFace halfway = found.get(1).get(0);
    assertEquals((before.box().xPx() + after.box().xPx()) / 2, halfway.box().xPx(), 1e-3);
    assertEquals((before.score() + after.score()) / 2, halfway.score(), 1e-6);
    assertEquals(looked.get(1).get(0).box().centreXPx(), halfway.box().centreXPx(), 2);
    for (int i = 0; i < 10; i++) {
      assertEquals(
          (before.landmarksPx()[i] + after.landmarksPx()[i]) / 2, halfway.landmarksPx()[i], 1e-3);
    }
    assertSame(looked, found, 0, 2, 3);
  }

  @Test
  void aFaceThatMovesIsLookedFor() {
    assertLookedAt(List.of(face(0, 200), face(100, 260), face(200, 320)));
  }

  /** It nods, or a hand passes: before and after all is as it was. */
  @Test
  void aFaceThatLooksOtherwiseForAMomentIsLookedFor() {
    assertLookedAt(List.of(face(0, 320), face(100, 350), face(200, 320)));
    Frame covered = new FaceImageFixture(640, 360).frame(100);
    assertLookedAt(List.of(face(0, 320), covered, face(200, 320)));
  }

  @Test
  void whoComesForAMomentIsLookedFor() {
    Frame empty = new FaceImageFixture(640, 360).frame(0);
    List<Frame> frames = List.of(empty, face(100, 320), new FaceImageFixture(640, 360).frame(200));
    assertEquals(1, found(frames).get(1).size());
  }

  @Test
  void whatIsFarApartOrOfAnotherSizeOrUndecodableIsLookedAt() {
    assertLookedAt(List.of(face(0, 320), face(5000, 321), face(10_000, 322)));
    assertLookedAt(List.of(face(0, 320), face(0, 321), face(0, 322)));
    Frame small = new FaceImageFixture(320, 180).withFace(Emotion.HAPPINESS, 160, 90, 90).frame(99);
    assertLookedAt(List.of(face(0, 320), small, face(200, 322)));
    Frame lost = new Frame(100, 640, 360, 640, 360, null);
    assertEquals(List.of(), found(List.of(face(0, 320), lost, face(200, 322))).get(1));
  }

  @Test
  void fewFramesAreLookedAt() {
    assertEquals(List.of(), found(List.of()));
    assertLookedAt(List.of(face(0, 320)));
    assertLookedAt(List.of(face(0, 320), face(100, 321)));
  }

  private static Frame face(int timeMs, int centreXPx) {
    return new FaceImageFixture(640, 360)
        .withFace(Emotion.HAPPINESS, centreXPx, 180, 150)
        .frame(timeMs);
  }

  private static List<List<DetectedFace>> found(List<Frame> frames) {
    List<LumaGrid> grids = new ArrayList<>();
    for (Frame frame : frames) {
      grids.add(frame.isDecodable() ? LumaGrid.of(frame) : null);
    }
    return new SuccessiveFaces(detector).detect(frames, grids);
  }

  private static void assertLookedAt(List<Frame> frames) {
    List<List<DetectedFace>> looked = detector.detect(frames);
    assertNotEquals(List.of(), looked.get(0));
    int[] all = new int[frames.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    assertSame(looked, found(frames), all);
  }

  /** To what a batch of another size changes in the last digits. */
  private static void assertSame(
      List<List<DetectedFace>> looked, List<List<DetectedFace>> found, int... places) {
    for (int place : places) {
      assertEquals(looked.get(place).size(), found.get(place).size(), "frame " + place);
      for (int i = 0; i < looked.get(place).size(); i++) {
        DetectedFace one = looked.get(place).get(i);
        DetectedFace other = found.get(place).get(i);
        assertEquals(one.box().xPx(), other.box().xPx(), 1e-2);
        assertArrayEquals(one.landmarksPx(), other.landmarksPx(), 1e-2f);
      }
    }
  }
}
