package org.otklik.web.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.FaceMovement;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelTask;

class DevicePlanTest {
  private static final Path DETECTOR = Path.of("../models/release/face-detector");
  private static final Path CLASSIFIER = Path.of("../models/release/emotion-classifier");

  @TempDir private Path folder;

  @Test
  void releasedModelsAreOfferedToBrowsers() {
    ModelCard detector = ModelCard.in(DETECTOR);
    ModelCard classifier = ModelCard.in(CLASSIFIER);
    assertTrue(DeviceModels.canBeFed(detector, classifier));
    assertFalse(DeviceModels.canBeFed(classifier, detector));
  }

  @Test
  void modelsThatThePageCannotFeedAreNotOffered() throws IOException {
    ModelCard detector = ModelCard.in(DETECTOR);
    assertFalse(DeviceModels.canBeFed(detector, changed("\"probabilities\"", "\"logits\"")));
    assertFalse(DeviceModels.canBeFed(detector, changed("\"heightPx\": 48", "\"heightPx\": 64")));
    assertFalse(DeviceModels.canBeFed(detector, changed("\"GREY\"", "\"BGR\"")));
  }

  /** The released classifier's card with another word in it. */
  private ModelCard changed(String from, String to) throws IOException {
    String card = Files.readString(CLASSIFIER.resolve("emotion-v5.1.card.json"));
    assertTrue(card.contains(from), from);
    String other =
        from.contains("GREY") ? card.replace("\"channels\": 1", "\"channels\": 3") : card;
    Files.writeString(folder.resolve("changed.card.json"), other.replace(from, to));
    return ModelCard.in(folder);
  }

  @Test
  void planTellsWhatTheCardsSay() {
    ModelCard classifier = ModelCard.in(CLASSIFIER);
    JsonObject plan = DevicePlan.of("/otklik", "0a1b", ModelCard.in(DETECTOR), classifier);
    assertEquals("/otklik/device/runtime/0a1b/", plan.getString("runtime"));
    assertEquals(
        "/otklik/device/models/" + classifier.sha256() + ".onnx",
        plan.getJsonObject("classifier").getString("address"));
    assertEquals(
        1.0 / 255,
        plan.getJsonObject("classifier").getJsonArray("step").getJsonNumber(0).doubleValue());
    assertEquals(
        0.55, plan.getJsonObject("detector").getJsonNumber("scoreThreshold").doubleValue());
    assertEquals(Emotion.values().length, plan.getJsonObject("emotions").size());
    assertEquals(3, plan.getJsonObject("emotions").getInt("HAPPINESS"));
    assertEquals(FaceMovement.values().length, plan.getJsonObject("movements").size());
    assertEquals(7, plan.getJsonObject("movements").getInt("SMILE"));
    assertEquals("POSITIVE", plan.getJsonObject("groups").getString("SURPRISE"));
  }

  @Test
  void modelIsPackedUnchanged() throws IOException {
    DeviceModel model = DeviceModel.in(DETECTOR, ModelTask.FACE_DETECTION);
    byte[] file = Files.readAllBytes(DETECTOR.resolve(model.card().file()));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(model.gzip()))) {
      assertEquals(file.length, gzip.readAllBytes().length);
    }
    assertEquals(model.card().sha256() + ".onnx", model.fileName());
  }
}
