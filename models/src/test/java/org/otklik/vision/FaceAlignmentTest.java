package org.otklik.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceCropper;
import org.otklik.vision.face.FaceSquare;
import org.otklik.vision.image.ColourOrder;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.Alignment;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelFolderFixture;
import org.otklik.vision.model.UnusableModelException;

/** How a face is laid into the classifier's picture, whatever its tilt, place and size. */
class FaceAlignmentTest {

  /** Eyes at a third and two thirds, the rest below. */
  private static final List<Double> TEMPLATE =
      List.of(0.33, 0.35, 0.67, 0.35, 0.5, 0.55, 0.36, 0.75, 0.64, 0.75);

  private static final int FRAME_PX = 400;

  private static ModelCard.Input input(Alignment alignment, int sidePx, ColourOrder order) {
    List<Double> template = alignment == Alignment.LANDMARKS ? TEMPLATE : List.of();
    List<Double> zeros = List.of(0.0, 0.0, 0.0).subList(0, order.channels());
    List<Double> ones = List.of(1.0, 1.0, 1.0).subList(0, order.channels());
    return new ModelCard.Input(
        "face", order, 0, 1, zeros, ones, sidePx, sidePx, 1, 0, alignment, template);
  }

  /** A face whose square has that centre, side and tilt, in a video twice as large as the frame. */
  private static DetectedFace face(double x, double y, double side, double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    float[] landmarks = new float[10];
    for (int i = 0; i < 10; i += 2) {
      double u = (TEMPLATE.get(i) - 0.5) * side;
      double v = (TEMPLATE.get(i + 1) - 0.5) * side;
      landmarks[i] = (float) (2 * (x + cosine * u - sine * v));
      landmarks[i + 1] = (float) (2 * (y + sine * u + cosine * v));
    }
    float left = (float) (2 * (x - side / 2));
    float top = (float) (2 * (y - side / 2));
    return new DetectedFace(
        new FaceBox(left, top, (float) (2 * side), (float) (2 * side)), landmarks, 1);
  }

  private static Frame frame(IntBinaryOperator level) {
    byte[] bgr = new byte[3 * FRAME_PX * FRAME_PX];
    for (int i = 0; i < FRAME_PX * FRAME_PX; i++) {
      byte grey = (byte) level.applyAsInt(i % FRAME_PX, i / FRAME_PX);
      bgr[3 * i] = grey;
      bgr[3 * i + 1] = grey;
      bgr[3 * i + 2] = grey;
    }
    return new Frame(0, FRAME_PX, FRAME_PX, 2 * FRAME_PX, 2 * FRAME_PX, bgr);
  }

  private static FaceCrop cut(Frame frame, DetectedFace face, ModelCard.Input input) {
    try (FaceCropper cropper = new FaceCropper(input)) {
      return cropper.cut(frame, face);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, 200, 100, 0",
    "150.3, 221.7, 87.5, 20",
    "90, 310, 140, -35",
    "200, 200, 60, 90"
  })
  void templateIsFoundAgainWhereverItLies(double x, double y, double side, double degrees) {
    FaceSquare square =
        FaceSquare.of(
            frame((column, row) -> 0),
            face(x, y, side, degrees),
            input(Alignment.LANDMARKS, 48, ColourOrder.GREY));
    assertEquals(x, square.centreXPx(), 1e-3);
    assertEquals(y, square.centreYPx(), 1e-3);
    assertEquals(side, square.sidePx(), 1e-3);
    assertEquals(Math.cos(Math.toRadians(degrees)), square.cosine(), 1e-5);
    assertEquals(Math.sin(Math.toRadians(degrees)), square.sine(), 1e-5);
  }

  /** Against the definition: no similarity nearby lies closer to landmarks that do not fit. */
  @Test
  void fitIsTheClosestThereIs() {
    DetectedFace face = face(200, 180, 120, 15);
    face.landmarksPx()[4] += 30;
    face.landmarksPx()[9] -= 20;
    FaceSquare best =
        FaceSquare.of(frame((x, y) -> 0), face, input(Alignment.LANDMARKS, 48, ColourOrder.GREY));
    double least = squaredError(best, face);
    double angle = Math.atan2(best.sine(), best.cosine());
    for (double[] step :
        new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 0.02}}) {
      for (int sign : new int[] {-1, 1}) {
        FaceSquare other =
            new FaceSquare(
                best.centreXPx() + sign * step[0],
                best.centreYPx() + sign * step[1],
                best.sidePx() + sign * step[2],
                Math.cos(angle + sign * step[3]),
                Math.sin(angle + sign * step[3]));
        assertTrue(squaredError(other, face) > least);
      }
    }
  }

  private static double squaredError(FaceSquare square, DetectedFace face) {
    double sum = 0;
    for (int i = 0; i < 10; i += 2) {
      double u = (TEMPLATE.get(i) - 0.5) * square.sidePx();
      double v = (TEMPLATE.get(i + 1) - 0.5) * square.sidePx();
      double x = square.centreXPx() + square.cosine() * u - square.sine() * v;
      double y = square.centreYPx() + square.sine() * u + square.cosine() * v;
      sum += Math.pow(x - face.landmarksPx()[i] / 2, 2);
      sum += Math.pow(y - face.landmarksPx()[i + 1] / 2, 2);
    }
    return sum;
  }

  /** A smooth picture, so that its values can be told at any place: light falls from the left. */
  @ParameterizedTest
  @ValueSource(ints = {30, 48, 100, 143, 250})
  void pixelsLieWhereTheSquareSays(int side) {
    Frame slope = frame((x, y) -> (x + y) / 4);
    int crop = 48;
    for (int degrees : new int[] {0, 25, -80}) {
      DetectedFace face = face(201.2, 199.3, side, degrees);
      ModelCard.Input input = input(Alignment.LANDMARKS, crop, ColourOrder.GREY);
      FaceSquare square = FaceSquare.of(slope, face, input);
      byte[] pixels = cut(slope, face, input).pixels();
      for (int at = 0; at < pixels.length; at += 37) {
        double u = ((at % crop + 0.5) / crop - 0.5) * side;
        double v = ((at / crop + 0.5) / crop - 0.5) * side;
        double x = square.centreXPx() + square.cosine() * u - square.sine() * v - 0.5;
        double y = square.centreYPx() + square.sine() * u + square.cosine() * v - 0.5;
        // The levels are whole, and floored in the picture.
        assertEquals((x + y) / 4 - 0.375, pixels[at] & 0xff, 0.9, side + " px, " + degrees);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"BOX, 0", "ROLL, 20", "LANDMARKS, 20", "LANDMARKS, 45"})
  void largeFaceIsAveragedAndNotSampled(Alignment alignment, int degrees) {
    // Black and white by turns: sampled, it would be stripes; averaged, it is grey.
    Frame stripes = frame((x, y) -> x % 2 == 0 ? 0 : 255);
    FaceCrop crop =
        cut(stripes, face(200, 200, 240, degrees), input(alignment, 48, ColourOrder.GREY));
    for (byte level : crop.pixels()) {
      assertEquals(127.5, level & 0xff, 26);
    }
  }

  @Test
  void rollTurnsTheSquareOfTheBox() {
    ModelCard.Input input = input(Alignment.ROLL, 48, ColourOrder.GREY);
    FaceSquare square = FaceSquare.of(frame((x, y) -> 0), face(200, 150, 90, 30), input);
    assertEquals(200, square.centreXPx(), 1e-3);
    assertEquals(150, square.centreYPx(), 1e-3);
    assertEquals(90, square.sidePx(), 1e-3);
    assertEquals(0.5, square.sine(), 1e-5);
  }

  @Test
  void landmarksAllInOnePlaceFallBackToTheBox() {
    DetectedFace none = new DetectedFace(face(200, 150, 90, 0).box(), new float[10], 1);
    for (Alignment alignment : Alignment.values()) {
      ModelCard.Input input = input(alignment, 48, ColourOrder.GREY);
      assertEquals(
          new FaceSquare(200, 150, 90, 1, 0), FaceSquare.of(frame((x, y) -> 0), none, input));
    }
  }

  @Test
  void coloursKeepTheirOrderAndQualityIsJudgedAlike() {
    byte[] bgr = new byte[3 * FRAME_PX * FRAME_PX];
    for (int i = 0; i < bgr.length; i += 3) {
      bgr[i] = 10;
      bgr[i + 1] = 60;
      bgr[i + 2] = (byte) (200 + i / 3 % FRAME_PX / 8 % 2 * 40);
    }
    Frame reddish = new Frame(0, FRAME_PX, FRAME_PX, 2 * FRAME_PX, 2 * FRAME_PX, bgr);
    DetectedFace face = face(200, 200, 96, 0);
    FaceCrop grey = cut(reddish, face, input(Alignment.BOX, 48, ColourOrder.GREY));
    FaceCrop rgb = cut(reddish, face, input(Alignment.BOX, 224, ColourOrder.RGB));
    FaceCrop bgrCrop = cut(reddish, face, input(Alignment.BOX, 224, ColourOrder.BGR));
    assertEquals(3 * 224 * 224, rgb.pixels().length);
    assertTrue((rgb.pixels()[0] & 0xff) >= 200);
    assertArrayEquals(new byte[] {10, 60}, new byte[] {bgrCrop.pixels()[0], bgrCrop.pixels()[1]});
    assertEquals(10, rgb.pixels()[2]);
    assertEquals(grey.sharpness(), rgb.sharpness(), "whatever the classifier's size");
    assertEquals(grey.brightness(), rgb.brightness());
    assertTrue(grey.sharpness() > 1);
  }

  @Test
  void templateBelongsToLandmarksOnly(@TempDir Path folder) {
    ModelFolderFixture.copy(
        FaceImageFixture.CLASSIFIER,
        folder,
        "\"alignment\": \"roll\"",
        "\"template\": [[0.3, 0.4]], \"alignment\": \"landmarks\"");
    String message =
        assertThrows(UnusableModelException.class, () -> ModelCard.in(folder)).getMessage();
    assertTrue(message.contains("five points"), message);
    ModelFolderFixture.rewrite(folder, "\"template\": [[0.3, 0.4]], ", "");
    assertThrows(UnusableModelException.class, () -> ModelCard.in(folder));
  }
}
