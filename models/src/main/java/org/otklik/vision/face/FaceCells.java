package org.otklik.vision.face;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.Decoding;
import org.otklik.vision.model.InputSize;
import org.otklik.vision.model.ModelCard;

/**
 * Reads faces from a detector's output, laid out as {@link Decoding#FACE_CELLS} or {@link
 * Decoding#FACE_ROWS} say.
 */
final class FaceCells {

  /** Tensors a stride of {@link Decoding#FACE_ROWS}, and the values of a cell in each. */
  private static final int[] ROW_VALUES = {1, 1, 4, 10};

  /** Values of a cell of {@link Decoding#FACE_CELLS}. */
  private static final int PLANES = 15;

  private static final int LANDMARKS = 5;

  private static final double SAME_FACE_OVERLAP = 0.7;

  private final ModelCard.Output output;
  private final double scoreThreshold;

  FaceCells(ModelCard.Output output, double scoreThreshold) {
    this.output = output;
    this.scoreThreshold = scoreThreshold;
  }

  /** Whether a card's outputs can be read: the right number of tensors for its strides. */
  static boolean canRead(ModelCard.Output output) {
    int tensorsPerStride =
        switch (output.decoding()) {
          case FACE_CELLS -> 1;
          case FACE_ROWS -> ROW_VALUES.length;
          case PROBABILITIES, LOGITS -> 0;
        };
    return tensorsPerStride > 0
        && !output.strides().isEmpty()
        && output.tensors().size() == tensorsPerStride * output.strides().size();
  }

  /** The shape of each of the outputs for a batch of pictures of one size. */
  Map<String, long[]> shapes(int pictures, InputSize size) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (int level = 0; level < output.strides().size(); level++) {
      int rows = size.paddedHeightPx() / output.strides().get(level);
      int columns = size.paddedWidthPx() / output.strides().get(level);
      if (output.decoding() == Decoding.FACE_CELLS) {
        shapes.put(output.tensors().get(level), new long[] {pictures, PLANES, rows, columns});
      } else {
        for (int t = 0; t < ROW_VALUES.length; t++) {
          shapes.put(
              output.tensors().get(level * ROW_VALUES.length + t),
              new long[] {pictures, (long) rows * columns, ROW_VALUES[t]});
        }
      }
    }
    return shapes;
  }

  /**
   * The faces of one picture of a batch, the best score first.
   *
   * @param tensors all of the model's outputs
   * @param index of the picture in the batch
   */
  List<DetectedFace> faces(
      Map<String, FloatBuffer> tensors, int index, InputSize size, Frame frame) {
    List<DetectedFace> candidates = new ArrayList<>();
    for (int level = 0; level < output.strides().size(); level++) {
      int stride = output.strides().get(level);
      int columns = size.paddedWidthPx() / stride;
      int count = columns * (size.paddedHeightPx() / stride);
      Cells cells = cells(tensors, level, index, count);
      Grid grid = new Grid(cells, columns, stride);
      for (int cell = 0; cell < count; cell++) {
        if (cells.score(cell) >= scoreThreshold) {
          candidates.add(grid.face(cell, size, frame));
        }
      }
    }
    return best(candidates);
  }

  private Cells cells(Map<String, FloatBuffer> tensors, int level, int index, int count) {
    if (output.decoding() == Decoding.FACE_CELLS) {
      FloatBuffer planes = tensors.get(output.tensors().get(level));
      return new Planes(planes, index * PLANES * count, count);
    }
    int first = level * ROW_VALUES.length;
    return new Rows(
        tensors.get(output.tensors().get(first)),
        tensors.get(output.tensors().get(first + 1)),
        tensors.get(output.tensors().get(first + 2)),
        tensors.get(output.tensors().get(first + 3)),
        index * count);
  }

  /**
   * Non-maximum suppression: greedy, the best score first. A box that mostly lies in another one is
   * the same face, too, seen at another scale.
   */
  private List<DetectedFace> best(List<DetectedFace> candidates) {
    candidates.sort(
        Comparator.comparing(DetectedFace::score)
            .reversed()
            .thenComparing(face -> face.box().xPx())
            .thenComparing(face -> face.box().yPx()));
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace candidate : candidates) {
      if (kept.stream().noneMatch(face -> isSame(face.box(), candidate.box()))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private boolean isSame(FaceBox one, FaceBox other) {
    return one.iou(other) > output.nmsIou() || one.overlap(other) > SAME_FACE_OVERLAP;
  }

  /** The cells of one picture at one stride. */
  private sealed interface Cells {

    float score(int cell);

    /** Centre, log of the size, landmarks, x before y: value 0 to 13. */
    float value(int value, int cell);

    /** Where in a cell its values count from, in strides: 0 its upper left corner. */
    double origin();
  }

  private record Planes(FloatBuffer values, int offset, int count) implements Cells {

    @Override
    public float score(int cell) {
      return values.get(offset + cell);
    }

    @Override
    public float value(int value, int cell) {
      return values.get(offset + (1 + value) * count + cell);
    }

    @Override
    public double origin() {
      return 0.5;
    }
  }

  private record Rows(
      FloatBuffer ofClass, FloatBuffer ofObject, FloatBuffer box, FloatBuffer marks, int offset)
      implements Cells {

    @Override
    public float score(int cell) {
      return (float)
          Math.sqrt(part(ofClass.get(offset + cell)) * part(ofObject.get(offset + cell)));
    }

    private static double part(float score) {
      return Math.max(0, Math.min(1, score));
    }

    @Override
    public float value(int value, int cell) {
      return value < 4
          ? box.get(4 * (offset + cell) + value)
          : marks.get(2 * LANDMARKS * (offset + cell) + value - 4);
    }

    @Override
    public double origin() {
      return 0;
    }
  }

  /** Where cells lie in the model's input. */
  private record Grid(Cells cells, int columns, int stride) {

    private double xPx(int value, int cell) {
      return (cell % columns + cells.origin() + cells.value(value, cell)) * stride;
    }

    private double yPx(int value, int cell) {
      return (cell / columns + cells.origin() + cells.value(value, cell)) * stride;
    }

    DetectedFace face(int cell, InputSize size, Frame frame) {
      double scaleX = (double) frame.sourceWidthPx() / size.widthPx();
      double scaleY = (double) frame.sourceHeightPx() / size.heightPx();
      double width = Math.exp(cells.value(2, cell)) * stride;
      double height = Math.exp(cells.value(3, cell)) * stride;
      FaceBox box =
          new FaceBox(
              (float) ((xPx(0, cell) - width / 2) * scaleX),
              (float) ((yPx(1, cell) - height / 2) * scaleY),
              (float) (width * scaleX),
              (float) (height * scaleY));
      float[] landmarks = new float[2 * LANDMARKS];
      for (int i = 0; i < LANDMARKS; i++) {
        landmarks[2 * i] = (float) (xPx(4 + 2 * i, cell) * scaleX);
        landmarks[2 * i + 1] = (float) (yPx(5 + 2 * i, cell) * scaleY);
      }
      return new DetectedFace(box, landmarks, cells.score(cell));
    }
  }
}
