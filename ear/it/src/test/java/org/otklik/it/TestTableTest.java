package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.BuildLayout;

/** {@code docs/testing.md} tells what every integration class proves, and on which server. */
class TestTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+IT) \\| [^|]{10,}\\|");

  @Test
  void tableNamesEveryIntegrationClassAndNoOther() throws IOException {
    Path project = BuildLayout.current().folder().resolve("../../..").normalize();
    Set<String> classes = new TreeSet<>();
    for (String module : new String[] {"db", "ear/it"}) {
      try (Stream<Path> files = Files.walk(project.resolve(module).resolve("src/test/java"))) {
        classes.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("IT.java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet()));
      }
    }
    assertTrue(classes.size() > 40, () -> "hardly any found: " + classes);
    String document = Files.readString(project.resolve("docs/testing.md"));
    String tables = document.substring(0, document.indexOf("## The interruption"));
    Set<String> told =
        ROW.matcher(tables).results().map(row -> row.group(1)).collect(Collectors.toSet());
    assertEquals(classes, new TreeSet<>(told));
  }
}
