package org.otklik.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {

  private static final Path CLASSIFIER = PictureFixture.CLASSIFIER;
  private static final Path DETECTOR = PictureFixture.DETECTOR;

  @TempDir private Path folder;

  private static String refusal(Runnable load) {
    return assertThrows(UnusableModelException.class, load::run).getMessage();
  }

  @Test
  void cardsOfTheReleaseTellWhatAReportNeeds() {
    try (FaceObserver observer = FaceObserver.load(DETECTOR, CLASSIFIER, VisionSettings.STANDARD)) {
      ModelCard emotion = observer.classifierCard();
      assertEquals("emotion v0", emotion.release());
      assertEquals("Apache-2.0", emotion.licence());
      assertEquals(0.89, emotion.accuracyByClass().get("happiness"));
      assertEquals(emotion.labels().size(), emotion.accuracyByClass().size());
      assertTrue(emotion.trainingData().get(0).name().startsWith("FER2013"));
      assertEquals(0.7, observer.detectorCard().output().scoreThreshold());
    }
  }

  @Test
  void modelChangedBehindItsCardIsRefused() throws IOException {
    ModelFolderFixture.copy(CLASSIFIER, folder, "emotion-v0.onnx", "emotion-v0.onnx");
    Files.write(folder.resolve("emotion-v0.onnx"), new byte[] {0}, StandardOpenOption.APPEND);
    String message = refusal(() -> EmotionClassifier.load(folder));
    assertTrue(message.contains("SHA-256"), message);
    assertTrue(message.contains("f10b0942"), message);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # what the card says,     what it says instead,    what the message names
          '"colourOrder": "GREY"',  '"colourOrder": "CMYK"', colourOrder is unknown: CMYK
          '"channels": 1',          '"channels": 3',         channels
          '"widthPx": 48',          '"widthPx": "48"',       widthPx must be a whole number
          '"licence": "Apache-2.0"','"licence": ""',         licence must be a text
          '"decoding": "prob',      '"decoding": "x-prob',   decoding is unknown
          '"fear", "h',             '"fury", "h',            unknown label
          '"fear", "h',             '"anger", "h',           once each
          '["probability"]',        '["score"]',             its card says otherwise
          '"name": "face"',         '"name": "picture"',     its card says otherwise
          '{',                      '[',                     no JSON object
          'emotion-v0.onnx',        '../emotion-v0.onnx',    beside its card
          'emotion-v0.onnx',        'emotion-v1.onnx',       cannot be read
          """)
  void cardThatDoesNotFitIsRefusedByName(String text, String instead, String named) {
    ModelFolderFixture.copy(CLASSIFIER, folder, text, instead);
    String message = refusal(() -> EmotionClassifier.load(folder));
    assertTrue(message.contains(named), message);
  }

  @Test
  void folderWithoutACardOrOfAnotherTaskIsRefused() {
    assertTrue(refusal(() -> EmotionClassifier.load(folder)).contains("holds 0"));
    assertTrue(refusal(() -> EmotionClassifier.load(DETECTOR)).contains("FACE_DETECTION"));
    assertTrue(
        refusal(() -> EmotionClassifier.load(folder.resolve("none"))).contains("No model folder"));
  }

  @Test
  void closedModelSaysSo() {
    EmotionClassifier classifier = EmotionClassifier.load(CLASSIFIER);
    classifier.close();
    classifier.close();
    FaceCrop crop = new FaceCrop(48, 48, 48, new float[48 * 48]);
    assertThrows(IllegalStateException.class, () -> classifier.classify(List.of(crop)));
  }
}
