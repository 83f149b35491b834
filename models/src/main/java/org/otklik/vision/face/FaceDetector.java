package org.otklik.vision.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.otklik.vision.image.ColourOrder;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.Workspaces;
import org.otklik.vision.model.FrameTensor;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.InputSize;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelFolder;
import org.otklik.vision.model.ModelSession;
import org.otklik.vision.model.ModelTask;
import org.otklik.vision.model.UnusableModelException;

/**
 * Finds faces with five landmarks. Frames of one size go to the model together. Thread-safe.
 *
 * <p>The model's input is scaled, ordered by colour and padded as its card says.
 */
public final class FaceDetector implements AutoCloseable {

  private final ModelSession session;
  private final FaceCells cells;
  private final int framesPerCall;
  private final Workspaces<FrameTensor> frameTensors;

  private FaceDetector(
      ModelSession session, Workspaces<FrameTensor> frameTensors, DetectionSettings settings) {
    this.session = session;
    this.framesPerCall = session.takesSingly() ? 1 : settings.framesPerCall();
    this.frameTensors = frameTensors;
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
    if (!FaceCells.canRead(output)
        || output.strides().stream().anyMatch(s -> folder.card().input().sizeMultiple() % s != 0)
        || folder.card().input().colourOrder() == ColourOrder.GREY) {
      throw new UnusableModelException(
          "A detector needs face cells or rows, their tensors for every stride, a size multiple"
              + " that the strides divide, and colours: "
              + folder.card().release());
    }
    return new FaceDetector(
        ModelSession.load(folder, settings.intraOpThreads()),
        new Workspaces<>(() -> new FrameTensor(folder.card().input())),
        settings);
  }

  /** The same loaded model with another threshold and batch size. */
  public FaceDetector with(DetectionSettings other) {
    return new FaceDetector(session, frameTensors, other);
  }

  public ModelCard card() {
    return session.card();
  }

  /**
   * The faces of each frame, in pixels of the video, the best score first; none for a frame that
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
          for (int from = 0; from < indices.size(); from += framesPerCall) {
            int until = Math.min(from + framesPerCall, indices.size());
            detectTogether(frames, indices.subList(from, until), size, faces);
          }
        });
    return faces;
  }

  private void detectTogether(
      List<Frame> frames, List<Integer> indices, InputSize size, List<List<DetectedFace>> faces) {
    int channels = card().input().colourOrder().channels();
    long[] shape = {indices.size(), channels, size.paddedHeightPx(), size.paddedWidthPx()};
    session.run(
        shape,
        tensor -> write(frames, indices, size, tensor),
        cells.shapes(indices.size(), size),
        tensors -> {
          for (int i = 0; i < indices.size(); i++) {
            faces.set(indices.get(i), cells.faces(tensors, i, size, frames.get(indices.get(i))));
          }
          return faces;
        });
  }

  private void write(
      List<Frame> frames, List<Integer> indices, InputSize size, FloatPointer tensor) {
    frameTensors.use(
        work -> {
          for (int i = 0; i < indices.size(); i++) {
            work.write(frames.get(indices.get(i)), size, tensor, i);
          }
          return tensor;
        });
  }

  @Override
  public void close() {
    session.close();
    frameTensors.close();
  }
}
