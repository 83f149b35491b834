package org.otklik.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.result.AnalysisProgress;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.report.PdfFacts;
import org.otklik.report.PdfFonts;
import org.otklik.report.PdfText;
import org.otklik.report.figures.CreativeFigures.TrailerLine;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.figures.ModelFacts;
import org.otklik.report.figures.Setting;
import org.otklik.report.request.Chapter;
import org.otklik.statistics.MeanInterval;
import org.otklik.timeline.BaselineMethod;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.Shot;
import org.otklik.voice.VoiceSummary;

class ReportRendererTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  private final ReportRenderer renderer = new ReportRenderer();

  @Test
  void printsTheWorkedExampleInRussian() {
    PdfText.assertPrints(
        workedExample(RUSSIAN),
        "Весна 2026: запуск «Утро»",
        "Молочный дом · «Весна 2026: запуск «Утро»»",
        "Демонстрация: зрители синтетические",
        "21 ноября 2026 г.",
        "12:30, часовой пояс Europe/Moscow",
        "Индекс эмоционального опыта (ИЭО)",
        "+40",
        "% положительных − % отрицательных из 10 контактов",
        "+30",
        "вовлечённые − критичные − 0,5 × молчуны из 10 зрителей",
        "Молчуны 2",
        "Покрытие ниже минимального",
        "ИЭО = % положительных контактов − % отрицательных контактов",
        "Выражение лица, а не внутреннее состояние человека.");
  }

  @Test
  void printsTheWorkedExampleInEnglish() {
    PdfText.assertPrints(
        workedExample(Locale.UK),
        "Demonstration: the viewers are synthetic",
        "21 November 2026",
        "Emotional experience index (EEI)",
        "+40",
        "% positive − % negative, of 10 viewings",
        "engaged − critical − 0.5 × silent, of 10 viewers",
        "Coverage below the minimum",
        "A facial expression, not a person’s inner state.");
  }

  @Test
  void printsEmoNpsOverTheWholeRangeOfK() {
    PdfText.assertPrints(
        PdfText.pages(workedExampleBytes(RUSSIAN)).get(1),
        "+36 +34 +32 +30 +28 +26 +24 +22 +20",
        "0,2 0,3 0,4 0,5 0,6 0,7 0,8 0,9 1,0");
  }

  @Test
  void printsEmoNpsAtAChosenKThatIsNoTenth() {
    byte[] report = pdf(fixture -> fixture.k = 0.25, RUSSIAN);
    PdfText.assertPrints(
        PdfText.of(report), "+35", "вовлечённые − критичные − 0,25 × молчуны из 10 зрителей");
    PdfText.assertPrints(PdfText.pages(report).get(1), "0,25 0,4 0,5");
  }

  @Test
  void writesTheChosenKInPlaceOfATenthThatLiesTooNear() {
    byte[] report = pdf(fixture -> fixture.k = 0.505, RUSSIAN);
    PdfText.assertPrints(PdfText.pages(report).get(1), "0,4 0,505 0,6");
  }

  @Test
  void tellsWhereFiguresStandAmongComparableCreatives() {
    PdfText.assertPrints(
        PdfText.pages(workedExampleBytes(RUSSIAN)).get(1),
        "ИЭО выше, чем у 72 % из 29 сопоставимых роликов",
        "выше, чем у 50 % из 12 сопоставимых роликов");
    String without = PdfText.of(pdf(fixture -> fixture.norms = Map.of(), RUSSIAN));
    assertFalse(without.contains("сопоставимых"), without);
  }

  @Test
  void printsSettingsAndModelCards() {
    PdfText.assertPrints(
        workedExample(RUSSIAN),
        "Порог состояния секунды 0,5",
        "ourOwnSetting on",
        "emotion-v0 0",
        "Apache-2.0",
        "гнев 50 %",
        "3c9d5f1c6f0e4b1f9c4f8d2a7b6e5d4c");
  }

  @Test
  void printsTheGroupingOfEmotionsThatWasUsed() {
    Map<Emotion, EmotionGroup> groups = new EnumMap<>(Polarity.STANDARD.groups());
    groups.put(Emotion.FEAR, EmotionGroup.NEUTRAL);
    groups.put(Emotion.SADNESS, EmotionGroup.NEUTRAL);
    var used = List.of(new Setting("polarity", new Polarity(groups)));
    PdfText.assertPrints(
        PdfText.of(pdf(fixture -> fixture.settings = used, RUSSIAN)),
        "Положительные: радость, удивление;",
        "Отрицательные: гнев, отвращение;");
  }

  @Test
  void describesTheCorrectionsThatWereMadeAndNoOthers() {
    List<Setting> made =
        List.of(
            new Setting("baseline", BaselineMethod.FIRST_SECONDS),
            new Setting("baselineSeconds", 5),
            new Setting("smoothingMs", 300),
            new Setting("baselineTooShort", 2));
    PdfText.assertPrints(
        PdfText.of(pdf(fixture -> fixture.settings = made, RUSSIAN)),
        "Поправка на базовый уровень",
        "q = max(0; (p − b) / (1 − b))",
        "Поправка на базовый уровень среднее за первые секунды",
        "Сглаживание: стандартное отклонение, мс 300",
        "Контакты без базового уровня 2");
    List<Setting> none =
        List.of(new Setting("baseline", BaselineMethod.NONE), new Setting("smoothingMs", 0));
    String text = PdfText.of(pdf(fixture -> fixture.settings = none, Locale.UK));
    PdfText.assertPrints(text, "Baseline correction none");
    assertFalse(text.contains("Abbott"), text);
  }

  @Test
  void saysNothingOfSyntheticViewersWhenPeopleWereFilmed() {
    String text = PdfText.of(pdf(fixture -> fixture.synthetic = false, RUSSIAN));
    assertFalse(text.contains("интетическ"), text);
  }

  @Test
  void saysWhenItsFiguresAreThoseOfASupersededModel() {
    ModelFacts earlier = new ModelFacts("emotion v3", "", "", "", Map.of(), "ab12", true);
    assertFalse(workedExample(Locale.UK).contains("no longer uses"));
    PdfText.assertPrints(
        PdfText.of(pdf(fixture -> fixture.models = List.of(earlier), Locale.UK)),
        "come from emotion v3, which the server no longer uses");
    PdfText.assertPrints(
        PdfText.of(pdf(fixture -> fixture.models = List.of(earlier), RUSSIAN)),
        "рассчитаны моделью emotion v3, которая на сервере больше не используется");
  }

  @Test
  void saysHowMuchOfTheRecordingsItsFiguresAreMadeOf() {
    Consumer<CreativeReportFixture> early =
        fixture -> fixture.progress = new AnalysisProgress(2, 13);
    PdfText.assertPrints(PdfText.of(pdf(early, RUSSIAN)), "пока 2 из 13 записей");
    PdfText.assertPrints(PdfText.of(pdf(early, Locale.UK)), "so far, 2 of 13 recordings");
    assertFalse(workedExample(Locale.UK).contains("so far"));
  }

  @Test
  void printsAnalystsCommentsWithTheirTimes() {
    String report = workedExample(RUSSIAN);
    PdfText.assertPrints(
        report,
        "Комментарии",
        "Весь ролик",
        "Ролик держит внимание до конца.",
        "0:09",
        "Кот у зонтика — сильнейший момент.");
    String without = PdfText.of(pdf(fixture -> fixture.comments = List.of(), RUSSIAN));
    assertFalse(without.contains("Комментарии"));
  }

  @Test
  void printsTrailersWithWhatSpeaksForTheirShots() {
    ScoredShot strong = new ScoredShot(new Shot(4_000, 8_000), 1.23, 0.8, 1.66, 24, true);
    ScoredShot byHand = new ScoredShot(new Shot(9_000, 12_500), null, null, null, 2, false);
    Consumer<CreativeReportFixture> trailers =
        fixture ->
            fixture.trailers =
                List.of(
                    new TrailerLine("Самое яркое", 0.002, 7_500, List.of(strong, byHand)),
                    new TrailerLine("Вручную", null, 3_500, List.of(byHand)));
    PdfText.assertPrints(
        PdfText.of(pdf(trailers, RUSSIAN)),
        "Трейлер «Самое яркое»",
        "Длительность 7,5 с, фрагментов: 2. Как часто случайность даёт реакцию не слабее самой"
            + " сильной: p = 0,002.",
        "Фрагмент 1",
        "4,0–8,0 с",
        "+1,2",
        "95 % ДИ +0,8 … +1,7",
        "n = 24, выделяется",
        "Трейлер «Вручную»",
        "Зрителей проанализировано слишком мало");
    PdfText.assertPrints(
        PdfText.of(pdf(trailers, Locale.UK)), "Trailer “Самое яркое”", "9.0 to 12.5 s", "n = 2");
    assertFalse(workedExample(RUSSIAN).contains("Трейлер"));
  }

  @Test
  void printsVoicesWhereTheyWereAnalysed() {
    VoiceSummary voice =
        new VoiceSummary(
            7, 4.3, new MeanInterval(0.31, 0.12, 0.5, 7), new MeanInterval(0.08, 0.0, 0.2, 7));
    PdfText.assertPrints(
        PdfText.of(pdf(fixture -> fixture.voice = Optional.of(voice), RUSSIAN)),
        "Зрители, чей голос слышен 7",
        "31 % (95 % ДИ 12 % … 50 %)",
        "молчание — не нейтральность");
    PdfText.assertPrints(
        PdfText.of(pdf(fixture -> fixture.voice = Optional.of(voice), Locale.UK)),
        "Seconds heard, mean per viewer 4.3",
        "31% (95% CI 12% to 50%)");
    assertFalse(workedExample(Locale.UK).contains("voice"));
  }

  @Test
  void printsMovementsOfTheFaceAsCurvesWhereTheyAreKnown() {
    PdfText.assertPrints(
        workedExample(RUSSIAN), "Движения лица", "Улыбка", "Глаза закрыты", "Брови подняты");
    String earlier = PdfText.of(pdf(fixture -> fixture.movementsKnown = false, Locale.UK));
    PdfText.assertPrints(
        earlier, "Movements of the face", "Analyse the campaign again to see them.");
    assertFalse(earlier.contains("Smile"), earlier);
    Consumer<CreativeReportFixture> standard =
        fixture -> fixture.chapters = Set.copyOf(Chapter.standard());
    assertFalse(PdfText.of(pdf(standard, Locale.UK)).contains("Movements of the face"));
  }

  @Test
  void givesNoIndexOfTooFewViewers() {
    String report = PdfText.of(pdf(fixture -> fixture.withheld = true, Locale.UK));
    PdfText.assertPrints(
        report, "Fewer than 5 viewers: too few for an index.", "Too few viewers to tell moments.");
    assertFalse(report.contains("of 10 viewings"));
  }

  @Test
  void embedsEveryFont() throws Exception {
    assertEquals(List.of(), PdfFonts.notEmbedded(workedExampleBytes(RUSSIAN)));
  }

  @Test
  void tellsReadersItsTitleLanguageAndChapters() throws Exception {
    PdfFacts facts = PdfFacts.of(workedExampleBytes(RUSSIAN));
    assertEquals("Утро начинается с улыбки · Отчёт о реакции зрителей на ролик", facts.title());
    assertEquals("Отклик", facts.author());
    assertEquals("ru", facts.language());
    assertEquals(
        List.of(
            "Утро начинается с улыбки",
            "Главное",
            "Комментарии",
            "Выражения лиц по ходу ролика",
            "Моменты",
            "Семь эмоций",
            "Движения лица",
            "Сегменты",
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
    PdfText.assertPrints(texts.get(0), "Методика");
    PdfText.assertPrints(texts.get(1), "Methods");
    assertEquals(texts.get(0), texts.get(2));
    assertEquals(texts.get(1), texts.get(3));
  }

  private String onBareThread(Locale locale) {
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    byte[] pdf = renderer.pdf(CreativeReportFixture.workedExample().build(), locale);
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

  @Test
  void drawsMarksInLanesOfTheirKindBeneathTheCurve() {
    List<String> pages = PdfText.pages(pdf(fixture -> {}, RUSSIAN));
    String curve =
        pages.stream()
            .filter(page -> page.contains("95 % ДИ") && page.contains("0:05"))
            .findFirst()
            .orElseThrow();
    PdfText.assertPrints(curve, "Бренд", "Логотип");
  }

  private byte[] pdf(Consumer<CreativeReportFixture> change, Locale locale) {
    CreativeReportFixture fixture = CreativeReportFixture.workedExample();
    change.accept(fixture);
    return renderer.pdf(fixture.build(), locale);
  }
}
