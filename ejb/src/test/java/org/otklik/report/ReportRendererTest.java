package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportRendererTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  private final ReportRenderer renderer = new ReportRenderer();

  @Test
  void printsTheWorkedExampleInRussian() {
    assertPrints(
        workedExample(RUSSIAN),
        "Весна 2026: запуск «Утро»",
        "Молочный дом · «Утро начинается с улыбки»",
        "Демонстрация: зрители синтетические",
        "21 ноября 2026 г.",
        "12:30, часовой пояс Europe/Moscow",
        "ИЭО: Индекс эмоционального опыта",
        "+40",
        "доля положительных минус доля отрицательных из 10 контактов",
        "+30",
        "вовлечённые − критики − 0,5 × молчуны из 10 зрителей",
        "молчуны 2",
        "покрытие ниже порога",
        "ИЭО = % положительных контактов − % отрицательных контактов",
        "Выражение лица, а не внутреннее состояние человека.");
  }

  @Test
  void printsTheWorkedExampleInEnglish() {
    assertPrints(
        workedExample(Locale.UK),
        "Demonstration: the viewers are synthetic",
        "21 November 2026",
        "EEI: Emotional Experience Index (ИЭО)",
        "+40",
        "positive traces minus negative, of 10 viewings",
        "engaged − critical − 0.5 × silent, of 10 viewers",
        "coverage below the limit",
        "A facial expression, not a person’s inner state.");
  }

  @Test
  void printsEmoNpsOverTheWholeRangeOfK() {
    assertPrints(
        PdfText.pages(workedExampleBytes(RUSSIAN)).get(0),
        "+36 +34 +32 +30 +28 +26 +24 +22 +20",
        "0,2 0,3 0,4 0,5 0,6 0,7 0,8 0,9 1,0");
  }

  @Test
  void printsSettingsAndModelCards() {
    assertPrints(
        workedExample(RUSSIAN),
        "Порог состояния секунды 0,5",
        "ourOwnSetting on",
        "emotion-v0 0",
        "Apache-2.0",
        "гнев 50 %",
        "3c9d5f1c6f0e4b1f9c4f8d2a7b6e5d4c");
  }

  @Test
  void saysNothingOfSyntheticViewersWhenPeopleWereFilmed() {
    String text = PdfText.of(pdf(fixture -> fixture.synthetic = false, RUSSIAN));
    assertFalse(text.contains("интетическ"), text);
  }

  @Test
  void saysWhyThereIsNoIndexWhenNothingWasCounted() {
    String text = PdfText.of(pdf(ReportRendererTest::excludeAll, RUSSIAN));
    assertPrints(
        text,
        "Ни один контакт не учтён, поэтому индекса нет.",
        "Ни один зритель не учтён, поэтому EmoNPS нет.",
        "Ни одна секунда ролика не наблюдалась",
        "зритель не найден",
        "запись не удалось разобрать");
  }

  @Test
  void warnsOfAFewViewings() {
    String text = PdfText.pages(pdf(ReportRendererTest::leaveOneViewing, RUSSIAN)).get(0);
    assertPrints(text, "от −100 до +100", "из 1 контакта", "Контактов мало");
  }

  @Test
  void repeatsTheHeaderOfALongTableOnEachPage() {
    List<String> pages = PdfText.pages(pdf(ReportRendererTest::makeTwoHundredViewings, RUSSIAN));
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
    String text = PdfText.of(pdf(ReportRendererTest::useOddNames, Locale.UK));
    assertPrints(text, "A&B <b>“O'Neil”</b> $P{x} {0}", "□□ 2026");
  }

  @ParameterizedTest
  @MethodSource("edges")
  void printsNeitherNullNorNanAndEndsEveryPageWithItsNumber(Consumer<CampaignReportFixture> edge) {
    for (Locale locale : List.of(RUSSIAN, Locale.UK, Locale.forLanguageTag("ar"))) {
      List<String> pages = PdfText.pages(pdf(edge, locale));
      for (int i = 0; i < pages.size(); i++) {
        String page = pages.get(i);
        assertFalse(page.matches("(?s).*\\b(null|NaN|Infinity)\\b.*"), page);
        assertTrue(page.contains("/ " + pages.size()), page);
        assertFalse(page.isBlank());
      }
    }
  }

  static Stream<Named<Consumer<CampaignReportFixture>>> edges() {
    return Stream.of(
        Named.of("worked example", fixture -> {}),
        Named.of("all excluded", ReportRendererTest::excludeAll),
        Named.of("no viewings", ReportRendererTest::leaveNoViewing),
        Named.of("empty curve", fixture -> fixture.emptyCurve = true),
        Named.of("one viewing", ReportRendererTest::leaveOneViewing),
        Named.of("long names", ReportRendererTest::useLongNames),
        Named.of("odd names", ReportRendererTest::useOddNames),
        Named.of("no names", ReportRendererTest::useNoNames),
        Named.of("3 s", ReportRendererTest::lastThreeSeconds),
        Named.of("180 s", ReportRendererTest::lastThreeMinutes),
        Named.of("missing pictures", ReportRendererTest::losePictures));
  }

  @Test
  void embedsEveryFont() throws Exception {
    assertEquals(List.of(), PdfFonts.notEmbedded(workedExampleBytes(RUSSIAN)));
  }

  @Test
  void tellsReadersItsTitleLanguageAndChapters() throws Exception {
    PdfFacts facts = PdfFacts.of(workedExampleBytes(RUSSIAN));
    assertEquals("Весна 2026: запуск «Утро» · Отчёт об эмоциональном отклике", facts.title());
    assertEquals("Otklik", facts.author());
    assertEquals("ru", facts.language());
    assertEquals(
        List.of(
            "Весна 2026: запуск «Утро»",
            "Эмоции по ходу ролика",
            "Моменты",
            "Семь эмоций",
            "Контакты",
            "Методика"),
        facts.bookmarks());
  }

  @Test
  void writesTwoAtOnceFromThreadsWithoutAClassLoader() {
    List<CompletableFuture<String>> reports =
        Stream.of(RUSSIAN, Locale.UK, RUSSIAN, Locale.UK)
            .map(locale -> CompletableFuture.supplyAsync(() -> onBareThread(locale)))
            .toList();
    List<String> texts = reports.stream().map(CompletableFuture::join).toList();
    assertPrints(texts.get(0), "Методика");
    assertPrints(texts.get(1), "Methods");
    assertEquals(texts.get(0), texts.get(2));
    assertEquals(texts.get(1), texts.get(3));
  }

  private String onBareThread(Locale locale) {
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    byte[] pdf = renderer.pdf(CampaignReportFixture.workedExample().build(), locale);
    assertEquals(
        ClassLoader.getPlatformClassLoader(), Thread.currentThread().getContextClassLoader());
    return PdfText.of(pdf);
  }

  private String workedExample(Locale locale) {
    return PdfText.of(workedExampleBytes(locale));
  }

  private byte[] workedExampleBytes(Locale locale) {
    return pdf(fixture -> {}, locale);
  }

  private byte[] pdf(Consumer<CampaignReportFixture> change, Locale locale) {
    CampaignReportFixture fixture = CampaignReportFixture.workedExample();
    change.accept(fixture);
    return renderer.pdf(fixture.build(), locale);
  }

  private static void assertPrints(String text, String... expected) {
    assertAll(
        Arrays.stream(expected)
            .<Executable>map(
                line -> () -> assertTrue(text.contains(line), line + " in: " + text)));
  }

  static void excludeAll(CampaignReportFixture fixture) {
    leaveNoViewing(fixture);
    fixture.excluded = 4;
  }

  static void leaveNoViewing(CampaignReportFixture fixture) {
    fixture.positive = 0;
    fixture.negative = 0;
    fixture.neutral = 0;
    fixture.excluded = 0;
  }

  static void leaveOneViewing(CampaignReportFixture fixture) {
    leaveNoViewing(fixture);
    fixture.positive = 1;
  }

  static void makeTwoHundredViewings(CampaignReportFixture fixture) {
    fixture.positive = 110;
    fixture.negative = 25;
    fixture.neutral = 50;
    fixture.excluded = 15;
  }

  static void useLongNames(CampaignReportFixture fixture) {
    fixture.campaign = "Очень длинное название кампании ".repeat(10);
    fixture.client = "Общество с ограниченной ответственностью ".repeat(5);
    fixture.creativeName = "Безпробеловдлинноеслово".repeat(12);
    fixture.segment = "25–34 · женщины · Москва · аудитория · ".repeat(8);
  }

  static void useOddNames(CampaignReportFixture fixture) {
    fixture.campaign = "A&B <b>“O'Neil”</b> $P{x} {0}";
    fixture.client = "🚀🧃 Co\u200d\uFE0F\n\tLtd";
    fixture.creativeName = "日本 2026";
    fixture.segment = "\"x\" & 'y' 👩‍👩‍👧 <z>";
  }

  static void useNoNames(CampaignReportFixture fixture) {
    fixture.campaign = "";
    fixture.client = null;
    fixture.creativeName = " ";
    fixture.segment = null;
  }

  static void lastThreeSeconds(CampaignReportFixture fixture) {
    fixture.durationMs = 3_000;
    fixture.frames = AdFrameFixture.frames(3, 360, 640);
  }

  static void lastThreeMinutes(CampaignReportFixture fixture) {
    fixture.durationMs = 180_000;
    fixture.frames = AdFrameFixture.frames(180, 320, 180);
  }

  static void losePictures(CampaignReportFixture fixture) {
    fixture.frames.keySet().removeIf(second -> second % 3 != 0);
    fixture.frames.put(7, new byte[] {1, 2, 3});
    fixture.frames.put(12, new byte[0]);
    fixture.frames.put(18, null);
  }
}
