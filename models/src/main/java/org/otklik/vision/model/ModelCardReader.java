package org.otklik.vision.model;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.otklik.emotion.FaceMovement;
import org.otklik.vision.image.ColourOrder;

/**
 * Reads a model's card. A field may lack only where its absence has a meaning of its own: mean and
 * std of the input, its alignment, and what was not measured.
 */
final class ModelCardReader {

  /** In a tensor's name it stands for each of the strides in turn. */
  private static final String STRIDE = "{stride}";

  private ModelCardReader() {}

  /**
   * Reads the card.
   *
   * @throws UnusableModelException if the file is no card; the message names the field at fault
   */
  static ModelCard read(Path path) {
    String name = path.getFileName().toString();
    try (JsonReader json = Json.createReader(Files.newBufferedReader(path))) {
      return card(new CardFields(name, json.readObject()));
    } catch (JsonException e) {
      throw new UnusableModelException(name + " is no JSON object", e);
    } catch (IOException e) {
      throw new UnusableModelException(name + " cannot be read", e);
    }
  }

  private static ModelCard card(CardFields card) {
    ModelTask task = card.oneOf(ModelTask.class, "task");
    ModelCard read =
        new ModelCard(
            card.text("name"),
            task,
            card.text("version"),
            card.text("file"),
            card.text("sha256").toLowerCase(Locale.ROOT),
            card.text("licence"),
            task.isOfPictures() ? input(card.object("input")) : null,
            task.isOfPictures() ? output(card.object("output")) : null,
            card.texts("labels"),
            card.objects("trainingData").stream().map(ModelCardReader::trainingSet).toList(),
            card.figures("accuracy"),
            card.figures("accuracyByClass"),
            card.has("confusion") ? card.rows("confusion") : List.of(),
            card.has("calibration") ? calibration(card.object("calibration")) : null,
            card.has("movements") ? movements(card) : Map.of(),
            card.has("speed") ? card.figures("speed") : Map.of(),
            card.text("intendedUse"),
            card.text("limits"));
    int classes = read.classes().size();
    if (card.has("confusion")
        && (read.confusion().size() != classes
            || read.confusion().stream().anyMatch(row -> row.size() != classes))) {
      throw card.fault(
          "confusion needs a row and a column for each of the " + classes + " classes");
    }
    return read;
  }

  private static ModelCard.Input input(CardFields input) {
    ColourOrder order = input.oneOf(ColourOrder.class, "colourOrder");
    if (input.whole("channels") != order.channels()) {
      throw input.fault("input.channels does not fit the colour order " + order);
    }
    ModelCard.Input read =
        new ModelCard.Input(
            input.text("name"),
            order,
            input.number("lowest"),
            input.number("highest"),
            perChannel(input, "mean", order, 0),
            perChannel(input, "std", order, 1),
            input.whole("widthPx"),
            input.whole("heightPx"),
            input.whole("sizeMultiple"),
            input.number("cropMargin"),
            input.has("alignment") ? input.oneOf(Alignment.class, "alignment") : Alignment.BOX,
            input.has("template") ? template(input) : List.of());
    if (read.widthPx() < 1 || read.heightPx() < 0 || read.sizeMultiple() < 1) {
      throw input.fault("input sizes must be positive");
    }
    if (read.std().stream().anyMatch(std -> !(std > 0))) {
      throw input.fault("input.std must be positive");
    }
    if ((read.alignment() == Alignment.LANDMARKS) == read.template().isEmpty()) {
      throw input.fault("input.template belongs to the alignment by landmarks, and only to it");
    }
    return read;
  }

  private static List<Double> template(CardFields input) {
    List<List<Double>> points = input.rows("template");
    if (points.size() != 5 || points.stream().anyMatch(point -> point.size() != 2)) {
      throw input.fault("input.template needs five points of x and y");
    }
    return points.stream().flatMap(List::stream).toList();
  }

  private static List<Double> perChannel(
      CardFields input, String field, ColourOrder order, double otherwise) {
    if (!input.has(field)) {
      return Collections.nCopies(order.channels(), otherwise);
    }
    List<Double> numbers = input.numbers(field);
    if (numbers.size() != order.channels()) {
      throw input.fault("input." + field + " needs one number a channel of " + order);
    }
    return numbers;
  }

  private static ModelCard.Output output(CardFields output) {
    List<Integer> strides = output.wholes("strides");
    return new ModelCard.Output(
        output.oneOf(Decoding.class, "decoding"),
        tensors(output.texts("tensors"), strides),
        strides,
        output.number("scoreThreshold"),
        output.number("nmsIou"));
  }

  /** Names with {stride} in them become names stride by stride. */
  private static List<String> tensors(List<String> names, List<Integer> strides) {
    if (names.stream().noneMatch(name -> name.contains(STRIDE))) {
      return names;
    }
    return strides.stream()
        .flatMap(
            stride -> names.stream().map(name -> name.replace(STRIDE, Integer.toString(stride))))
        .toList();
  }

  private static ModelCard.TrainingSet trainingSet(CardFields set) {
    return new ModelCard.TrainingSet(
        set.text("name"), set.text("source"), set.text("licence"), set.text("use"));
  }

  private static Map<FaceMovement, ModelCard.MovementFit> movements(CardFields card) {
    Map<FaceMovement, ModelCard.MovementFit> fits = new EnumMap<>(FaceMovement.class);
    for (CardFields one : card.objects("movements")) {
      fits.put(
          one.oneOf(FaceMovement.class, "label"),
          new ModelCard.MovementFit(one.number("correlation"), one.number("meanAbsoluteError")));
    }
    return Collections.unmodifiableMap(fits);
  }

  private static ModelCard.Calibration calibration(CardFields calibration) {
    double temperature = calibration.number("temperature");
    if (!(temperature > 0)) {
      throw calibration.fault("calibration.temperature must be positive");
    }
    return new ModelCard.Calibration(temperature, calibration.number("expectedCalibrationError"));
  }
}
