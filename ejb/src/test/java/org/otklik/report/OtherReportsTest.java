package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.otklik.metric.Comparison.SecondDifference;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.page.ReportRenderer;
import org.otklik.report.page.section.StretchesSection;
import org.otklik.statistics.Difference;

class OtherReportsTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  private final ReportRenderer renderer = new ReportRenderer();

  @Test
  void tellsOfEachCreativeWhatWorkedAndWhatHurt() {
    List<String> pages = PdfText.pages(renderer.pdf(OtherReportsFixture.campaign(), RUSSIAN));
    PdfText.assertPrints(pages.get(0), "Весна 2026: запуск «Утро»", "3 ролика");
    PdfText.assertPrints(
        pages.get(1),
        "роликов: 3",
        "Ответы зрителей: NPS +27 (n = 11), корреляция с мимикой r = +0,41",
        "Ролики, их сильные и слабые моменты",
        "Утро начинается с улыбки",
        "Вечер",
        "Ночь",
        "30 с, 9 контактов",
        "−33");
    String all = String.join(" ", pages);
    PdfText.assertPrints(
        all,
        "Выражения лиц по ходу ролика · «Вечер»",
        "Контакты · «Ночь»",
        "В кампании пока нет контактов.",
        "Методика");
    assertNothingMissing(pages);
  }

  @Test
  void tellsWhichGroupIsHigherAndInWhichSeconds() {
    List<String> pages = PdfText.pages(renderer.pdf(OtherReportsFixture.comparison(), RUSSIAN));
    PdfText.assertPrints(
        pages.get(0),
        "Первая: «Утро начинается с улыбки», пол: женский",
        "Вторая: «Утро начинается с улыбки», пол: мужской");
    PdfText.assertPrints(
        pages.get(1),
        "ИЭО первой группы значимо выше, на 200 п.",
        "Значимое различие.",
        "12 зрителей, учтено: 12 контактов, исключено: 0",
        "+200",
        "< 0,001",
        "По секундам: значимо различаются 4 из 12");
    PdfText.assertPrints(pages.get(2), "Ключевые показатели", "Пик", "100 %", "0 %", "+100");
    PdfText.assertPrints(pages.get(4), "0:08–0:12", "Реакция первой группы", "p < 0,001");
    PdfText.assertPrints(
        pages.get(5),
        "Сегменты обеих групп",
        "возраст: 18–24",
        "первая: 9 зрителей, вторая: 9 зрителей",
        "Значимое различие.",
        "возраст: 45–54",
        "Слишком мало зрителей");
    PdfText.assertPrints(
        String.join(" ", pages),
        "Бенджамини и Хохбергу",
        "Выражения лиц по ходу ролика · «Утро начинается с улыбки», пол: женский",
        "Семь эмоций · «Утро начинается с улыбки», пол: мужской",
        "Контакты · «Утро начинается с улыбки», пол: мужской",
        "B11");
    assertNothingMissing(pages);
  }

  @Test
  void secondNobodyWasSeenInAndAChangeOfSidesEndAStretch() {
    List<SecondDifference> seconds =
        List.of(
            second(0, 50, 0.01),
            second(1, 60, 0.01),
            second(3, 70, 0.01), // nobody was observed at 2
            second(4, -70, 0.01),
            second(5, -70, 0.4),
            second(6, -70, 0.01));
    assertEquals(
        List.of(List.of(0, 1), List.of(3), List.of(4), List.of(6)),
        StretchesSection.stretches(seconds).stream()
            .map(stretch -> stretch.stream().map(SecondDifference::second).toList())
            .toList());
  }

  private static SecondDifference second(int second, double difference, double corrected) {
    return new SecondDifference(
        second, new Difference(difference, -100, 100, corrected, 9, 9), corrected);
  }

  private static void assertNothingMissing(List<String> pages) {
    for (String page : pages) {
      assertFalse(page.matches("(?s).*\\b(null|NaN|Infinity)\\b.*"), page);
      assertTrue(page.contains("/ " + pages.size()), page);
    }
  }

  @Test
  void isReadOutByItsStructure() throws Exception {
    PdfStructure structure =
        PdfStructure.of(renderer.pdf(CreativeReportFixture.workedExample().build(), RUSSIAN));
    assertTrue(structure.marked());
    assertEquals(List.of("Утро начинается с улыбки"), structure.texts("H1"));
    assertEquals(
        List.of(
            "Утро начинается с улыбки",
            "Комментарии",
            "Выражения лиц по ходу ролика",
            "Моменты",
            "Семь эмоций",
            "Движения лица",
            "Сегменты",
            "Контакты",
            "Методика"),
        structure.texts("H2"));
    assertTrue(structure.texts("TH").contains("Причина исключения"), structure::toString);
    assertTrue(structure.texts("TD").contains("V-0001"), structure::toString);
    assertTrue(
        structure.alternatives().contains("Положительные 6, Нейтральные 2, Отрицательные 2"),
        () -> structure.alternatives().toString());
    assertFalse(
        structure.texts("P").stream().anyMatch(text -> text.startsWith("/ ")),
        "numbers of pages are read out");
  }
}
