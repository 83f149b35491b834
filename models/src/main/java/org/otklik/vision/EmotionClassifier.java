package org.otklik.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;

/** Names the emotion of faces already cut out. Thread-safe. */
public final class EmotionClassifier implements AutoCloseable {

  private static final int STANDARD_FACES_PER_CALL = 32;

  private final ModelSession session;
  private final int facesPerCall;

  /** The emotion of each output. */
  private final List<Emotion> emotions;

  private EmotionClassifier(ModelSession session, List<Emotion> emotions, int facesPerCall) {
    this.session = session;
    this.emotions = emotions;
    this.facesPerCall = facesPerCall;
  }

  /** Loads the classifier of a folder, with one thread a call. */
  public static EmotionClassifier load(Path modelFolder) {
    return load(modelFolder, 1, STANDARD_FACES_PER_CALL);
  }

  /**
   * Loads the classifier of a folder.
   *
   * @param intraOpThreads threads of one call of the model
   * @param facesPerCall most faces in one call of the model
   * @throws UnusableModelException if the folder holds no usable classifier
   */
  public static EmotionClassifier load(Path modelFolder, int intraOpThreads, int facesPerCall) {
    if (facesPerCall < 1) {
      throw new IllegalArgumentException("facesPerCall must be positive: " + facesPerCall);
    }
    ModelFolder folder = ModelFolder.open(modelFolder, ModelTask.EMOTION_CLASSIFICATION);
    ModelCard card = folder.card();
    if (card.output().decoding() != Decoding.PROBABILITIES
        || card.output().tensors().size() != 1
        || card.input().heightPx() < 1
        || card.input().colourOrder() != ColourOrder.GREY) {
      throw new UnusableModelException(
          "A classifier needs one tensor of probabilities and grey faces of one size: "
              + card.release());
    }
    List<Emotion> emotions = emotions(card);
    return new EmotionClassifier(ModelSession.load(folder, intraOpThreads), emotions, facesPerCall);
  }

  private static List<Emotion> emotions(ModelCard card) {
    List<Emotion> emotions = new ArrayList<>();
    try {
      for (String label : card.labels()) {
        emotions.add(Emotion.valueOf(label.toUpperCase(Locale.ROOT)));
      }
    } catch (IllegalArgumentException e) {
      throw new UnusableModelException(card.release() + ": unknown label in " + card.labels(), e);
    }
    if (emotions.size() != Emotion.values().length
        || new HashSet<>(emotions).size() != emotions.size()) {
      throw new UnusableModelException(
          card.release() + " must label the seven emotions once each: " + card.labels());
    }
    return List.copyOf(emotions);
  }

  /** The same loaded model with another batch size. */
  EmotionClassifier with(int otherFacesPerCall) {
    return new EmotionClassifier(session, emotions, otherFacesPerCall);
  }

  public ModelCard card() {
    return session.card();
  }

  /**
   * The scores of each face.
   *
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
    float lowest = (float) input.lowest();
    float range = (float) (input.highest() - input.lowest());
    for (FaceCrop crop : crops) {
      if (crop.widthPx() != input.widthPx() || crop.heightPx() != input.heightPx()) {
        throw new IllegalArgumentException("Crops must be cut by the classifier's own card");
      }
    }
    long[] shape = {crops.size(), 1, input.heightPx(), input.widthPx()};
    float[] probabilities =
        session
            .run(
                shape,
                buffer -> {
                  for (FaceCrop crop : crops) {
                    for (float grey : crop.grey()) {
                      buffer.put(lowest + grey * range);
                    }
                  }
                })
            .get(card().output().tensors().get(0));
    List<EmotionScores> scores = new ArrayList<>(crops.size());
    for (int face = 0; face < crops.size(); face++) {
      double[] seven = new double[emotions.size()];
      for (int output = 0; output < seven.length; output++) {
        seven[emotions.get(output).ordinal()] = probabilities[face * seven.length + output];
      }
      scores.add(EmotionScores.of(seven));
    }
    return scores;
  }

  @Override
  public void close() {
    session.close();
  }
}
