package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.launcher.BuildLayout;
import org.otklik.platform.LaunchException;

/**
 * What no line of the product has: read in the sources, since compiled classes do not tell a {@code
 * catch} of ours from the compiler's own.
 */
class SourceRulesTest {
  /** The last boundary, such as a timer's, catches RuntimeException and says so. */
  private static final Pattern CATCHES_ALL =
      Pattern.compile("catch\\s*\\([^)]*\\b(Exception|Throwable)\\b[^)]*\\)");

  /** A server's output is its log, with a level and a name. */
  private static final Pattern PRINTS =
      Pattern.compile("\\bSystem\\s*\\.\\s*(out|err)\\b|\\bprintStackTrace\\s*\\(");

  /** What they measure is printed. */
  private static final String MEASUREMENTS = "bench";

  /** {@code module/part/src/main/java} */
  private static final int MODULE_DEPTH = 5;

  @Test
  void nothingCatchesEverything() throws IOException, LaunchException {
    assertEquals(List.of(), found(CATCHES_ALL, List.of()));
  }

  @Test
  void nothingPrints() throws IOException, LaunchException {
    assertEquals(List.of(), found(PRINTS, List.of(MEASUREMENTS)));
    assertFalse(
        found(PRINTS, List.of()).isEmpty(),
        "the exception for measurements is not needed any more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "} catch (Exception e) {",
        "catch (final Throwable problem)",
        "catch (IOException | java.lang.Exception e)",
        "catch (\n          Exception e)"
      })
  void catchingEverythingIsSeen(String source) {
    assertTrue(CATCHES_ALL.matcher(source).find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"catch (IOException e)", "catch (RuntimeException e)", "Throwable cause)"})
  void catchingSomethingIsNotMeant(String source) {
    assertFalse(CATCHES_ALL.matcher(source).find());
  }

  private static List<String> found(Pattern pattern, List<String> exceptIn)
      throws IOException, LaunchException {
    Path root = BuildLayout.current().folder().resolve("../../..").normalize();
    List<Path> folders;
    try (Stream<Path> all = Files.find(root, MODULE_DEPTH, (path, file) -> isSource(path))) {
      folders =
          all.filter(path -> !exceptIn.contains(root.relativize(path).getName(0).toString()))
              .toList();
    }
    assertTrue(folders.size() > 4, () -> "Is this all? " + folders);
    TreeSet<String> found = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          if (pattern.matcher(Files.readString(file)).find()) {
            found.add(root.relativize(file).toString());
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isSource(Path folder) {
    return folder.endsWith("src/main/java");
  }
}
