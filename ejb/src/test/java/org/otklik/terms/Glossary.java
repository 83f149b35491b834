package org.otklik.terms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The retired words of {@code docs/glossary.md}, as its first paragraphs explain them. */
final class Glossary {
  private static final Pattern RETIRED = Pattern.compile("`([^`]+)`(?: \\((names|texts)\\))?");
  private static final int COLUMNS = 5;

  /**
   * @param word in lower case; one that ends with * stands for all words that begin so
   * @param places "names", "texts", or null for both
   * @param term to use instead
   */
  record Retired(String word, String places, String term) {

    boolean isIn(String sentence) {
      boolean beginning = word.endsWith("*");
      String letters = beginning ? word.substring(0, word.length() - 1) : word;
      String pattern =
          "(?<![\\p{L}\\p{N}_-])"
              + Pattern.quote(letters).replace(" ", "\\E[\\s\\u00a0]+\\Q")
              + (beginning ? "" : "(?![\\p{L}\\p{N}_-])");
      return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
          .matcher(sentence)
          .find();
    }

    /** In a name of code, such as {@code VideoUploads} or {@code MIN_FACE_PX}. */
    boolean isInName(String name) {
      return isIn(
          name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
              .replace('_', ' ')
              .toLowerCase(Locale.ROOT));
    }
  }

  private final List<Retired> english = new ArrayList<>();
  private final List<Retired> russian = new ArrayList<>();

  private Glossary() {}

  static Glossary read(Path file) throws IOException {
    Glossary glossary = new Glossary();
    for (String line : Files.readAllLines(file)) {
      List<String> cells = Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
      if (line.startsWith("|") && cells.size() == COLUMNS) {
        collect(cells.get(3), cells.get(0), glossary.english);
        collect(cells.get(4), cells.get(1), glossary.russian);
      }
    }
    return glossary;
  }

  private static void collect(String cell, String term, List<Retired> retired) {
    Matcher matcher = RETIRED.matcher(cell);
    while (matcher.find()) {
      retired.add(new Retired(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), term));
    }
  }

  List<Retired> inEnglishTexts() {
    return english.stream().filter(retired -> !"names".equals(retired.places())).toList();
  }

  List<Retired> inRussianTexts() {
    return russian.stream().filter(retired -> !"names".equals(retired.places())).toList();
  }

  List<Retired> inNames() {
    return english.stream().filter(retired -> !"texts".equals(retired.places())).toList();
  }
}
