package org.otklik.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.vision.image.Frame;

/** A detector that finds faces at any angle, as surely: only their landmarks tell them apart. */
class FrameTurnsTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final Frame FRAME =
      new Frame(0, WIDTH, HEIGHT, WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]);

  /** Of a face of side 1 about 0, 0 that stands. */
  private static final double[] STANDING = {
    -0.2, -0.15, 0.2, -0.15, 0, 0.07, -0.16, 0.26, 0.16, 0.26
  };

  private record Placed(double x, double y, double side, double tiltDegrees, double score) {

    /** In the frame turned clockwise by so many quarters. */
    DetectedFace turned(int quarters) {
      double placeX = x;
      double placeY = y;
      double height = HEIGHT;
      double width = WIDTH;
      for (int i = 0; i < quarters; i++) {
        double before = placeX;
        placeX = height - placeY;
        placeY = before;
        double other = width;
        width = height;
        height = other;
      }
      double angle = Math.toRadians(tiltDegrees + 90 * quarters);
      float[] landmarks = new float[10];
      for (int i = 0; i < 10; i += 2) {
        double across = STANDING[i] * Math.cos(angle) - STANDING[i + 1] * Math.sin(angle);
        double down = STANDING[i] * Math.sin(angle) + STANDING[i + 1] * Math.cos(angle);
        landmarks[i] = (float) (placeX + side * across);
        landmarks[i + 1] = (float) (placeY + side * down);
      }
      float corner = (float) (side / 2);
      FaceBox box =
          new FaceBox((float) placeX - corner, (float) placeY - corner, (float) side, (float) side);
      return new DetectedFace(box, landmarks, (float) score);
    }
  }

  private static TurnScores scores(Placed... faces) {
    List<List<DetectedFace>> found = new ArrayList<>();
    for (int quarters = 0; quarters < 4; quarters++) {
      int turns = quarters;
      found.add(List.of(faces).stream().map(face -> face.turned(turns)).toList());
    }
    return FrameTurns.scores(FRAME, found.get(0), found.get(1), found.get(2), found.get(3));
  }

  private static int neededTurn(Placed... faces) {
    return Uprightness.neededTurn(Collections.nCopies(5, scores(faces)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-170, -90, -35, 0, 20, 59, 90, 135, 179})
  void tiltIsThatOfTheLandmarks(int degrees) {
    DetectedFace face = new Placed(300, 200, 80, degrees, 0.9).turned(0);
    assertEquals(degrees, face.tiltDegrees(), 0.01);
    assertEquals(Math.abs(degrees) <= 60, face.stands());
  }

  @Test
  void tiltOfAProfileIsToldByItsMouth() {
    float[] profile = {50, 40, 52, 44, 30, 60, 45, 80, 46, 82};
    DetectedFace face = new DetectedFace(new FaceBox(0, 0, 100, 100), profile, 0.9f);
    assertEquals(8, face.tiltDegrees(), 8);
    assertEquals(0, new DetectedFace(face.box(), new float[10], 0.9f).tiltDegrees());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 270", "180, 180", "-90, 90", "75, 270", "-110, 90", "25, 0", "-40, 0"})
  void turnIsToldByTheLandmarksWhereTheScoresAreAlike(int tiltDegrees, int neededDegrees) {
    assertEquals(neededDegrees, neededTurn(new Placed(300, 180, 150, tiltDegrees, 0.97)));
  }

  /** Half lying, as on the arm of a sofa: it may be the head or the camera. */
  @ParameterizedTest
  @ValueSource(ints = {50, 59, -45, -55})
  void faceBetweenTwoTurnsIsNoReasonToTurn(int tiltDegrees) {
    assertEquals(0, neededTurn(new Placed(300, 180, 150, tiltDegrees, 0.95)));
  }

  @Test
  void whoLiesBesideOneWhoSitsIsNoReasonToTurn() {
    Placed lying = new Placed(150, 250, 120, 90, 0.98);
    assertEquals(0, neededTurn(lying, new Placed(450, 150, 100, 5, 0.93)));
    assertEquals(
        270, neededTurn(lying, new Placed(450, 150, 30, 5, 0.93)), "a picture on the wall");
    assertEquals(270, neededTurn(lying, new Placed(450, 150, 100, 5, 0.75)), "a pattern");
    assertEquals(
        270, neededTurn(lying, new Placed(160, 260, 60, 5, 0.95)), "a pattern in the face");
  }

  @Test
  void placeOfATurnedFaceIsThatInTheFrame() {
    // The same face, found standing in every turn, as a detector does that knows no other: its
    // scores are compared, wherever in the frame it is.
    for (int quarters = 1; quarters < 4; quarters++) {
      DetectedFace face = new Placed(150, 100, 100, -90 * quarters, 0.98).turned(quarters);
      List<List<DetectedFace>> turned = new ArrayList<>(List.of(List.of(), List.of(), List.of()));
      turned.set(quarters - 1, List.of(face));
      DetectedFace asItIs = new Placed(150, 100, 100, 0, 0.95).turned(0);
      TurnScores scores =
          FrameTurns.scores(FRAME, List.of(asItIs), turned.get(0), turned.get(1), turned.get(2));
      float best = Math.max(scores.right(), Math.max(scores.around(), scores.left()));
      assertEquals(0.98f, best, quarters + ": " + scores);
      assertTrue(scores.asItIs() > 0.9, scores.toString());
    }
  }

  @Test
  void whoLiesDownForAWhileIsNoReasonToTurn() {
    TurnScores sitting = scores(new Placed(300, 180, 150, 0, 0.97));
    TurnScores lying = scores(new Placed(300, 200, 150, 80, 0.97));
    assertEquals(
        0, Uprightness.neededTurn(List.of(sitting, lying, lying, sitting, lying)), "two of five");
  }
}
