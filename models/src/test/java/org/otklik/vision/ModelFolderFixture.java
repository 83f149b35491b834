package org.otklik.vision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a model's folder whose card says something else. */
final class ModelFolderFixture {

  private ModelFolderFixture() {}

  static Path copy(Path folder, Path into, String text, String replacement) {
    try (Stream<Path> stream = Files.list(folder)) {
      List<Path> files = stream.toList();
      for (Path file : files) {
        Path to = into.resolve(file.getFileName());
        if (to.toString().endsWith(".json")) {
          String card = Files.readString(file);
          if (!card.contains(text)) {
            throw new IllegalArgumentException("The card does not say " + text);
          }
          Files.writeString(to, card.replace(text, replacement));
        } else {
          Files.copy(file, to);
        }
      }
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
