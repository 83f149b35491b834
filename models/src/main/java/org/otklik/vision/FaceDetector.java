package org.otklik.vision;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds faces with five landmarks. Frames of one size go to the model together. Thread-safe.
 *
 * <p>The model's input is scaled, ordered by colour and padded as its card says.
 */
public final class FaceDetector implements AutoCloseable {

  private final ModelSession session;
  private final DetectionSettings settings;
  private final FaceCells cells;

  private FaceDetector(ModelSession session, DetectionSettings settings) {
    this.session = session;
    this.settings = settings;
    ModelCard.Output output = session.card().output();
    Double threshold = settings.scoreThreshold();
    this.cells = new FaceCells(output, threshold == null ? output.scoreThreshold() : threshold);
  }

  /**
   * Loads the detector of a folder.
   *
   * @throws UnusableModelException if the folder holds no usable detector
   */
  public static FaceDetector load(Path modelFolder, DetectionSettings settings) {
    ModelFolder folder = ModelFolder.open(modelFolder, ModelTask.FACE_DETECTION);
    ModelCard.Output output = folder.card().output();
    if (output.decoding() != Decoding.FACE_CELLS
        || output.strides().isEmpty()
        || output.strides().size() != output.tensors().size()
        || output.strides().stream().anyMatch(s -> folder.card().input().sizeMultiple() % s != 0)
        || folder.card().input().colourOrder() == ColourOrder.GREY) {
      throw new UnusableModelException(
          "A detector needs face cells, a tensor a stride, a size multiple that the strides"
              + " divide, and colours: "
              + folder.card().release());
    }
    return new FaceDetector(ModelSession.load(folder, settings.intraOpThreads()), settings);
  }

  /** The same loaded model with another threshold and batch size. */
  FaceDetector with(DetectionSettings other) {
    return new FaceDetector(session, other);
  }

  public ModelCard card() {
    return session.card();
  }

  /**
   * The faces of each frame, in pixels of the film, the best score first; none for a frame that
   * could not be decoded.
   *
   * @throws InferenceException if the model fails
   */
  public List<List<DetectedFace>> detect(List<Frame> frames) {
    List<List<DetectedFace>> faces = new ArrayList<>(Collections.nCopies(frames.size(), List.of()));
    Map<InputSize, List<Integer>> bySize = new LinkedHashMap<>();
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).isDecodable()) {
        InputSize size = InputSize.of(frames.get(i), card().input());
        bySize.computeIfAbsent(size, any -> new ArrayList<>()).add(i);
      }
    }
    bySize.forEach(
        (size, indices) -> {
          for (int from = 0; from < indices.size(); from += settings.framesPerCall()) {
            int until = Math.min(from + settings.framesPerCall(), indices.size());
            detectTogether(frames, indices.subList(from, until), size, faces);
          }
        });
    return faces;
  }

  private void detectTogether(
      List<Frame> frames, List<Integer> indices, InputSize size, List<List<DetectedFace>> faces) {
    int channels = card().input().colourOrder().channels();
    long[] shape = {indices.size(), channels, size.paddedHeightPx(), size.paddedWidthPx()};
    Map<String, float[]> tensors =
        session.run(
            shape,
            buffer -> {
              float[] planes = new float[channels * size.paddedHeightPx() * size.paddedWidthPx()];
              indices.forEach(index -> write(frames.get(index), size, planes, buffer));
            });
    for (int i = 0; i < indices.size(); i++) {
      faces.set(indices.get(i), cells.faces(tensors, i, size, frames.get(indices.get(i))));
    }
  }

  /** Interleaved bytes to planes of floats; the padding keeps the zeros the array began with. */
  private void write(Frame frame, InputSize size, float[] planes, FloatBuffer buffer) {
    byte[] bgr =
        PixelScaler.scale(
            frame.bgr(), 3, frame.widthPx(), frame.heightPx(), size.widthPx(), size.heightPx());
    ModelCard.Input input = card().input();
    float lowest = (float) input.lowest();
    float step = (float) ((input.highest() - input.lowest()) / 255);
    int plane = size.paddedHeightPx() * size.paddedWidthPx();
    int firstPlane = input.colourOrder() == ColourOrder.BGR ? 0 : 2 * plane;
    int lastPlane = 2 * plane - firstPlane;
    for (int y = 0; y < size.heightPx(); y++) {
      int from = 3 * y * size.widthPx();
      int to = y * size.paddedWidthPx();
      for (int x = 0; x < size.widthPx(); x++, from += 3, to++) {
        planes[firstPlane + to] = lowest + (bgr[from] & 0xff) * step;
        planes[plane + to] = lowest + (bgr[from + 1] & 0xff) * step;
        planes[lastPlane + to] = lowest + (bgr[from + 2] & 0xff) * step;
      }
    }
    buffer.put(planes);
  }

  @Override
  public void close() {
    session.close();
  }
}
