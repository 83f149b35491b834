package org.otklik.vision.model;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What was tried to make a model better, and what came of it; read from {@code experiments.json}
 * beside the models' folders. The long form, for those who train, is {@code
 * models/training/EXPERIMENTS.md}.
 *
 * @param release the model that came of it, such as "emotion v5"; empty where none did
 * @param tried what was done
 * @param result what was measured
 * @param conclusion what followed from it
 */
public record Experiment(ModelTask task, String release, Text tried, Text result, Text conclusion) {

  private static final String FILE = "experiments.json";

  /** A text in both languages of the product. */
  public record Text(String en, String ru) {
    private static Text of(CardFields fields) {
      return new Text(fields.text("en"), fields.text("ru"));
    }

    public String in(Locale locale) {
      return locale.getLanguage().equals("ru") ? ru : en;
    }
  }

  /**
   * The experiments, oldest first within a model.
   *
   * @param folder of the models
   * @return none where the folder has no such file
   * @throws UnusableModelException if the file cannot be read; the message names what is at fault
   */
  public static List<Experiment> in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (JsonReader json = Json.createReader(Files.newBufferedReader(file))) {
      return new CardFields(FILE, json.readObject())
          .objects("experiments").stream().map(Experiment::of).toList();
    } catch (JsonException e) {
      throw new UnusableModelException(FILE + " is no JSON object", e);
    } catch (IOException e) {
      throw new UnusableModelException(FILE + " cannot be read", e);
    }
  }

  private static Experiment of(CardFields fields) {
    return new Experiment(
        fields.oneOf(ModelTask.class, "task"),
        fields.has("release") ? fields.text("release") : "",
        Text.of(fields.object("tried")),
        Text.of(fields.object("result")),
        Text.of(fields.object("conclusion")));
  }
}
