package org.otklik.vision.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.emotion.FaceMovement;
import org.otklik.vision.image.ColourOrder;

/**
 * What has to be known of a model to use it and to answer for it; read from the {@code *.card.json}
 * beside the model's file. What each field may say stands in the module's README.
 *
 * @param file the model's file, in the card's folder
 * @param sha256 of that file, in lower-case hexadecimal digits; checked when the model is loaded
 * @param licence SPDX name of the model's own licence
 * @param input null for a model of sound, whose tensors are those of its task
 * @param output likewise
 * @param labels what the columns of the outputs mean, in their order; empty for a detector
 * @param accuracy measured figures by their names, such as "PrivateTest accuracy"
 * @param accuracyByClass recall, 0..1, by label; empty for a detector
 * @param confusion what was answered to each truth: a row a label of the truth, a column a label of
 *     the answer, both in the order of the labels that are classes; counts or parts of the row;
 *     empty where it was not measured
 * @param calibration null where it was not measured
 * @param movements how well each movement that the model tells was measured; empty of a model that
 *     tells none, or whose error nobody measured
 * @param speed measured figures by their names, such as "faces/s at batch 32 on 2 cores"; may be
 *     empty
 * @param intendedUse what the model may be used for
 * @param limits what it is known to do badly
 */
public record ModelCard(
    String name,
    ModelTask task,
    String version,
    String file,
    String sha256,
    String licence,
    Input input,
    Output output,
    List<String> labels,
    List<TrainingSet> trainingData,
    Map<String, Double> accuracy,
    Map<String, Double> accuracyByClass,
    List<List<Double>> confusion,
    Calibration calibration,
    Map<FaceMovement, MovementFit> movements,
    Map<String, Double> speed,
    String intendedUse,
    String limits) {

  /** Label of a column that tells how pleasant the expression is, -1..1; no class. */
  public static final String VALENCE = "valence";

  /** Label of a column that tells how excited the expression is, -1..1; no class. */
  public static final String AROUSAL = "arousal";

  private static final Set<String> NO_CLASSES = labelsOfNoClass();

  /**
   * What the model wants to be given: a tensor (n, channels, height, width). A channel's light, 0
   * to 1, becomes (lowest + light × (highest − lowest) − mean) / std.
   *
   * @param name of the tensor
   * @param lowest value that stands for black, before mean and std
   * @param highest value that stands for full light, likewise
   * @param mean subtracted from each channel, in the order of the colours; zeros where none is said
   * @param std by which each channel is divided then; ones where none is said
   * @param widthPx to which a picture is scaled
   * @param heightPx likewise; 0 where it follows from the picture's own shape
   * @param sizeMultiple width and height are padded with black, right and below, to multiples of it
   * @param cropMargin by which part the square of a face's box is widened before it is cut; 0 for a
   *     detector
   * @param alignment how a face is laid into the picture; of no meaning for a detector
   * @param template where the five landmarks are to lie, x before y, in parts of the picture's
   *     side; empty unless the alignment is by landmarks
   */
  public record Input(
      String name,
      ColourOrder colourOrder,
      double lowest,
      double highest,
      List<Double> mean,
      List<Double> std,
      int widthPx,
      int heightPx,
      int sizeMultiple,
      double cropMargin,
      Alignment alignment,
      List<Double> template) {

    /** What one of the 256 levels of a channel adds to black, in the model's values. */
    public double step(int channel) {
      return (highest - lowest) / 255 / std.get(channel);
    }

    /** The model's value of a channel without light. */
    public double black(int channel) {
      return (lowest - mean.get(channel)) / std.get(channel);
    }
  }

  /**
   * How what the model gives back is read.
   *
   * @param tensors names; a detector's stride by stride, a classifier's in the order of the labels
   * @param strides in pixels of the model's input; empty for a classifier
   * @param scoreThreshold least score of a face, 0..1
   * @param nmsIou of two boxes that overlap by more than this (intersection over union) only the
   *     better stays
   */
  public record Output(
      Decoding decoding,
      List<String> tensors,
      List<Integer> strides,
      double scoreThreshold,
      double nmsIou) {}

  /** One set of data the model was trained on, with its licence. */
  public record TrainingSet(String name, String source, String licence, String use) {}

  /**
   * How far the probabilities can be taken at their word.
   *
   * @param temperature by which the logits are divided: by us where the model answers {@link
   *     Decoding#LOGITS}, within the model's file where it answers probabilities
   * @param expectedCalibrationError with that temperature, 0..1
   */
  public record Calibration(double temperature, double expectedCalibrationError) {}

  /**
   * How well the model tells a movement, on faces that it did not learn from.
   *
   * @param correlation Pearson's, with what the movement was measured against, -1..1
   * @param meanAbsoluteError of the strength, 0..1
   */
  public record MovementFit(double correlation, double meanAbsoluteError) {}

  /**
   * Reads the card of a model's folder, without loading the model.
   *
   * @throws UnusableModelException if there is no card, or more than one, or it cannot be read
   */
  public static ModelCard in(Path folder) {
    return ModelCardReader.read(ModelFolder.onlyCard(folder));
  }

  /** Name and version, as stored with a run and written to the log. */
  public String release() {
    return name + " " + version;
  }

  /** The labels that are classes: all but valence, arousal and movements of the face. */
  public List<String> classes() {
    return labels.stream().filter(label -> !NO_CLASSES.contains(label)).toList();
  }

  /** Label of a column that tells how strong a movement of the face is, 0..1: "mouth-open". */
  public static String label(FaceMovement movement) {
    return movement.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<String> labelsOfNoClass() {
    Set<String> labels =
        Arrays.stream(FaceMovement.values())
            .map(ModelCard::label)
            .collect(Collectors.toCollection(HashSet::new));
    labels.add(VALENCE);
    labels.add(AROUSAL);
    return Set.copyOf(labels);
  }
}
