package org.otklik.vision.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.emotion.Emotion;
import org.otklik.vision.CardFixture;
import org.otklik.vision.FaceImageFixture;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.Decoding;
import org.otklik.vision.model.InputSize;
import org.otklik.vision.model.ModelCard;

/** How faces are read from rows of cells, as YuNet lays them out. */
class FaceCellsTest {

  private static final ModelCard.Output ROWS =
      new ModelCard.Output(
          Decoding.FACE_ROWS,
          List.of("cls_8", "obj_8", "bbox_8", "kps_8", "cls_16", "obj_16", "bbox_16", "kps_16"),
          List.of(8, 16),
          0.7,
          0.4);

  /** 64 × 32 pixels, padded from 60 × 30 of a picture of a video twice as large. */
  private static final InputSize SIZE = new InputSize(60, 30, 64, 32);

  private static final Frame FRAME = new Frame(0, 60, 30, 120, 60, new byte[3 * 60 * 30]);

  private static Map<String, FloatBuffer> nothing(int pictures) {
    Map<String, FloatBuffer> tensors = new LinkedHashMap<>();
    new FaceCells(ROWS, 0.7)
        .shapes(pictures, SIZE)
        .forEach(
            (name, shape) ->
                tensors.put(name, FloatBuffer.allocate((int) (shape[0] * shape[1] * shape[2]))));
    return tensors;
  }

  @Test
  void rowsAreReadFromTheCellsCornerWithTheMeanOfBothScores() {
    Map<String, FloatBuffer> tensors = nothing(2);
    assertEquals(2 * 4 * 8, tensors.get("cls_8").capacity());
    // The second picture's cell in column 3 of row 1 of 2 × 4 cells of 16 pixels.
    int cell = 8 + 4 + 3;
    tensors.get("cls_16").put(cell, 0.81f);
    tensors.get("obj_16").put(cell, 1.2f); // above 1 counts as 1
    float[] box = {0.25f, -0.5f, (float) Math.log(1.5), (float) Math.log(2)};
    tensors.get("bbox_16").put(4 * cell, box);
    for (int i = 0; i < 10; i++) {
      tensors.get("kps_16").put(10 * cell + i, i / 10f);
    }
    FaceCells cells = new FaceCells(ROWS, 0.7);
    assertEquals(List.of(), cells.faces(tensors, 0, SIZE, FRAME), "the first has none");
    DetectedFace face = cells.faces(tensors, 1, SIZE, FRAME).get(0);
    assertEquals(0.9, face.score(), 1e-6);
    // In pixels of the video, twice those of the tensor.
    assertEquals(2 * (3 + 0.25) * 16, face.box().centreXPx(), 1e-4);
    assertEquals(2 * (1 - 0.5) * 16, face.box().centreYPx(), 1e-4);
    assertEquals(2 * 1.5 * 16, face.box().widthPx(), 1e-4);
    assertEquals(2 * 2 * 16, face.box().heightPx(), 1e-4);
    float[] expected = new float[10];
    for (int i = 0; i < 10; i++) {
      expected[i] = 2 * ((i % 2 == 0 ? 3 : 1) + i / 10f) * 16;
    }
    assertArrayEquals(expected, face.landmarksPx(), 1e-4f);
  }

  @Test
  void scoreIsTheGeometricMean() {
    Map<String, FloatBuffer> tensors = nothing(1);
    tensors.get("cls_8").put(0, 0.9f);
    tensors.get("obj_8").put(0, 0.5f);
    assertEquals(0, new FaceCells(ROWS, 0.68).faces(tensors, 0, SIZE, FRAME).size());
    assertEquals(1, new FaceCells(ROWS, 0.67).faces(tensors, 0, SIZE, FRAME).size());
  }

  @Test
  void eachStrideNeedsItsFourTensors() {
    assertTrue(FaceCells.canRead(ROWS));
    assertFalse(
        FaceCells.canRead(
            new ModelCard.Output(
                Decoding.FACE_ROWS, ROWS.tensors().subList(0, 6), ROWS.strides(), 0.7, 0.4)));
    assertFalse(
        FaceCells.canRead(
            new ModelCard.Output(Decoding.LOGITS, ROWS.tensors(), ROWS.strides(), 0.7, 0.4)));
  }

  @Test
  void yunetFindsTheFacesByItsCardAlone(@TempDir Path folder) {
    Assumptions.assumeTrue(
        Files.exists(CardFixture.YUNET), "skipped: there is no " + CardFixture.YUNET);
    CardFixture.yunet(folder);
    Frame frame = new FaceImageFixture(640, 360).withFace(Emotion.NEUTRAL, 400, 150, 192).frame(0);
    try (FaceDetector yunet = FaceDetector.load(folder, DetectionSettings.STANDARD);
        FaceDetector ours =
            FaceDetector.load(FaceImageFixture.DETECTOR, DetectionSettings.STANDARD)) {
      List<DetectedFace> found = yunet.detect(List.of(frame, frame)).get(1);
      assertEquals(1, found.size());
      // Ours learned from it: they agree on where a face is.
      DetectedFace same = ours.detect(List.of(frame)).get(0).get(0);
      assertTrue(found.get(0).box().iou(same.box()) > 0.8);
      for (int i = 0; i < 10; i++) {
        assertEquals(same.landmarksPx()[i], found.get(0).landmarksPx()[i], 8, "landmark " + i);
      }
      Frame five = FaceImageFixture.real("five-faces.jpg").frame(0);
      int ofFive = yunet.detect(List.of(five)).get(0).size();
      assertTrue(ofFive >= 3, "faces of a real group of five: " + ofFive);
    }
  }
}
