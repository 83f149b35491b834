package org.otklik.web.camera;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Locale;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.Polarity;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.model.ModelCard;

/**
 * What a browser has to know to look at images as the server does: where the files are, what the
 * cards say of inputs and outputs, and when a face is not judged. What is read in {@code
 * device-pipeline.js} has the names that it has here.
 */
final class DevicePlan {
  private DevicePlan() {}

  /**
   * @param path of the application, before each address
   */
  static JsonObject of(String path, String runtimeVersion, ModelCard detector, ModelCard emotions) {
    return Json.createObjectBuilder()
        .add("runtime", path + DeviceFilesServlet.RUNTIME + runtimeVersion + "/")
        .add("detector", model(path, detector))
        .add("classifier", model(path, emotions))
        .add("emotions", columns(Emotion.values(), emotions))
        .add("movements", columns(FaceMovement.values(), emotions))
        .add("groups", groups())
        .add("settings", settings(VisionSettings.STANDARD))
        .build();
  }

  private static JsonObjectBuilder model(String path, ModelCard card) {
    ModelCard.Input input = card.input();
    JsonArrayBuilder step = Json.createArrayBuilder();
    JsonArrayBuilder black = Json.createArrayBuilder();
    for (int channel = 0; channel < input.colourOrder().channels(); channel++) {
      step.add(input.step(channel));
      black.add(input.black(channel));
    }
    return Json.createObjectBuilder()
        .add("address", path + DeviceFilesServlet.MODELS + card.sha256() + ".onnx")
        .add("input", input.name())
        .add("widthPx", input.widthPx())
        .add("sizeMultiple", input.sizeMultiple())
        .add("step", step)
        .add("black", black)
        .add("cropMargin", input.cropMargin())
        .add("alignment", input.alignment().name())
        .add("tensors", array(card.output().tensors()))
        .add("strides", array(card.output().strides()))
        .add("scoreThreshold", card.output().scoreThreshold())
        .add("nmsIou", card.output().nmsIou());
  }

  private static JsonArray array(Collection<?> values) {
    return Json.createArrayBuilder(values).build();
  }

  /** The column of each in the classifier's outputs; of those that it tells. */
  private static JsonObjectBuilder columns(Enum<?>[] values, ModelCard card) {
    JsonObjectBuilder columns = Json.createObjectBuilder();
    for (Enum<?> value : values) {
      int column = card.labels().indexOf(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      if (column >= 0) {
        columns.add(value.name(), column);
      }
    }
    return columns;
  }

  private static JsonObjectBuilder groups() {
    JsonObjectBuilder groups = Json.createObjectBuilder();
    for (Emotion emotion : Emotion.values()) {
      groups.add(emotion.name(), Polarity.STANDARD.groupOf(emotion).name());
    }
    return groups;
  }

  private static JsonObjectBuilder settings(VisionSettings settings) {
    return Json.createObjectBuilder()
        .add("leastFacePx", settings.leastFacePx())
        .add("leastBrightness", settings.leastBrightness())
        .add("greatestBrightness", settings.greatestBrightness())
        .add("leastSharpness", settings.leastSharpness())
        .add("greatestYawDegrees", settings.greatestYawDegrees())
        .add("greatestPitchDegrees", settings.greatestPitchDegrees())
        .add("facesPerFrame", settings.facesPerFrame());
  }
}
