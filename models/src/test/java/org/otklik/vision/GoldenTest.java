package org.otklik.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.FrameTensor;
import org.otklik.vision.model.InputSize;

/**
 * The released models and what is done before them, against {@code golden.py} of the training: the
 * same faces of our own making, the same inputs, the same answers.
 */
class GoldenTest {

  /** In parts of full light. */
  private static final double SAME_INPUT = 1e-3;

  /** The training's crops are not rounded to 256 levels. */
  private static final double ROUNDING = 0.5 / 255;

  /** Processors round an INT8 model's sums differently. */
  private static final double SAME_PROBABILITY = 0.03;

  /** Likewise. */
  private static final double SAME_STRENGTH = 0.03;

  private static final double SAME_PX = 0.1;

  /** Sums of a batch may be added up in another order. */
  private static final double SAME_FACE = 1e-4;

  /** A hair of what is stored, in thousandths. */
  private static final double SAME_MOVEMENT = 1e-6;

  private static JsonObject golden;
  private static FloatBuffer crops;
  private static FaceDetector detector;
  private static EmotionClassifier classifier;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream file = open("golden.json");
        JsonReader reader = Json.createReader(file);
        InputStream floats = open("crops.f32")) {
      golden = reader.readObject();
      crops = ByteBuffer.wrap(floats.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
    detector = FaceDetector.load(FaceImageFixture.DETECTOR, DetectionSettings.STANDARD);
    classifier = EmotionClassifier.load(FaceImageFixture.CLASSIFIER);
  }

  @AfterAll
  static void close() {
    detector.close();
    classifier.close();
  }

  private static InputStream open(String name) {
    return GoldenTest.class.getResourceAsStream("golden/" + name);
  }

  private static List<JsonObject> faces() throws IOException {
    if (golden == null) {
      load(); // JUnit asks for the arguments before anything else
    }
    return golden.getJsonArray("faces").getValuesAs(JsonValue::asJsonObject);
  }

  private static Frame picture(JsonObject face) throws IOException {
    try (InputStream file = open(face.getString("file"))) {
      BufferedImage image = ImageIO.read(file);
      int width = image.getWidth();
      int height = image.getHeight();
      byte[] bgr = new byte[3 * width * height];
      for (int i = 0; i < width * height; i++) {
        for (int channel = 0; channel < 3; channel++) {
          int level = image.getRaster().getSample(i % width, i / width, 2 - channel);
          bgr[3 * i + channel] = (byte) level;
        }
      }
      return new Frame(0, width, height, width, height, bgr);
    }
  }

  private static float[] floats(JsonArray values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values.getJsonNumber(i).doubleValue();
    }
    return floats;
  }

  private static DetectedFace known(JsonObject face) {
    float[] box = floats(face.getJsonArray("box"));
    float[] landmarks = floats(face.getJsonArray("landmarks"));
    return new DetectedFace(new FaceBox(box[0], box[1], box[2], box[3]), landmarks, 1);
  }

  @Test
  void releasedModelsAreTheOnesThatWereMeasured() {
    JsonObject models = golden.getJsonObject("models");
    assertEquals(models.getString("face-detection"), detector.card().sha256());
    assertEquals(models.getString("emotion-classification"), classifier.card().sha256());
  }

  @ParameterizedTest
  @MethodSource("faces")
  void detectorIsGivenWhatTheTrainingGivesIt(JsonObject face) throws IOException {
    Frame picture = picture(face);
    InputSize size = InputSize.of(picture, detector.card().input());
    long values = 3L * size.paddedHeightPx() * size.paddedWidthPx();
    JsonArray shape = face.getJsonArray("tensorShape");
    assertEquals(shape.getInt(1), size.paddedHeightPx());
    assertEquals(shape.getInt(2), size.paddedWidthPx());
    int step = golden.getInt("tensorStep");
    float[] expected = floats(face.getJsonArray("tensorValues"));
    try (FrameTensor frame = new FrameTensor(detector.card().input());
        FloatPointer tensor = new FloatPointer(values)) {
      frame.write(picture, size, tensor, 0);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], tensor.get((long) i * step), 255 * SAME_INPUT, "value " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("faces")
  void classifierIsGivenWhatTheTrainingGivesIt(JsonObject face) throws IOException {
    FaceCrop crop = classifier.crop(picture(face), known(face));
    int from = faces().indexOf(face) * crop.pixels().length;
    for (int i = 0; i < crop.pixels().length; i++) {
      double level = (crop.pixels()[i] & 0xff) / 255.0;
      assertEquals(crops.get(from + i), level, ROUNDING + SAME_INPUT, "pixel " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("faces")
  void faceIsFoundWhereTheTrainingFindsIt(JsonObject face) throws IOException {
    List<DetectedFace> found = detector.detect(List.of(picture(face))).get(0);
    List<JsonObject> expected = face.getJsonArray("found").getValuesAs(JsonValue::asJsonObject);
    assertEquals(1, expected.size());
    assertEquals(1, found.size());
    float[] box = floats(expected.get(0).getJsonArray("box"));
    FaceBox seen = found.get(0).box();
    assertEquals(box[0], seen.xPx(), SAME_PX);
    assertEquals(box[1], seen.yPx(), SAME_PX);
    assertEquals(box[2], seen.widthPx(), SAME_PX);
    assertEquals(box[3], seen.heightPx(), SAME_PX);
  }

  @Test
  void emotionsAreNamedAsTheTrainingNamesThem() throws IOException {
    int named = 0;
    for (int i = 0; i < faces().size(); i++) {
      JsonObject face = faces().get(i);
      FaceCrop crop = classifier.crop(picture(face), known(face));
      EmotionScores scores = classifier.classify(List.of(trainings(i, crop))).get(0);
      float[] expected = floats(face.getJsonArray("probabilities"));
      for (Emotion emotion : Emotion.values()) {
        double seen = scores.probability(emotion);
        assertEquals(expected[emotion.ordinal()], seen, SAME_PROBABILITY, face.getString("file"));
      }
      float[] moved = floats(face.getJsonArray("movements"));
      for (FaceMovement movement : FaceMovement.values()) {
        double seen = scores.movements().strength(movement);
        assertEquals(moved[movement.ordinal()], seen, SAME_STRENGTH, face.getString("file"));
      }
      Emotion own = classifier.classify(List.of(crop)).get(0).dominant();
      named += own.name().equalsIgnoreCase(face.getString("emotion")) ? 1 : 0;
    }
    // All but fear, whose average face says little, upright and tilted.
    assertTrue(named >= 11, named + " of " + faces().size());
  }

  /**
   * The training's own crop of that face in 256 levels: an INT8 model may answer otherwise by 0.1
   * where one pixel of a drawn face is one level lighter, and that crops agree is tested above.
   */
  private static FaceCrop trainings(int face, FaceCrop own) {
    byte[] levels = new byte[own.pixels().length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.rint(crops.get(face * levels.length + i) * 255.0);
    }
    return new FaceCrop(
        own.widthPx(),
        own.heightPx(),
        own.sourceSidePx(),
        own.colourOrder(),
        levels,
        own.brightness(),
        own.contrast(),
        own.sharpness());
  }

  @Test
  void aFaceIsNamedTheSameAloneAndAmongOthers() throws IOException {
    List<FaceCrop> all = new ArrayList<>();
    for (JsonObject face : faces()) {
      all.add(classifier.crop(picture(face), known(face)));
    }
    List<EmotionScores> together = classifier.classify(all);
    for (int i = 0; i < all.size(); i++) {
      EmotionScores alone = classifier.classify(List.of(all.get(i))).get(0);
      for (Emotion emotion : Emotion.values()) {
        assertEquals(alone.probability(emotion), together.get(i).probability(emotion), SAME_FACE);
      }
      for (FaceMovement movement : FaceMovement.values()) {
        assertEquals(
            alone.movements().strength(movement),
            together.get(i).movements().strength(movement),
            SAME_MOVEMENT);
      }
    }
  }
}
