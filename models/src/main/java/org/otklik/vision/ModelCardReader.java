package org.otklik.vision;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a model's card. Every field is required where no other meaning is stated in the card. */
final class ModelCardReader {

  private final Path path;

  private ModelCardReader(Path path) {
    this.path = path;
  }

  /**
   * Reads the card.
   *
   * @throws UnusableModelException if the file is no card; the message names the field at fault
   */
  static ModelCard read(Path path) {
    ModelCardReader reader = new ModelCardReader(path);
    try (JsonReader json = Json.createReader(Files.newBufferedReader(path))) {
      return reader.card(json.readObject());
    } catch (JsonException e) {
      throw new UnusableModelException(path.getFileName() + " is no JSON object", e);
    } catch (IOException e) {
      throw new UnusableModelException(path.getFileName() + " cannot be read", e);
    }
  }

  private ModelCard card(JsonObject card) {
    return new ModelCard(
        text(card, "name"),
        oneOf(ModelTask.class, card, "task"),
        text(card, "version"),
        text(card, "file"),
        text(card, "sha256").toLowerCase(Locale.ROOT),
        text(card, "licence"),
        input(object(card, "input")),
        output(object(card, "output")),
        texts(card, "labels"),
        trainingData(array(card, "trainingData")),
        figures(card, "accuracy"),
        figures(card, "accuracyByClass"),
        text(card, "intendedUse"),
        text(card, "limits"));
  }

  private ModelCard.Input input(JsonObject input) {
    ColourOrder order = oneOf(ColourOrder.class, input, "colourOrder");
    if (whole(input, "channels") != order.channels()) {
      throw fault("input.channels does not fit the colour order " + order);
    }
    ModelCard.Input read =
        new ModelCard.Input(
            text(input, "name"),
            order,
            number(input, "lowest"),
            number(input, "highest"),
            whole(input, "widthPx"),
            whole(input, "heightPx"),
            whole(input, "sizeMultiple"),
            number(input, "cropMargin"));
    if (read.widthPx() < 1 || read.heightPx() < 0 || read.sizeMultiple() < 1) {
      throw fault("input sizes must be positive");
    }
    return read;
  }

  private ModelCard.Output output(JsonObject output) {
    List<Integer> strides = new ArrayList<>();
    for (JsonNumber stride : array(output, "strides").getValuesAs(JsonNumber.class)) {
      strides.add(stride.intValueExact());
    }
    return new ModelCard.Output(
        oneOf(Decoding.class, output, "decoding"),
        texts(output, "tensors"),
        List.copyOf(strides),
        number(output, "scoreThreshold"),
        number(output, "nmsIou"));
  }

  private List<ModelCard.TrainingSet> trainingData(JsonArray sets) {
    return sets.getValuesAs(JsonObject.class).stream()
        .map(
            set ->
                new ModelCard.TrainingSet(
                    text(set, "name"), text(set, "source"), text(set, "licence"), text(set, "use")))
        .toList();
  }

  private Map<String, Double> figures(JsonObject card, String field) {
    Map<String, Double> figures = new LinkedHashMap<>();
    JsonObject object = object(card, field);
    object.keySet().forEach(name -> figures.put(name, number(object, name)));
    return Collections.unmodifiableMap(figures);
  }

  private List<String> texts(JsonObject object, String field) {
    return array(object, field).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private <E extends Enum<E>> E oneOf(Class<E> type, JsonObject object, String field) {
    String name = text(object, field);
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw fault(field + " is unknown: " + name);
    }
  }

  private String text(JsonObject object, String field) {
    if (object.get(field) instanceof JsonString string && !string.getString().isBlank()) {
      return string.getString();
    }
    throw fault(field + " must be a text");
  }

  private double number(JsonObject object, String field) {
    if (object.get(field) instanceof JsonNumber number) {
      return number.doubleValue();
    }
    throw fault(field + " must be a number");
  }

  private int whole(JsonObject object, String field) {
    if (object.get(field) instanceof JsonNumber number && number.isIntegral()) {
      return number.intValueExact();
    }
    throw fault(field + " must be a whole number");
  }

  private JsonObject object(JsonObject object, String field) {
    if (object.get(field) instanceof JsonObject inner) {
      return inner;
    }
    throw fault(field + " must be an object");
  }

  private JsonArray array(JsonObject object, String field) {
    if (object.get(field) instanceof JsonArray inner) {
      return inner;
    }
    throw fault(field + " must be a list");
  }

  private UnusableModelException fault(String what) {
    return new UnusableModelException("Model card " + path.getFileName() + ": " + what);
  }
}
