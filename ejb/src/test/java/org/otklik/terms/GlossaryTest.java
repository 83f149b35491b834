package org.otklik.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.terms.Glossary.Retired;

/** Holds everything that speaks to people, and the names of the code, to the glossary. */
class GlossaryTest {
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w*)");
  private static final Pattern CONSTANT =
      Pattern.compile("\\bstatic final [\\w<>\\[\\]?, .]+ ([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\\b");

  /** Names and documents that are not changed yet; the list may only become shorter. */
  private static final Path NOT_RENAMED_YET =
      RepositoryTexts.ROOT.resolve("ejb/src/test/resources/org/otklik/terms/still-to-rename.txt");

  private static Glossary glossary;

  @BeforeAll
  static void readGlossary() throws IOException {
    glossary = Glossary.read(RepositoryTexts.ROOT.resolve("docs/glossary.md"));
  }

  @ParameterizedTest
  @CsvSource({
    "The film of an ad, creative",
    "Films, video",
    "Drawn viewers, synthetic",
    "What they felt, viewers with a positive expression",
    "The 95% interval, '95% confidence interval, 95% CI'",
    "ИЭО of the ad, 'emotional experience index, EEI'"
  })
  void findsARetiredEnglishWordAndNamesItsTerm(String sentence, String term) {
    assertTrue(terms(glossary.inEnglishTexts(), sentence).contains(term));
  }

  @ParameterizedTest
  @CsvSource({
    "Что чувствовали зрители, зрители с положительным выражением лица",
    "Загрузите снимки, изображение; набор изображений",
    "Нарисованные зрители, синтетический",
    "Наименьший след, 'минимальный, максимальный (мин., макс.)'",
    "EEI ролика, 'индекс эмоционального опыта, ИЭО'"
  })
  void findsARetiredRussianWordAndNamesItsTerm(String sentence, String term) {
    assertTrue(terms(glossary.inRussianTexts(), sentence).contains(term));
  }

  @ParameterizedTest
  @CsvSource({
    "FilmUploads, video",
    "MakeDemoBatchlet, create",
    "LEAST_GROUP_SIZE, 'minimum, maximum'",
    "ContactOutcome, viewing"
  })
  void findsARetiredWordInANameAndNamesItsTerm(String name, String term) {
    assertTrue(namesOf(name).contains(term));
  }

  @Test
  void ordinaryEnglishIsNotRetired() {
    assertEquals(
        List.of(),
        terms(
            glossary.inEnglishTexts(),
            "Make it smaller, contact your administrator, at least 5 added, most of all"));
    assertEquals(List.of(), terms(glossary.inRussianTexts(), "Следующий запуск, следует"));
    assertEquals(List.of(), namesOf("AddedViewing"));
  }

  @Test
  void bundlesUseNoRetiredWord() {
    List<String> found = new ArrayList<>();
    for (Path file : RepositoryTexts.bundles()) {
      List<Retired> retired =
          file.toString().endsWith("_ru.properties")
              ? glossary.inRussianTexts()
              : glossary.inEnglishTexts();
      RepositoryTexts.bundle(file).forEach((key, text) -> check(file, key, text, retired, found));
    }
    assertNone(found);
  }

  @Test
  void pagesAndScriptsUseNoRetiredWord() {
    List<String> found = new ArrayList<>();
    List<Retired> both =
        Stream.concat(glossary.inEnglishTexts().stream(), glossary.inRussianTexts().stream())
            .filter(retired -> !retired.word().equals("eei"))
            .toList();
    for (Path page : RepositoryTexts.files(".xhtml")) {
      RepositoryTexts.page(page).forEach(text -> check(page, "", text, both, found));
    }
    for (Path script : RepositoryTexts.files(".js")) {
      RepositoryTexts.script(script).forEach(text -> check(script, "", text, both, found));
    }
    assertNone(found);
  }

  @Test
  void descriptionOfTheApiUsesNoRetiredWord() {
    List<String> found = new ArrayList<>();
    for (Path file : RepositoryTexts.files(".java")) {
      if (file.startsWith(RepositoryTexts.ROOT.resolve("web/src/main"))) {
        RepositoryTexts.descriptions(file)
            .forEach(text -> check(file, "", text, glossary.inEnglishTexts(), found));
      }
    }
    assertNone(found);
  }

  @Test
  void documentsUseNoRetiredWord() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> stillToRename = stillToRename();
    Set<String> wrong = new TreeSet<>();
    for (Path document : RepositoryTexts.files(".md")) {
      if (!document.endsWith("docs/glossary.md")) {
        List<String> here = new ArrayList<>();
        RepositoryTexts.document(document)
            .forEach(
                (line, text) -> check(document, "" + line, text, glossary.inEnglishTexts(), here));
        String name = RepositoryTexts.ROOT.relativize(document).toString();
        if (!here.isEmpty()) {
          wrong.add(name);
        }
        if (!stillToRename.contains(name)) {
          found.addAll(here);
        }
      }
    }
    assertNone(found);
    stillToRename.removeIf(name -> !name.endsWith(".md") || wrong.contains(name));
    assertEquals(Set.of(), stillToRename, "no longer wrong: remove from " + NOT_RENAMED_YET);
  }

  @Test
  void namesOfClassesAndConstantsUseNoRetiredWord() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    for (Path file : RepositoryTexts.files(".java")) {
      String code = RepositoryTexts.text(file);
      Stream.of(TYPE, CONSTANT)
          .flatMap(name -> name.matcher(code).results())
          .forEach(name -> checkName(name.group(1), wrong));
    }
    Set<String> stillToRename = stillToRename();
    stillToRename.removeIf(name -> name.endsWith(".md"));
    List<String> found = new ArrayList<>();
    wrong.forEach(
        (name, term) -> {
          if (!stillToRename.remove(name)) {
            found.add(name + ": use “" + term + "”");
          }
        });
    assertNone(found);
    assertEquals(Set.of(), stillToRename, "gone or renamed: remove from " + NOT_RENAMED_YET);
  }

  private static void checkName(String name, Map<String, String> wrong) {
    namesOf(name).forEach(term -> wrong.put(name, term));
  }

  private static List<String> namesOf(String name) {
    return glossary.inNames().stream()
        .filter(retired -> retired.isInName(name))
        .map(Retired::term)
        .toList();
  }

  private static List<String> terms(List<Retired> retired, String text) {
    return retired.stream().filter(word -> word.isIn(text)).map(Retired::term).toList();
  }

  private static void check(
      Path file, String place, String text, List<Retired> retired, List<String> found) {
    for (Retired word : retired) {
      if (word.isIn(text)) {
        found.add(
            "%s %s: “%s” is retired, use “%s”: %s"
                .formatted(
                    RepositoryTexts.ROOT.relativize(file),
                    place,
                    word.word(),
                    word.term(),
                    text.strip()));
      }
    }
  }

  private static Set<String> stillToRename() {
    Set<String> names = new TreeSet<>();
    RepositoryTexts.text(NOT_RENAMED_YET)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(names::add);
    return names;
  }

  private static void assertNone(List<String> found) {
    assertTrue(found.isEmpty(), () -> found.size() + ":\n" + String.join("\n", found));
  }
}
