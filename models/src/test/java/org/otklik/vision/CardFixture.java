package org.otklik.vision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.otklik.vision.model.ModelTask;

/** Folders of models that are not in the release, with a card written for the test. */
public final class CardFixture {

  /** What a third party's emotion model might look like; see affect_model.py. */
  static final Path AFFECT_MODEL =
      Path.of("src", "test", "resources", "org", "otklik", "vision", "affect-model.onnx");

  /** Lies beside the repository in development only, and is not ours to distribute. */
  public static final Path YUNET = Path.of("..", "..", "shared", "models", "yunet_n_dynamic.onnx");

  private CardFixture() {}

  /** Copies YuNet there and describes it. */
  public static Path yunet(Path folder) {
    return write(
        folder,
        YUNET,
        ModelTask.FACE_DETECTION,
        """
        {"name": "input", "channels": 3, "colourOrder": "BGR", "lowest": 0, "highest": 255,
         "widthPx": 320, "heightPx": 0, "sizeMultiple": 32, "cropMargin": 0}
        """,
        """
        {"decoding": "face-rows",
         "tensors": ["cls_{stride}", "obj_{stride}", "bbox_{stride}", "kps_{stride}"],
         "strides": [8, 16, 32], "scoreThreshold": 0.7, "nmsIou": 0.4}
        """,
        "[]");
  }

  /** Copies the model of affect_model.py there and describes it, as far as a test does not. */
  public static Path affect(
      Path folder, String decoding, String tensors, String labels, String more) {
    return write(
        folder,
        AFFECT_MODEL,
        ModelTask.EMOTION_CLASSIFICATION,
        """
        {"name": "face", "channels": 3, "colourOrder": "RGB", "lowest": 0, "highest": 1,
         "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225],
         "widthPx": 4, "heightPx": 4, "sizeMultiple": 1, "cropMargin": 0}
        """,
        """
        {"decoding": "%s", "tensors": %s, "strides": [], "scoreThreshold": 0, "nmsIou": 0}
        """
            .formatted(decoding, tensors),
        labels + more);
  }

  /** Copies the released classifier there, with a card whose figures stay what they are here. */
  public static Path emotion(Path folder) {
    return write(
        folder,
        onlyModel(FaceImageFixture.CLASSIFIER),
        ModelTask.EMOTION_CLASSIFICATION,
        """
        {"name": "face", "channels": 1, "colourOrder": "GREY", "lowest": 0, "highest": 1,
         "widthPx": 48, "heightPx": 48, "sizeMultiple": 1, "cropMargin": 0.1}
        """,
        """
        {"decoding": "probabilities", "tensors": ["probability"], "strides": [],
         "scoreThreshold": 0, "nmsIou": 0}
        """,
        """
        ["anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"],
        "confusion": [
          [283, 12, 36, 15, 34, 14, 73],
          [24, 21, 4, 2, 3, 0, 2],
          [60, 0, 206, 14, 88, 48, 80],
          [19, 1, 9, 770, 6, 25, 65],
          [69, 5, 76, 36, 292, 22, 153],
          [12, 0, 19, 19, 9, 346, 10],
          [37, 0, 35, 48, 53, 17, 417]],
        "calibration": {"temperature": 1, "expectedCalibrationError": 0.091},
        "speed": {"faces/s at batch 1 on 2 cores": 845}
        """);
  }

  private static Path onlyModel(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(
      Path folder, Path model, ModelTask task, String input, String output, String labels) {
    try {
      byte[] bytes = Files.readAllBytes(model);
      Files.write(folder.resolve("model.onnx"), bytes);
      Files.writeString(
          folder.resolve("model.card.json"),
          """
          {"name": "test", "task": "%s", "version": "1", "file": "model.onnx", "sha256": "%s",
           "licence": "Apache-2.0", "input": %s, "output": %s, "labels": %s, "trainingData": [],
           "accuracy": {}, "accuracyByClass": {}, "intendedUse": "tests", "limits": "all"}
          """
              .formatted(
                  task.name().toLowerCase().replace('_', '-'),
                  HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                  input,
                  output,
                  labels));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
