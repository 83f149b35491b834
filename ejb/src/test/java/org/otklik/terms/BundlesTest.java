package org.otklik.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemCode;

/** What a program can hold of the bundles' form, in both languages. */
class BundlesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");
  private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{3,}(?:_[A-Z]+)*\\b");

  /** Keys that the code puts together of the name of a field, a column, a method or a constant. */
  private static final Pattern PUT_TOGETHER =
      Pattern.compile(".*\\.field\\..*|column\\..*|methods\\..*\\.term|[a-z.-]+\\.[A-Z_]+");

  /** What Russian writes in Latin capitals, too; values of enumerations are not among them. */
  /** What is typed as it stands, such as {@code marketing=ANALYST}. */
  private static final Pattern LITERAL = Pattern.compile("[^\\s=]+=\\S+");

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "NPS",
          "CSAT",
          "SHA",
          "UTC",
          "JSON",
          "JDBC",
          "HTTPS",
          "STARTTLS",
          "TLS",
          "NONE",
          "ZIP",
          "CSV",
          "PDF",
          "XLSX",
          "XLS",
          "UTF",
          "PPTX",
          "JPEG",
          "PNG",
          "SVG",
          "AWS",
          "BMP",
          "GIF",
          "TIFF",
          "HEIC",
          "AVIF",
          "MOV",
          "MKV",
          "AVI",
          "MPEG");

  /** How a wrong text looks, and what is right; the first that is found is told. */
  private static final Map<String, String> WRONG_IN_ENGLISH =
      Map.of(
          "\\d[ \\u00a0\\u202f]%", "95%, without a space",
          "(?<![\\w=])\"|\"(?!\\w)", "“quotes”",
          "\\.\\.\\.", "one character for an ellipsis",
          " - ", "a dash: –",
          "(?<=[ (])-\\d", "a minus sign: −",
          "[«»А-яЁё]", "English letters and quotes");

  private static final Map<String, String> WRONG_IN_RUSSIAN =
      Map.of(
          "\\d[ \\u202f]?%",
          "a no-break space before %",
          "(?<![\\d.])\\d+\\.\\d+(?![\\d.])",
          "a decimal comma",
          "[“”\"]",
          "«кавычки-ёлочки»",
          "\\.\\.\\.",
          "one character for an ellipsis",
          " - ",
          "a dash: —",
          "(?<=[ (])-\\d",
          "a minus sign: −",
          "(?iU)\\b(?:еще|ее|нее|мое|твое|причем|отчет\\p{L}*|объем\\p{L}*|(?:у|рас|под)чет\\p{L}*"
              + "|счет\\p{L}*|идет|придет|найдет|пришел|прошел|кем-то еще|надежн\\p{L}*"
              + "|\\p{L}+енн(?:ый|ого|ому|ым|ом|ые|ых|ыми)(?<=(?:исключ|сохран|удал|включ|отключ"
              + "|обновл|заверш|подтвержд|поврежд|учт)енн\\p{L}{2,3})"
              + "|(?:исключ|сохран|удал|включ|отключ|обновл|заверш|подтвержд|поврежд|учт)ен)\\b",
          "«ё»");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    for (Path english : englishBundles()) {
      Map<String, String> sentences = RepositoryTexts.bundle(english);
      Map<String, String> russian = RepositoryTexts.bundle(russian(english));
      assertEquals(sentences.keySet(), russian.keySet(), english.toString());
      sentences.forEach(
          (key, text) -> assertEquals(places(text), places(russian.get(key)), english + " " + key));
    }
  }

  @Test
  void noSentenceIsEmptyOrHasSpacesAtItsEnds() {
    List<String> found = new ArrayList<>();
    for (Path file : RepositoryTexts.bundles()) {
      RepositoryTexts.bundle(file)
          .forEach(
              (key, text) -> {
                if (text.isBlank() || !text.equals(text.strip())) {
                  found.add(file.getFileName() + " " + key);
                }
              });
    }
    assertEquals(List.of(), found);
  }

  @Test
  void russianSentencesHaveNoEnglishValues() {
    List<String> found = new ArrayList<>();
    for (Path file : russianBundles()) {
      RepositoryTexts.bundle(file)
          .forEach(
              (key, text) -> {
                Matcher capitals =
                    CAPITALS.matcher(
                        LITERAL.matcher(PLACE.matcher(text).replaceAll("")).replaceAll(""));
                while (capitals.find()) {
                  if (!ABBREVIATIONS.contains(capitals.group())) {
                    found.add(file.getFileName() + " " + key + ": " + capitals.group());
                  }
                }
              });
    }
    assertEquals(List.of(), found);
  }

  @Test
  void typographyIsThatOfTheLanguage() {
    List<String> found = new ArrayList<>();
    for (Path file : englishBundles()) {
      check(file, WRONG_IN_ENGLISH, found);
      check(russian(file), WRONG_IN_RUSSIAN, found);
    }
    assertTrue(found.isEmpty(), () -> String.join("\n", found));
  }

  @Test
  void noBundleRepeatsATerm() {
    Map<String, String> terms = new TreeMap<>();
    Path termBundle = bundle("/terms/terms.properties");
    Map<String, String> russianTerms = RepositoryTexts.bundle(russian(termBundle));
    RepositoryTexts.bundle(termBundle)
        .forEach((key, text) -> terms.put(text + " | " + russianTerms.get(key), key));
    List<String> found = new ArrayList<>();
    for (Path file : englishBundles()) {
      if (!file.equals(termBundle)) {
        Map<String, String> russian = RepositoryTexts.bundle(russian(file));
        RepositoryTexts.bundle(file)
            .forEach(
                (key, text) -> {
                  String term = terms.get(text + " | " + russian.get(key));
                  if (term != null && !PUT_TOGETHER.matcher(key).matches()) {
                    found.add(file.getFileName() + " " + key + ": use " + term);
                  }
                });
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void everyProblemHasItsSentenceAndEveryKindItsTitle() {
    assertEquals(
        names(ProblemCode.values()),
        RepositoryTexts.bundle(bundle("/problem/messages.properties")).keySet());
    assertEquals(
        names(ProblemCode.Kind.values()),
        RepositoryTexts.bundle(bundle("/problem/titles.properties")).keySet());
  }

  @Test
  void noKeyIsUnused() {
    String code =
        Stream.of(".java", ".xhtml", ".js", ".jrxml")
            .flatMap(ending -> RepositoryTexts.files(ending).stream())
            .filter(file -> file.toString().contains("/src/main/"))
            .map(RepositoryTexts::text)
            .collect(Collectors.joining("\n"));
    Set<String> words = words(code);
    List<String> unused = new ArrayList<>();
    for (Path file : englishBundles()) {
      if (!file.toString().contains("/problem/")) {
        RepositoryTexts.bundle(file).keySet().stream()
            .filter(key -> !isUsed(key, words))
            .forEach(key -> unused.add(file.getFileName() + " " + key));
      }
    }
    assertEquals(List.of(), unused);
  }

  /** By its whole name, by its kind and a name that the code puts together, or by a script. */
  private static boolean isUsed(String key, Set<String> words) {
    if (words.contains(key) || words.contains(key.replaceFirst("^studio\\.", ""))) {
      return true;
    }
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      if (words.contains(key.substring(0, dot)) || words.contains(key.substring(0, dot + 1))) {
        return true;
      }
    }
    return false;
  }

  /** All literals of the code, and what templates of the report name. */
  private static Set<String> words(String code) {
    Set<String> words = new TreeSet<>();
    Matcher literal =
        Pattern.compile("[\"']([A-Za-z][\\w.@-]*)[\"']|\\$R\\{([\\w.]+)}").matcher(code);
    while (literal.find()) {
      words.add(literal.group(1) == null ? literal.group(2) : literal.group(1));
    }
    return words;
  }

  private static void check(Path file, Map<String, String> wrong, List<String> found) {
    RepositoryTexts.bundle(file)
        .forEach(
            (key, text) ->
                wrong.forEach(
                    (pattern, right) -> {
                      Matcher matcher = Pattern.compile(pattern).matcher(text);
                      if (matcher.find() && !key.endsWith("-example")) {
                        found.add(
                            "%s %s: “%s”, but %s: %s"
                                .formatted(file.getFileName(), key, matcher.group(), right, text));
                      }
                    }));
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path bundle(String ending) {
    return englishBundles().stream()
        .filter(file -> file.toString().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> englishBundles() {
    return RepositoryTexts.bundles().stream()
        .filter(file -> !file.toString().endsWith("_ru.properties"))
        .toList();
  }

  private static List<Path> russianBundles() {
    return englishBundles().stream().map(BundlesTest::russian).toList();
  }

  private static Path russian(Path english) {
    return Path.of(english.toString().replace(".properties", "_ru.properties"));
  }
}
