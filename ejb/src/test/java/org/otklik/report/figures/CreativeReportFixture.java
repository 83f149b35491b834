package org.otklik.report.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.otklik.analysis.comparison.NormedFigure;
import org.otklik.analysis.result.AnalysisProgress;
import org.otklik.annotation.MarkLane;
import org.otklik.curve.CreativeCurve;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.EmotionPeaks;
import org.otklik.curve.Moments;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovements;
import org.otklik.emotion.Polarity;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;
import org.otklik.metric.Norm;
import org.otklik.metric.QualityGrade;
import org.otklik.metric.ResponseSettings;
import org.otklik.metric.ResponseType;
import org.otklik.metric.Viewing;
import org.otklik.report.CreativeFrameFixture;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.figures.CreativeFigures.CommentLine;
import org.otklik.report.figures.CreativeFigures.EmotionFigures;
import org.otklik.report.figures.CreativeFigures.MarkLine;
import org.otklik.report.figures.CreativeFigures.TrailerLine;
import org.otklik.report.figures.CreativeFigures.ViewingLine;
import org.otklik.report.request.Chapter;
import org.otklik.statistics.WilsonInterval;
import org.otklik.voice.VoiceSummary;

/** Reports about made-up creatives; start from {@link #workedExample()} and change one thing. */
public final class CreativeReportFixture {

  public String campaign = "Весна 2026: запуск «Утро»";
  public String client = "Молочный дом";
  public String creativeName = "Утро начинается с улыбки";
  public int durationMs = 20_000;
  public boolean synthetic = true;
  public boolean ofCalls;
  public AnalysisProgress progress = new AnalysisProgress(11, 11);

  public List<TrailerLine> trailers = List.of();

  /** Where voices were analysed. */
  public Optional<VoiceSummary> voice = Optional.empty();

  public List<CommentLine> comments =
      List.of(
          new CommentLine(null, "Ролик держит внимание до конца."),
          new CommentLine(9000, "Кот у зонтика — сильнейший момент."));

  /** As of viewers who are too few. */
  public boolean withheld = false;

  public int positive = 6;
  public int negative = 2;
  public int neutral = 2;
  public int excluded = 1;
  public boolean emptyCurve;

  /** False of recordings that an earlier model analysed. */
  public boolean movementsKnown = true;

  public ReportBranding branding = ReportBranding.STANDARD;
  public Set<Chapter> chapters = Set.of(Chapter.values());
  public NavigableMap<Integer, byte[]> frames = CreativeFrameFixture.frames(20, 640, 360);
  public String segment = "25–34 · женщины · Москва";
  public double k = 0.5;
  public List<Setting> settings = settings();
  public List<ModelFacts> models = models();
  public List<SegmentFigures> segments = segments();
  public Map<NormedFigure, Norm> norms =
      Map.of(NormedFigure.EEI, new Norm(72.4, 29), NormedFigure.PEAK, new Norm(50, 12));

  /** The worked example of the metrics: ten contacts counted, an eleventh excluded. */
  public static CreativeReportFixture workedExample() {
    return new CreativeReportFixture();
  }

  public CreativeReport build() {
    return new CreativeReport(facts(), figures(), segments);
  }

  /** What every report about this campaign tells of itself. */
  public ReportFacts facts() {
    return new ReportFacts(
        campaign,
        client,
        Instant.parse("2026-11-21T09:30:00Z"),
        Instant.parse("2026-11-20T18:05:00Z"),
        ZoneId.of("Europe/Moscow"),
        progress,
        5,
        synthetic,
        ofCalls,
        settings,
        models,
        branding,
        chapters);
  }

  public CreativeFigures figures() {
    List<ViewingLine> viewings = viewings();
    List<Viewing> contacts = contacts(viewings);
    List<CreativeSecond> curve = emptyCurve ? List.of() : curve();
    return new CreativeFigures(
        creativeName,
        durationMs,
        EmotionalExperienceIndex.of(contacts).filter(index -> !withheld),
        EmotionalNps.of(contacts, new ResponseSettings(0.5, 0.05, 1))
            .map(nps -> NpsRange.of(nps, k))
            .filter(nps -> !withheld),
        withheld ? null : headlines(curve),
        norms,
        curve,
        frames,
        withheld ? List.of() : Moments.find(curve, EmotionGroup.NEUTRAL),
        emotions(curve),
        viewings,
        comments,
        List.of(new MarkLine(MarkLane.BRAND, "Логотип", 2000, 4500, null)),
        trailers,
        voice);
  }

  private static KeyFigures headlines(List<CreativeSecond> curve) {
    List<CreativeSecond> seen = curve.stream().filter(second -> second.n() > 0).toList();
    if (seen.isEmpty()) {
      return new KeyFigures(null, null, null, null, null, null);
    }
    double attraction =
        seen.stream()
            .filter(second -> second.second() < 8)
            .mapToDouble(CreativeSecond::surpriseShare)
            .max()
            .orElseThrow();
    double peak = seen.stream().mapToDouble(CreativeReportFixture::positive).max().orElseThrow();
    double end = positive(seen.get(seen.size() - 1));
    return new KeyFigures(attraction, peak, end, (peak + end) / 2, 0.46, 0.93);
  }

  private static double positive(CreativeSecond second) {
    return second.shares().get(EmotionGroup.POSITIVE).share();
  }

  private List<ViewingLine> viewings() {
    List<ViewingLine> lines = new ArrayList<>();
    ExclusionReason[] reasons = ExclusionReason.values();
    int counted = positive + negative + neutral;
    for (int i = 0; i < counted + excluded; i++) {
      ResponseType outcome = outcome(i);
      boolean out = outcome == ResponseType.EXCLUDED;
      lines.add(
          new ViewingLine(
              String.format("V-%04d", i + 1),
              segment,
              outcome,
              out ? 0.31 : 0.9,
              out ? null : 0.93,
              out ? QualityGrade.D : QualityGrade.A,
              out ? 6 : 18,
              outcome == ResponseType.POSITIVE ? 7.5 : 0,
              outcome == ResponseType.NEGATIVE ? 4 : 0,
              out ? reasons[(i - counted + 1) % reasons.length] : null));
    }
    return lines;
  }

  private ResponseType outcome(int i) {
    if (i < positive) {
      return ResponseType.POSITIVE;
    }
    if (i < positive + negative) {
      return ResponseType.NEGATIVE;
    }
    return i < positive + negative + neutral ? ResponseType.NEUTRAL : ResponseType.EXCLUDED;
  }

  private static List<Viewing> contacts(List<ViewingLine> lines) {
    return lines.stream()
        .map(
            line ->
                new Viewing(
                    line.viewerCode(),
                    line.outcome(),
                    line.reason(),
                    line.observedSeconds(),
                    line.positiveSeconds(),
                    line.negativeSeconds(),
                    line.coverage()))
        .toList();
  }

  private List<CreativeSecond> curve() {
    int n = positive + negative + neutral;
    int seconds = CreativeCurve.wholeSeconds(durationMs);
    Random random = new Random(7);
    List<CreativeSecond> curve = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      double t = (double) second / seconds;
      int seen = n == 0 || seconds > 8 && second == seconds / 2 ? 0 : Math.max(1, n - second % 3);
      double joy = 0.1 + 0.7 * bump(t, 0.35) + 0.6 * bump(t, 0.9);
      double gloom = 0.05 + 0.5 * bump(t, 0.62);
      int up = (int) Math.round(seen * Math.min(0.95, joy + 0.05 * random.nextDouble()));
      int down = Math.min(seen - up, (int) Math.round(seen * gloom));
      curve.add(second(second, seen, up, down, joy, gloom, bump(t, 0.2)));
    }
    return curve;
  }

  private static double bump(double t, double at) {
    return Math.exp(-Math.pow((t - at) / 0.07, 2));
  }

  private CreativeSecond second(
      int second, int n, int up, int down, double joy, double gloom, double surprise) {
    if (n == 0) {
      return new CreativeSecond(second, 0, Map.of(), null, null, null, null, null);
    }
    double rest = 0.4 + joy + gloom + 0.5 * surprise;
    EmotionScores scores =
        EmotionScores.of(
            gloom * 0.3 / rest,
            gloom * 0.2 / rest,
            gloom * 0.1 / rest,
            joy / rest,
            gloom * 0.4 / rest,
            0.5 * surprise / rest,
            0.4 / rest);
    return new CreativeSecond(
        second,
        n,
        Map.of(
            EmotionGroup.POSITIVE, WilsonInterval.of(up, n),
            EmotionGroup.NEGATIVE, WilsonInterval.of(down, n),
            EmotionGroup.NEUTRAL, WilsonInterval.of(n - up - down, n)),
        scores.withMovements(
            movementsKnown
                ? FaceMovements.of(
                    Math.min(1, joy),
                    0.5 * surprise,
                    0.2 + 0.3 * gloom,
                    0.1 + 0.8 * gloom,
                    surprise)
                : null),
        (joy - gloom) / rest,
        (joy + surprise - 0.3) / rest,
        100.0 * (up - down) / n,
        Math.round(surprise * n) / (double) n);
  }

  private static List<EmotionFigures> emotions(List<CreativeSecond> curve) {
    Map<Emotion, List<EmotionPeak>> peaks = EmotionPeaks.top(curve, (emotion, second) -> true, 4);
    double[] shares = {0.04, 0.01, 0, 0.38, 0.06, 0.11, 0.4};
    boolean seen = curve.stream().anyMatch(second -> second.n() > 0);
    return Arrays.stream(Emotion.values())
        .map(
            emotion ->
                new EmotionFigures(
                    emotion,
                    Polarity.STANDARD.groupOf(emotion),
                    seen ? shares[emotion.ordinal()] : null,
                    peaks.getOrDefault(emotion, List.of())))
        .toList();
  }

  /** One too small to be shown. */
  private static List<SegmentFigures> segments() {
    return List.of(
        segment("возраст", "18–24", 4, 1, 1),
        segment("возраст", "25–34", 2, 1, 1),
        new SegmentFigures("пол", "женский", 3, Optional.empty(), Optional.empty()));
  }

  public static SegmentFigures segment(
      String attribute, String value, int positive, int negative, int neutral) {
    int n = positive + negative + neutral;
    double index = 100.0 * (positive - negative) / n;
    return new SegmentFigures(
        attribute,
        value,
        n,
        Optional.of(
            new IndexInterval(
                index,
                Math.max(-100, index - 30),
                Math.min(100, index + 30),
                n,
                positive,
                negative,
                neutral,
                0)),
        Optional.of(new NpsRange.Point(0.5, index - 50.0 * neutral / n, -100, 100)));
  }

  private static List<Setting> settings() {
    return List.of(
        new Setting("sampleHz", 10),
        new Setting("stateThreshold", 0.5),
        new Setting("leastObservedShare", 0.5),
        new Setting("coverageLimit", 0.5),
        new Setting("leastTraceShare", 0.05),
        new Setting("leastTraceSeconds", 1),
        new Setting("polarity", Polarity.STANDARD),
        new Setting("ourOwnSetting", "on"));
  }

  private static List<ModelFacts> models() {
    Map<String, Double> accuracy = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      accuracy.put(emotion.name().toLowerCase(Locale.ROOT), 0.5 + emotion.ordinal() / 20.0);
    }
    return List.of(
        new ModelFacts(
            "detector-v0",
            "0",
            "Apache-2.0",
            "Drawn and licensed faces, 48 000 pictures",
            new TreeMap<>(),
            "3c9d5f1c6f0e4b1f9c4f8d2a7b6e5d4c3b2a19087f6e5d4c3b2a1908f7e6d5c4",
            false),
        new ModelFacts(
            "emotion-v0",
            "0",
            "Apache-2.0",
            "Faces with seven labels, 35 000 pictures",
            accuracy,
            "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
            false));
  }
}
