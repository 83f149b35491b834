package org.otklik.terms;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of the repository say to people, without the code around it. */
final class RepositoryTexts {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "shared");
  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*}");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\b(?:title|alt|placeholder|aria-label|label)=\"([^\"]*)\"");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern LITERAL = Pattern.compile("'([^'\\n]*[\\p{L}] [^'\\n]*)'");
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "\\b(?:description|summary)\\s*=\\s*"
              + "(\"\"\"[\\s\\S]*?\"\"\"|(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*\\+?\\s*)+)");
  private static final Pattern CODE =
      Pattern.compile("(?s)```.*?```|`[^`]*`|\\]\\([^)]*\\)|<[^>\\s][^>]*>|https?://\\S+");

  private RepositoryTexts() {}

  /** All files whose names end so, in order. */
  static List<Path> files(String ending) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = folder.getFileName().toString();
              return NOT_OURS.contains(name) || name.startsWith(".")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(ending)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot walk the repository", e);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /** The bundles of sentences, English and Russian ones. */
  static List<Path> bundles() {
    return files(".properties").stream()
        .filter(file -> file.toString().contains("/src/main/resources/org/otklik/"))
        .toList();
  }

  static Map<String, String> bundle(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    Map<String, String> sentences = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> sentences.put(k, properties.getProperty(k)));
    return sentences;
  }

  /** The words that stand in a page itself instead of in a bundle. */
  static List<String> page(Path file) {
    String page = COMMENT.matcher(text(file)).replaceAll(" ");
    page = EXPRESSION.matcher(page).replaceAll(" ");
    List<String> texts = new ArrayList<>();
    Matcher attribute = SPOKEN_ATTRIBUTE.matcher(page);
    while (attribute.find()) {
      texts.add(attribute.group(1));
    }
    texts.add(TAG.matcher(page).replaceAll(" "));
    return texts;
  }

  /** The literals of a script that are more than one word. */
  static List<String> script(Path file) {
    List<String> texts = new ArrayList<>();
    Matcher literal = LITERAL.matcher(text(file));
    while (literal.find()) {
      texts.add(literal.group(1));
    }
    return texts;
  }

  /** What the annotations of a resource or of a view say in the API's description. */
  static List<String> descriptions(Path file) {
    return DESCRIPTION
        .matcher(text(file))
        .results()
        .map(match -> match.group(1).replaceAll("\"\\s*\\+\\s*\"", ""))
        .toList();
  }

  /** The lines of a document by their number, without code and addresses. */
  static Map<Integer, String> document(Path file) {
    String[] lines =
        CODE.matcher(text(file))
            .replaceAll(code -> "\n".repeat((int) code.group().lines().count() - 1) + " ")
            .split("\n");
    Map<Integer, String> numbered = new LinkedHashMap<>();
    for (int i = 0; i < lines.length; i++) {
      numbered.put(i + 1, lines[i]);
    }
    return numbered;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
