package org.otklik.branding.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.otklik.analysis.result.AnalysisProgress;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.Moments;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeReport;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.request.Chapter;
import org.otklik.report.wording.ReportWording;
import org.otklik.statistics.WilsonInterval;

/** A report about a creative that there is not, which says so in its names. */
final class SampleReport {
  private static final int SECONDS = 20;
  private static final int VIEWERS = 30;

  private SampleReport() {}

  static CreativeReport of(ReportBranding branding, String client, Locale locale) {
    String name = ReportWording.in(locale).text("sample.creative");
    ReportFacts facts =
        new ReportFacts(
            ReportWording.in(locale).text("sample.campaign"),
            client,
            Instant.now(),
            Instant.now(),
            ZoneId.of("UTC"),
            new AnalysisProgress(VIEWERS, VIEWERS),
            1,
            true,
            false,
            List.of(),
            List.of(),
            branding,
            Set.of(Chapter.CURVE));
    return new CreativeReport(facts, figures(name), List.of());
  }

  private static CreativeFigures figures(String name) {
    List<CreativeSecond> curve = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      curve.add(second(second));
    }
    return new CreativeFigures(
        name,
        SECONDS * 1000,
        Optional.empty(),
        Optional.empty(),
        null,
        Map.of(),
        curve,
        new TreeMap<>(),
        Moments.find(curve, EmotionGroup.POSITIVE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static CreativeSecond second(int second) {
    double joy = 0.08 + 0.6 * bump(second, 7) + 0.5 * bump(second, 17);
    double gloom = 0.05 + 0.45 * bump(second, 12);
    int positive = (int) Math.round(VIEWERS * joy);
    int negative = (int) Math.round(VIEWERS * gloom);
    double rest = 1 - joy - gloom;
    return new CreativeSecond(
        second,
        VIEWERS,
        Map.of(
            EmotionGroup.POSITIVE, WilsonInterval.of(positive, VIEWERS),
            EmotionGroup.NEGATIVE, WilsonInterval.of(negative, VIEWERS),
            EmotionGroup.NEUTRAL, WilsonInterval.of(VIEWERS - positive - negative, VIEWERS)),
        EmotionScores.of(gloom / 2, gloom / 4, 0, joy, gloom / 4, 0, rest),
        joy - gloom,
        joy + gloom - 0.3,
        100.0 * (positive - negative) / VIEWERS,
        0.0);
  }

  private static double bump(int second, int at) {
    return Math.exp(-Math.pow((second - at) / 1.8, 2));
  }
}
