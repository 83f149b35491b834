package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.BuildLayout;

/** Documents lead to files that are there, and the list of decisions names each once, in order. */
class DocumentLinksTest {
  /** {@code [text](file#part)}; not what is elsewhere. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]+)(?:#[^)]*)?\\)");

  private static final Pattern DECISION = Pattern.compile("\\]\\((\\d{4}-[\\w-]+\\.md)\\)");

  private static final Pattern MERGE_MARK = Pattern.compile("(?m)^(<{7}|={7}|>{7})( |$)");

  private static final List<String> PLACES =
      List.of("README.md", "CONTRIBUTING.md", "docs", "bench", "models");

  private final Path project =
      BuildLayout.current().folder().resolve("../../..").toAbsolutePath().normalize();

  DocumentLinksTest() throws IOException {}

  @Test
  void linksLeadToFiles() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> documents = documents();
    for (Path document : documents) {
      LINK.matcher(Files.readString(document))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !Files.exists(document.resolveSibling(link)))
          .forEach(link -> broken.add(project.relativize(document) + ": " + link));
    }
    assertTrue(documents.size() > 60, () -> "hardly any found: " + documents);
    assertEquals(List.of(), broken);
  }

  @Test
  void noMergeHasLeftItsMarks() throws IOException {
    List<String> marked = new ArrayList<>();
    for (Path document : documents()) {
      if (MERGE_MARK.matcher(Files.readString(document)).find()) {
        marked.add(project.relativize(document).toString());
      }
    }
    assertEquals(List.of(), marked);
  }

  @Test
  void decisionsAreListedOnceInTheirOrder() throws IOException {
    Path folder = project.resolve("docs/decisions");
    List<String> listed =
        DECISION
            .matcher(Files.readString(folder.resolve("README.md")))
            .results()
            .map(link -> link.group(1))
            .toList();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .sorted()
              .toList(),
          listed);
    }
  }

  private List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String place : PLACES) {
      try (Stream<Path> files = Files.walk(project.resolve(place))) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .filter(file -> !project.relativize(file).toString().contains("target"))
            .forEach(found::add);
      }
    }
    return found;
  }
}
