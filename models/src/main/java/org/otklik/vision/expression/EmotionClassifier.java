package org.otklik.vision.expression;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.otklik.emotion.EmotionScores;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceCropper;
import org.otklik.vision.face.FaceSquare;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelFolder;
import org.otklik.vision.model.ModelSession;
import org.otklik.vision.model.ModelTask;
import org.otklik.vision.model.UnusableModelException;

/** Names the emotion of faces already cut out. Thread-safe. */
public final class EmotionClassifier implements AutoCloseable {

  private static final int STANDARD_FACES_PER_CALL = 32;

  private final ModelSession session;
  private final FaceCropper cropper;
  private final EmotionOutput output;
  private final int facesPerCall;

  /** The model's value of each of the 256 levels of each channel. */
  private final float[][] values;

  private EmotionClassifier(
      ModelSession session, FaceCropper cropper, EmotionOutput output, int facesPerCall) {
    this.session = session;
    this.cropper = cropper;
    this.output = output;
    this.facesPerCall = session.takesSingly() ? 1 : facesPerCall;
    this.values = values(session.card().input());
  }

  private static float[][] values(ModelCard.Input input) {
    float[][] values = new float[input.colourOrder().channels()][256];
    for (int channel = 0; channel < values.length; channel++) {
      for (int level = 0; level < values[channel].length; level++) {
        values[channel][level] = (float) (input.black(channel) + level * input.step(channel));
      }
    }
    return values;
  }

  /** Loads the classifier of a folder, with one thread a call. */
  public static EmotionClassifier load(Path modelFolder) {
    return load(modelFolder, 1, STANDARD_FACES_PER_CALL);
  }

  /**
   * Loads the classifier of a folder and tries it on a black square.
   *
   * @param intraOpThreads threads of one call of the model
   * @param facesPerCall most faces in one call of the model; one, if it takes no more
   * @throws UnusableModelException if the folder holds no usable classifier
   */
  public static EmotionClassifier load(Path modelFolder, int intraOpThreads, int facesPerCall) {
    if (facesPerCall < 1) {
      throw new IllegalArgumentException("facesPerCall must be positive: " + facesPerCall);
    }
    ModelFolder folder = ModelFolder.open(modelFolder, ModelTask.EMOTION_CLASSIFICATION);
    EmotionOutput output = new EmotionOutput(folder.card());
    if (folder.card().input().heightPx() < 1) {
      throw new UnusableModelException(
          "A classifier needs faces of one size: " + folder.card().release());
    }
    ModelSession session = ModelSession.load(folder, intraOpThreads);
    FaceCropper cropper = new FaceCropper(folder.card().input());
    EmotionClassifier loaded = new EmotionClassifier(session, cropper, output, facesPerCall);
    try {
      loaded.tryOnce();
      return loaded;
    } catch (InferenceException | UnusableModelException e) {
      loaded.close();
      throw new UnusableModelException(folder.card().release() + " fails: " + e.getMessage(), e);
    }
  }

  private void tryOnce() {
    ModelCard.Input input = card().input();
    byte[] black = new byte[input.widthPx() * input.heightPx() * values.length];
    classifyTogether(
        List.of(
            new FaceCrop(
                input.widthPx(), input.heightPx(), 1, input.colourOrder(), black, 0, 0, 0)));
  }

  /** The same loaded model with another batch size. */
  public EmotionClassifier with(int otherFacesPerCall) {
    return new EmotionClassifier(session, cropper, output, otherFacesPerCall);
  }

  public ModelCard card() {
    return session.card();
  }

  /** Cuts a face out of a frame as this classifier's card says. */
  public FaceCrop crop(Frame frame, DetectedFace face) {
    return cropper.cut(frame, face);
  }

  /** Cuts out the middle of a picture that is a face and nothing else, upright as it is. */
  public FaceCrop cropWhole(Frame picture) {
    return cropper.cut(picture, FaceSquare.whole(picture));
  }

  /**
   * The scores of each face.
   *
   * @param crops cut by {@link #crop}
   * @throws InferenceException if the model fails
   */
  public List<EmotionScores> classify(List<FaceCrop> crops) {
    List<EmotionScores> scores = new ArrayList<>(crops.size());
    for (int from = 0; from < crops.size(); from += facesPerCall) {
      int until = Math.min(from + facesPerCall, crops.size());
      scores.addAll(classifyTogether(crops.subList(from, until)));
    }
    return scores;
  }

  private List<EmotionScores> classifyTogether(List<FaceCrop> crops) {
    ModelCard.Input input = card().input();
    for (FaceCrop crop : crops) {
      if (crop.widthPx() != input.widthPx()
          || crop.heightPx() != input.heightPx()
          || crop.colourOrder() != input.colourOrder()) {
        throw new IllegalArgumentException("Crops must be cut by the classifier's own card");
      }
    }
    long[] shape = {crops.size(), values.length, input.heightPx(), input.widthPx()};
    Map<String, float[]> tensors =
        session.run(shape, buffer -> crops.forEach(crop -> write(crop.pixels(), buffer)));
    List<EmotionScores> scores = new ArrayList<>(crops.size());
    for (int face = 0; face < crops.size(); face++) {
      scores.add(output.scores(row(tensors, face, crops.size())));
    }
    return scores;
  }

  /** Interleaved bytes to planes of the model's values. */
  private void write(byte[] pixels, FloatBuffer buffer) {
    int channels = values.length;
    float[] plane = new float[pixels.length / channels];
    for (int channel = 0; channel < channels; channel++) {
      float[] ofLevel = values[channel];
      for (int i = 0, at = channel; i < plane.length; i++, at += channels) {
        plane[i] = ofLevel[pixels[at] & 0xff];
      }
      buffer.put(plane);
    }
  }

  /** One face's columns, tensor by tensor. */
  private double[] row(Map<String, float[]> tensors, int face, int faces) {
    double[] row = new double[output.width()];
    int column = 0;
    for (String name : card().output().tensors()) {
      float[] tensor = tensors.get(name);
      int width = tensor.length / faces;
      if (column + width > row.length) {
        throw moreOrLess();
      }
      for (int i = 0; i < width; i++) {
        row[column++] = tensor[face * width + i];
      }
    }
    if (column != row.length) {
      throw moreOrLess();
    }
    return row;
  }

  private UnusableModelException moreOrLess() {
    return new UnusableModelException(
        "its outputs have more or fewer columns than its card's " + output.width() + " labels");
  }

  @Override
  public void close() {
    session.close();
    cropper.close();
  }
}
