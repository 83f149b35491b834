package org.otklik.vision.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
  private static final Path RELEASE = Path.of("release");

  /** A model is not released without a line that says how it came about. */
  @Test
  void everyReleaseHasItsExperiment() throws IOException {
    List<String> told =
        Experiment.in(RELEASE).stream().map(Experiment::release).filter(r -> !r.isEmpty()).toList();
    try (Stream<Path> folders = Files.list(RELEASE).filter(Files::isDirectory)) {
      List<String> released = folders.map(folder -> ModelCard.in(folder).release()).toList();
      assertTrue(released.size() >= 2 && told.containsAll(released), released + " in " + told);
    }
  }

  @Test
  void textsAreInTheReadersLanguage() {
    Experiment.Text text = new Experiment.Text("tried", "пробовали");
    assertEquals("пробовали", text.in(Locale.forLanguageTag("ru-RU")));
    assertEquals("tried", text.in(Locale.UK));
  }

  @Test
  void folderWithoutOneHasNone(@TempDir Path folder) {
    assertEquals(List.of(), Experiment.in(folder));
  }

  @Test
  void fieldAtFaultIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("experiments.json"),
        "{\"experiments\": [{\"task\": \"face-detection\", \"tried\": {\"en\": \"only English\"}}]}");
    String message =
        assertThrows(UnusableModelException.class, () -> Experiment.in(folder)).getMessage();
    assertTrue(message.contains("ru must be a text"), message);
  }
}
