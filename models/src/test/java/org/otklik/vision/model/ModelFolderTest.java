package org.otklik.vision.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.FaceMovement;
import org.otklik.vision.CardFixture;
import org.otklik.vision.FaceImageFixture;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.image.ColourOrder;

class ModelFolderTest {

  private static final Path CLASSIFIER = FaceImageFixture.CLASSIFIER;
  private static final Path DETECTOR = FaceImageFixture.DETECTOR;

  @TempDir private Path folder;

  private static String refusal(Runnable load) {
    return assertThrows(UnusableModelException.class, load::run).getMessage();
  }

  @Test
  void cardsOfTheReleaseTellWhatAReportNeeds() {
    try (FaceObserver observer = FaceObserver.load(DETECTOR, CLASSIFIER, VisionSettings.STANDARD)) {
      ModelCard emotion = observer.classifierCard();
      assertTrue(emotion.release().startsWith("emotion v"), emotion.release());
      assertEquals("Apache-2.0", emotion.licence());
      assertTrue(emotion.accuracyByClass().get("happiness") > 0.8);
      assertEquals(emotion.classes().size(), emotion.accuracyByClass().size());
      assertEquals(
          Set.of(FaceMovement.values()), emotion.movements().keySet(), "each has its error");
      emotion.movements().values().forEach(fit -> assertTrue(fit.correlation() >= 0.75));
      assertTrue(emotion.trainingData().get(0).name().startsWith("FER2013"));
      assertEquals(7, emotion.confusion().size());
      assertTrue(emotion.calibration().expectedCalibrationError() <= 0.05);
      assertTrue(observer.detectorCard().output().scoreThreshold() >= 0.5);
    }
  }

  @Test
  void whatWasMeasuredIsReadAndMayLack() {
    ModelCard card = ModelCard.in(CardFixture.emotion(folder));
    assertEquals(List.of(24.0, 21.0, 4.0, 2.0, 3.0, 0.0, 2.0), card.confusion().get(1));
    assertEquals(new ModelCard.Calibration(1, 0.091), card.calibration());
    assertEquals(845.0, card.speed().get("faces/s at batch 1 on 2 cores"));
    assertEquals(List.of(1.0), card.input().std());
    String labels = "[\"anger\", \"valence\", \"arousal\"]";
    ModelCard bare = ModelCard.in(CardFixture.affect(folder, "logits", "[\"all\"]", labels, ""));
    assertEquals(List.of(), bare.confusion());
    assertNull(bare.calibration());
    assertEquals(Map.of(), bare.speed());
    assertEquals(List.of(0.229, 0.224, 0.225), bare.input().std());
    assertEquals(List.of("anger"), bare.classes());
  }

  @Test
  void modelChangedBehindItsCardIsRefused() throws IOException {
    String sha256 = ModelCard.in(CardFixture.emotion(folder)).sha256();
    Files.write(folder.resolve("model.onnx"), new byte[] {0}, StandardOpenOption.APPEND);
    String message = refusal(() -> EmotionClassifier.load(folder));
    assertTrue(message.contains("SHA-256"), message);
    assertTrue(message.contains(sha256), message);
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
          '"fear", "h',             '"anger", "h',           there twice
          '"fear", "h',             '"contempt", "h',        once each
          '"lowest": 0',            '"lowest": 0, "mean": [0, 0]', one number a channel
          '"lowest": 0',            '"lowest": 0, "std": [0]', std must be positive
          '[283, 12, ',             '[283, ',                a row and a column
          '[283, 12, 36, 15, 34, 14, 73]', '1',              list of lists
          '"temperature"',          '"temper"',              temperature must be a number
          '2 cores": 845',          '2 cores": "845"',       2 cores must be a number
          '["probability"]',        '["score"]',             its card says otherwise
          '"name": "face"',         '"name": "picture"',     its card says otherwise
          '{',                      '[',                     no JSON object
          'model.onnx',             '../model.onnx',         beside its card
          'model.onnx',             'none.onnx',             cannot be read
          """)
  void cardThatDoesNotFitIsRefusedByName(String text, String instead, String named) {
    ModelFolderFixture.rewrite(CardFixture.emotion(folder), text, instead);
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
    FaceCrop crop = new FaceCrop(48, 48, 48, ColourOrder.GREY, new byte[48 * 48], 0, 0, 0);
    assertThrows(IllegalStateException.class, () -> classifier.classify(List.of(crop)));
  }
}
