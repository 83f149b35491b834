package org.otklik.vision;

import java.util.List;
import java.util.Map;

/**
 * What has to be known of a model to use it and to answer for it; read from the {@code *.card.json}
 * beside the model's file.
 *
 * @param file the model's file, in the card's folder
 * @param sha256 of that file, in lower-case hexadecimal digits; checked when the model is loaded
 * @param licence SPDX name of the model's own licence
 * @param labels what the outputs mean, in their order; empty for a detector
 * @param accuracy measured figures by their names, such as "PrivateTest accuracy"
 * @param accuracyByClass recall, 0..1, by label; empty for a detector
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
    String intendedUse,
    String limits) {

  /**
   * What the model wants to be given: a tensor (n, channels, height, width).
   *
   * @param name of the tensor
   * @param lowest value that stands for black
   * @param highest value that stands for full light
   * @param widthPx to which a picture is scaled
   * @param heightPx likewise; 0 where it follows from the picture's own shape
   * @param sizeMultiple width and height are padded with black, right and below, to multiples of it
   * @param cropMargin by which part a face's square is widened before it is cut; 0 for a detector
   */
  public record Input(
      String name,
      ColourOrder colourOrder,
      double lowest,
      double highest,
      int widthPx,
      int heightPx,
      int sizeMultiple,
      double cropMargin) {}

  /**
   * How what the model gives back is read.
   *
   * @param tensors names, one per stride for a detector, one for a classifier
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

  /** Name and version, as stored with a run and written to the log. */
  public String release() {
    return name + " " + version;
  }
}
