package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.page.ReportRenderer;

class ReportEdgesTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  private final ReportRenderer renderer = new ReportRenderer();

  @Test
  void saysWhyThereIsNoIndexWhenNothingWasCounted() {
    String text = PdfText.of(pdf(ReportEdges::excludeAll, RUSSIAN));
    PdfText.assertPrints(
        text,
        "Ни один контакт не учтён, поэтому индекса нет.",
        "Ни один зритель не учтён, поэтому EmoNPS нет.",
        "Ни одной секунды наблюдения",
        "Несколько лиц: выберите зрителя",
        "Ошибка анализа");
  }

  @Test
  void warnsOfAFewViewings() {
    String text = PdfText.pages(pdf(ReportEdges::leaveOneViewing, RUSSIAN)).get(1);
    PdfText.assertPrints(text, "от −100 до +100", "из 1 контакта", "Контактов мало");
  }

  @Test
  void repeatsTheHeaderOfALongTableOnEachPage() {
    List<String> pages = PdfText.pages(pdf(ReportEdges::makeTwoHundredViewings, RUSSIAN));
    List<String> table = pages.stream().filter(page -> page.contains("V-0")).toList();
    assertTrue(table.size() > 5, "pages of the table: " + table.size());
    for (String page : table) {
      assertTrue(page.contains("Причина исключения"), page);
    }
    String all = String.join(" ", table);
    for (int i = 1; i <= 200; i++) {
      assertTrue(all.contains(String.format("V-%04d", i)), "viewing " + i);
    }
  }

  @Test
  void printsMarkupAndQuotesAsTheyAreAndLeavesOutWhatTheFontCannotShow() {
    String text = PdfText.of(pdf(ReportEdges::useOddNames, Locale.UK));
    PdfText.assertPrints(text, "A&B <b>“O'Neil”</b> $P{x} {0}", "□□ 2026");
  }

  @ParameterizedTest
  @MethodSource("edges")
  void printsNeitherNullNorNanAndEndsEveryPageWithItsNumber(Consumer<CreativeReportFixture> edge) {
    for (Locale locale : List.of(RUSSIAN, Locale.UK)) {
      List<String> pages = PdfText.pages(pdf(edge, locale));
      for (int i = 0; i < pages.size(); i++) {
        String page = pages.get(i);
        assertFalse(page.matches("(?s).*\\b(null|NaN|Infinity)\\b.*"), page);
        assertTrue(page.contains("/ " + pages.size()), page);
        assertFalse(page.isBlank());
      }
    }
  }

  static Stream<Named<Consumer<CreativeReportFixture>>> edges() {
    return Stream.of(
        Named.of("worked example", fixture -> {}),
        Named.of("all excluded", ReportEdges::excludeAll),
        Named.of("no viewings", ReportEdges::leaveNoViewing),
        Named.of("empty curve", fixture -> fixture.emptyCurve = true),
        Named.of("one viewing", ReportEdges::leaveOneViewing),
        Named.of("long names", ReportEdges::useLongNames),
        Named.of("odd names", ReportEdges::useOddNames),
        Named.of("no names", ReportEdges::useNoNames),
        Named.of("3 s", ReportEdges::lastThreeSeconds),
        Named.of("180 s", ReportEdges::lastThreeMinutes),
        Named.of("missing pictures", ReportEdges::losePictures));
  }

  @Test
  void endsALongTableWithoutAnEmptyPage() {
    for (int viewings = 22; viewings <= 24; viewings++) {
      int positive = viewings;
      List<String> pages =
          PdfText.pages(
              pdf(
                  fixture -> {
                    ReportEdges.leaveNoViewing(fixture);
                    fixture.frames.clear();
                    fixture.positive = positive;
                  },
                  RUSSIAN));
      for (String page : pages) {
        String body =
            page.replace(CreativeReportFixture.workedExample().campaign, "")
                .replace("Выражение лица, а не внутреннее состояние человека.", "")
                .replaceAll("[\\d/ ]", "");
        assertFalse(body.isEmpty(), viewings + " viewings leave a page empty");
      }
    }
  }

  private byte[] pdf(Consumer<CreativeReportFixture> change, Locale locale) {
    CreativeReportFixture fixture = CreativeReportFixture.workedExample();
    change.accept(fixture);
    return renderer.pdf(fixture.build(), locale);
  }
}
