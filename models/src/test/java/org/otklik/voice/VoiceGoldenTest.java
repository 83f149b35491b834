package org.otklik.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.otklik.vision.model.ModelCard;

/**
 * The released models of the voice against {@code voice_golden.py} of the training: talkers and
 * music made by formula, the same answers.
 */
class VoiceGoldenTest {
  private static final Path RELEASE = Path.of("release");

  /** Golden numbers have five digits, and processors add up in another order. */
  private static final double SAME = 2e-3;

  private static JsonObject golden;
  private static final Map<String, OrtSession> MODELS = new HashMap<>();

  @BeforeAll
  static void load() throws IOException, OrtException {
    try (InputStream file = VoiceGoldenTest.class.getResourceAsStream("golden/golden.json");
        JsonReader reader = Json.createReader(file)) {
      golden = reader.readObject();
    }
    for (String part : golden.getJsonObject("models").keySet()) {
      Path folder = RELEASE.resolve("voice-" + part);
      String file = ModelCard.in(folder).file();
      MODELS.put(
          part, OrtEnvironment.getEnvironment().createSession(folder.resolve(file).toString()));
    }
  }

  @AfterAll
  static void close() throws OrtException {
    for (OrtSession model : MODELS.values()) {
      model.close();
    }
  }

  @Test
  void cardsAreThoseOfTheGoldenAnswers() {
    golden
        .getJsonObject("models")
        .forEach(
            (part, sha256) ->
                assertEquals(
                    sha256.toString().replace("\"", ""),
                    ModelCard.in(RELEASE.resolve("voice-" + part)).sha256(),
                    "run voice_golden.py again: " + part));
  }

  @Test
  void talkersAndMusicGetTheAnswersOfTheTraining() throws IOException, OrtException {
    JsonArray waves = golden.getJsonArray("waves");
    for (int at = 0; at < waves.size(); at++) {
      JsonObject wave = waves.getJsonObject(at);
      float[][] sound = {sound(wave.getString("file"))};
      assertArrayEquals(
          numbers(wave, "speech"), doubles(run("activity", Map.of("wave", sound))[0]), SAME);
      float[][] features = run("features", Map.of("wave", sound));
      int step = golden.getInt("featureStep");
      double[] all = doubles(features[0]);
      double[] some =
          IntStream.range(0, all.length)
              .filter(i -> i % step == 0)
              .mapToDouble(i -> all[i])
              .toArray();
      assertArrayEquals(numbers(wave, "features"), some, SAME);
      assertArrayEquals(
          numbers(wave.getJsonObject("nothingKnown"), "p"),
          doubles(emotion(features, features, 0)[0]),
          SAME);
    }
  }

  @Test
  void knowingTheSpeakerChangesTheAnswerAsInTheTraining() throws IOException, OrtException {
    float[][] calm = run("features", Map.of("wave", new float[][] {sound("calm.s16")}));
    float[][] lively = run("features", Map.of("wave", new float[][] {sound("lively.s16")}));
    float[] mean = new float[calm[0].length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (calm[0][i] + lively[0][i]) / 2;
    }
    JsonObject known = golden.getJsonArray("waves").getJsonObject(0).getJsonObject("twoKnown");
    assertArrayEquals(
        numbers(known, "p"), doubles(emotion(calm, new float[][] {mean}, 2)[0]), SAME);
    assertEquals(
        known.getJsonNumber("agitation").doubleValue(),
        run(
            "emotion",
            "agitation",
            Map.of("features", calm, "mean", new float[][] {mean}, "windows", new float[][] {{2}}))[
            0][0],
        SAME);
  }

  /**
   * Vowels by formula are little like speech, but more so than music; Silero hears half of them.
   */
  @Test
  void talkersAreSpeechRatherThanMusic() throws IOException, OrtException {
    assertTrue(speech("lively.s16") > 0.1, "lively");
    assertTrue(speech("music.s16") < 0.05, "music");
  }

  private static double speech(String file) throws IOException, OrtException {
    float[] answers = run("activity", Map.of("wave", new float[][] {sound(file)}))[0];
    return (double) IntStream.range(0, answers.length).filter(i -> answers[i] > 0.5f).count()
        / answers.length;
  }

  private static float[][] emotion(float[][] features, float[][] mean, int windows)
      throws OrtException {
    return run(
        "emotion",
        Map.of("features", features, "mean", mean, "windows", new float[][] {{windows}}));
  }

  /** The model's first answer. */
  private static float[][] run(String part, Map<String, float[][]> inputs) throws OrtException {
    return run(part, MODELS.get(part).getOutputNames().iterator().next(), inputs);
  }

  private static float[][] run(String part, String answer, Map<String, float[][]> inputs)
      throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, float[][]> input : inputs.entrySet()) {
        tensors.put(
            input.getKey(),
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input.getValue()));
      }
      try (OrtSession.Result result = MODELS.get(part).run(tensors)) {
        return (float[][]) result.get(answer).orElseThrow().getValue();
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static float[] sound(String file) throws IOException {
    try (InputStream levels = VoiceGoldenTest.class.getResourceAsStream("golden/" + file)) {
      ShortBuffer samples =
          ByteBuffer.wrap(levels.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
      float[] sound = new float[samples.remaining()];
      for (int i = 0; i < sound.length; i++) {
        sound[i] = samples.get(i) / 32768f;
      }
      return sound;
    }
  }

  private static double[] numbers(JsonObject object, String field) {
    return object.getJsonArray(field).getValuesAs(JsonNumber.class).stream()
        .mapToDouble(JsonNumber::doubleValue)
        .toArray();
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
