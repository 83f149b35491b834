package org.otklik.vision.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Model folders whose card says something else. */
public final class ModelFolderFixture {

  private ModelFolderFixture() {}

  public static Path copy(Path folder, Path into, String text, String replacement) {
    try (Stream<Path> stream = Files.list(folder)) {
      List<Path> files = stream.toList();
      for (Path file : files) {
        Files.copy(file, into.resolve(file.getFileName()));
      }
      rewrite(into, text, replacement);
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Exchanges a text of the card in a folder that is the test's own. */
  public static void rewrite(Path folder, String text, String replacement) {
    Path card = ModelFolder.onlyCard(folder);
    try {
      String said = Files.readString(card);
      if (!said.contains(text)) {
        throw new IllegalArgumentException("The card does not say " + text);
      }
      Files.writeString(card, said.replace(text, replacement));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
