package org.otklik.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.otklik.vision.model.ModelTask;

/** The models of {@code voice_models.py}, each in a folder of its own with a card. */
final class VoiceModelFixture {
  private static final Path MODELS = Path.of("src", "test", "resources", "org", "otklik", "voice");

  private VoiceModelFixture() {}

  static VoiceActivity activity(Path folder) throws IOException {
    return VoiceActivity.load(card(folder, "activity", ModelTask.VOICE_ACTIVITY, "[]"));
  }

  static VoiceEmotion emotion(Path folder, String labels) throws IOException {
    return VoiceEmotion.load(
        card(folder, "features", ModelTask.VOICE_FEATURES, "[]"),
        card(folder, "emotion", ModelTask.VOICE_EMOTION, labels));
  }

  static VoiceEmotion emotion(Path folder) throws IOException {
    return emotion(folder, "[\"angry\", \"sad\", \"neutral\", \"positive\"]");
  }

  static Path card(Path parent, String model, ModelTask task, String labels) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(model));
    byte[] bytes = Files.readAllBytes(MODELS.resolve(model + ".onnx"));
    Files.write(folder.resolve("model.onnx"), bytes);
    Files.writeString(
        folder.resolve("model.card.json"),
        """
        {"name": "%s", "task": "%s", "version": "1", "file": "model.onnx", "sha256": "%s",
         "licence": "Apache-2.0", "labels": %s, "trainingData": [],
         "accuracy": {}, "accuracyByClass": {}, "intendedUse": "tests", "limits": "all"}
        """
            .formatted(model, task.name().toLowerCase().replace('_', '-'), sha256(bytes), labels));
    return folder;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
