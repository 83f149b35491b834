package org.otklik.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.Circumplex;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovements;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.expression.EmotionOutput;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelFolderFixture;
import org.otklik.vision.model.UnusableModelException;

/** A third party's model of 8 emotions with valence and arousal, used by its card alone. */
class AffectModelTest {

  private static final String EIGHT =
      "[\"neutral\", \"happiness\", \"sadness\", \"surprise\", \"fear\", \"disgust\", \"anger\","
          + " \"contempt\"";
  private static final String TEN = EIGHT + ", \"valence\", \"arousal\"]";

  @TempDir private Path folder;

  /** A frame of one colour. */
  private static Frame frame(int red, int green, int blue) {
    byte[] bgr = new byte[3 * 20 * 20];
    for (int i = 0; i < bgr.length; i += 3) {
      bgr[i] = (byte) blue;
      bgr[i + 1] = (byte) green;
      bgr[i + 2] = (byte) red;
    }
    return new Frame(0, 20, 20, 20, 20, bgr);
  }

  private static List<EmotionScores> scores(Path folder, Frame... frames) {
    DetectedFace face = new DetectedFace(new FaceBox(4, 4, 12, 12), new float[10], 1);
    try (EmotionClassifier classifier = EmotionClassifier.load(folder)) {
      return classifier.classify(
          List.of(frames).stream().map(frame -> classifier.crop(frame, face)).toList());
    }
  }

  /** What the model makes of a colour, worked out: logits happiness r, anger g, contempt b. */
  private static void assertAnswers(EmotionScores scores, int red, int green, double temperature) {
    double r = (red / 255.0 - 0.485) / 0.229;
    double g = (green / 255.0 - 0.456) / 0.224;
    double sum = Math.exp(r / temperature) + Math.exp(g / temperature) + 5;
    assertEquals(Math.exp(r / temperature) / sum, scores.probability(Emotion.HAPPINESS), 1e-5);
    assertEquals(Math.exp(g / temperature) / sum, scores.probability(Emotion.ANGER), 1e-5);
    assertEquals(1 / sum, scores.probability(Emotion.NEUTRAL), 1e-5);
    assertEquals(1 / sum, scores.probability(Emotion.SURPRISE), 1e-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          logits        | ["logits", "affect"]
          logits        | ["all"]
          probabilities | ["probability", "affect"]
          """)
  void contemptIsFoldedAwayAndTheModelsOwnAffectIsTaken(String decoding, String tensors) {
    CardFixture.affect(folder, decoding, tensors, TEN, "");
    // Two faces: a row is a face's, whatever tensor it comes from.
    List<EmotionScores> both = scores(folder, frame(140, 100, 250), frame(90, 118, 30));
    assertAnswers(both.get(0), 140, 100, 1);
    assertAnswers(both.get(1), 90, 118, 1);
    assertEquals((140 / 255.0 - 0.485) / 0.229, both.get(0).valence(), 1e-5);
    assertEquals(-1, both.get(0).arousal(), "-2.9 is clamped");
    assertEquals(10 * (118 / 255.0 - 0.456) / 0.224, both.get(1).arousal(), 1e-4);
  }

  @Test
  void withoutAffectTheCircumplexTells() {
    CardFixture.affect(folder, "logits", "[\"logits\"]", EIGHT + "]", "");
    EmotionScores scores = scores(folder, frame(140, 100, 250)).get(0);
    assertEquals(Circumplex.valence(scores), scores.valence(), 1e-12);
    assertEquals(Circumplex.arousal(scores), scores.arousal(), 1e-12);
  }

  @Test
  void temperatureOfTheCardSoftensLogits() {
    String calibration =
        ", \"calibration\": {\"temperature\": 2, \"expectedCalibrationError\": 0.02}";
    CardFixture.affect(folder, "logits", "[\"all\"]", TEN, calibration);
    assertAnswers(scores(folder, frame(200, 100, 0)).get(0), 200, 100, 2);
  }

  /** Taken from emotion-v0 quantised to INT8, softmax and all: multiples of 1/255. */
  @Test
  void probabilitiesThatWereQuantisedAreMadeToSumToOne() {
    EmotionOutput output = new EmotionOutput(ModelCard.in(FaceImageFixture.CLASSIFIER));
    double[] steps = {169, 1, 17, 26, 18, 6, 17, 0, 0, 0, 0, 0};
    EmotionScores scores = output.scores(Arrays.stream(steps).map(step -> step / 255).toArray());
    assertEquals(169 / 254.0, scores.probability(Emotion.ANGER), 1e-9);
    steps[0] = 160;
    assertThrows(
        InferenceException.class,
        () -> output.scores(Arrays.stream(steps).map(step -> step / 255).toArray()));
  }

  @Test
  void movementsAreTakenFromTheColumnsOfTheirLabelsAndCutAtTheirLimits() {
    ModelCard card = ModelCard.in(FaceImageFixture.CLASSIFIER);
    assertEquals("brows-raised", card.labels().get(11));
    double[] row = {0.1, 0.1, 0.1, 0.4, 0.1, 0.1, 0.1, 0.7, -1e-7, 0.2, 1.0000001, 0.3};
    FaceMovements movements = new EmotionOutput(card).scores(row).movements();
    assertEquals(FaceMovements.of(0.7, 0, 0.2, 1, 0.3), movements);
    assertEquals(7, card.classes().size());
  }

  @Test
  void modelWithoutMovementsTellsNone() {
    CardFixture.affect(folder, "logits", "[\"all\"]", TEN, "");
    assertNull(scores(folder, frame(140, 100, 250)).get(0).movements());
  }

  @Test
  void contemptForSureLeavesTheSevenAlike() {
    // A colour channel of 50 standard deviations: the softmax of the other seven is 0.
    CardFixture.affect(folder, "probabilities", "[\"probability\"]", EIGHT + "]", "");
    ModelFolderFixture.rewrite(folder, "0.406", "-200");
    EmotionScores scores = scores(folder, frame(100, 100, 100)).get(0);
    assertEquals(1 / 7.0, scores.probability(Emotion.NEUTRAL), 1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          logits        | ["logits"]           | "valence", "arousal"] | more or fewer columns
          logits        | ["all"]              | ]                     | more or fewer columns
          logits        | ["all"]              | "valence", "rage"]    | unknown label
          logits        | ["all"]              | "valence"]            | valence with arousal
          probabilities | ["logits", "affect"] | "valence", "arousal"] | no probabilities
          logits        | ["all"]              | "smile"]              | all movements of the face or none
          face-cells    | ["all"]              | "valence", "arousal"] | probabilities or logits
          """)
  void cardThatDoesNotFitItsModelIsRefusedWhenLoaded(
      String decoding, String tensors, String last, String named) {
    String labels = EIGHT + (last.equals("]") ? "" : ", ") + last;
    CardFixture.affect(folder, decoding, tensors, labels, "");
    String message =
        assertThrows(UnusableModelException.class, () -> EmotionClassifier.load(folder))
            .getMessage();
    assertTrue(message.contains(named), message);
  }
}
