package org.otklik.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads faces from a detector's output as {@link Decoding#FACE_CELLS} lays it out. */
final class FaceCells {

  private static final int VALUES = 15;
  private static final int LANDMARKS = 5;

  private final ModelCard.Output output;
  private final double scoreThreshold;

  FaceCells(ModelCard.Output output, double scoreThreshold) {
    this.output = output;
    this.scoreThreshold = scoreThreshold;
  }

  /**
   * The faces of one picture of a batch, the best score first.
   *
   * @param tensors all of the model's outputs
   * @param index of the picture in the batch
   */
  List<DetectedFace> faces(Map<String, float[]> tensors, int index, InputSize size, Frame frame) {
    List<DetectedFace> candidates = new ArrayList<>();
    for (int level = 0; level < output.strides().size(); level++) {
      int stride = output.strides().get(level);
      float[] tensor = tensors.get(output.tensors().get(level));
      int columns = size.paddedWidthPx() / stride;
      int rows = size.paddedHeightPx() / stride;
      Level cells = new Level(tensor, index * VALUES * rows * columns, rows, columns, stride);
      for (int cell = 0; cell < rows * columns; cell++) {
        if (cells.value(0, cell) >= scoreThreshold) {
          candidates.add(cells.face(cell, size, frame));
        }
      }
    }
    return best(candidates);
  }

  /** Non-maximum suppression: greedy, the best score first. */
  private List<DetectedFace> best(List<DetectedFace> candidates) {
    candidates.sort(
        Comparator.comparing(DetectedFace::score)
            .reversed()
            .thenComparing(face -> face.box().xPx())
            .thenComparing(face -> face.box().yPx()));
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace candidate : candidates) {
      if (kept.stream().allMatch(f -> f.box().iou(candidate.box()) <= output.nmsIou())) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  /** The cells of one picture at one stride. */
  private record Level(float[] tensor, int offset, int rows, int columns, int stride) {

    float value(int channel, int cell) {
      return tensor[offset + channel * rows * columns + cell];
    }

    private double xPx(int channel, int cell) {
      return (cell % columns + 0.5 + value(channel, cell)) * stride;
    }

    private double yPx(int channel, int cell) {
      return (cell / columns + 0.5 + value(channel, cell)) * stride;
    }

    DetectedFace face(int cell, InputSize size, Frame frame) {
      double scaleX = (double) frame.sourceWidthPx() / size.widthPx();
      double scaleY = (double) frame.sourceHeightPx() / size.heightPx();
      double width = Math.exp(value(3, cell)) * stride;
      double height = Math.exp(value(4, cell)) * stride;
      FaceBox box =
          new FaceBox(
              (float) ((xPx(1, cell) - width / 2) * scaleX),
              (float) ((yPx(2, cell) - height / 2) * scaleY),
              (float) (width * scaleX),
              (float) (height * scaleY));
      float[] landmarks = new float[2 * LANDMARKS];
      for (int i = 0; i < LANDMARKS; i++) {
        landmarks[2 * i] = (float) (xPx(5 + 2 * i, cell) * scaleX);
        landmarks[2 * i + 1] = (float) (yPx(6 + 2 * i, cell) * scaleY);
      }
      return new DetectedFace(box, landmarks, value(0, cell));
    }
  }
}
