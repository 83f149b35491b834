package org.otklik.report.slides;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.otklik.metric.KeyFigures;
import org.otklik.report.chart.ChartScale;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.GroupFigures;
import org.otklik.report.page.section.ComparisonSection;
import org.otklik.report.page.section.GroupNames;
import org.otklik.report.request.Chapter;
import org.otklik.report.wording.ReportWording;

/** The slides that put two groups side by side. */
final class ComparisonSlides {
  private final SlideDeck deck;
  private final ReportWording wording;
  private final ComparisonReport report;
  private final String first;
  private final String second;

  ComparisonSlides(SlideDeck deck, ReportWording wording, ComparisonReport report) {
    this.deck = deck;
    this.wording = wording;
    this.report = report;
    this.first = GroupNames.of(report.first(), wording);
    this.second = GroupNames.of(report.second(), wording);
  }

  /** What is compared with what. */
  String groups() {
    return wording.text("cover.compared", first, second);
  }

  void add() {
    if (report.facts().has(Chapter.SUMMARY)) {
      indexes();
      keyFigures();
    }
    if (report.facts().has(Chapter.CURVE) && !report.comparison().seconds().isEmpty()) {
      seconds();
    }
  }

  private void indexes() {
    XSLFSlide slide = deck.slide(ComparisonSection.verdict(report, wording));
    chart(slide, List.of(wording.text("figure.eei"), wording.text("figure.emo_nps")))
        .with(first, report.facts().palette().positive(), indexes(report.first()))
        .with(second, report.facts().palette().negative(), indexes(report.second()))
        .bars(ChartScale.POINTS);
  }

  private static List<Double> indexes(GroupFigures group) {
    return List.of(group.index().orElseThrow().value(), group.nps().orElseThrow().chosen().value());
  }

  private void keyFigures() {
    XSLFSlide slide = deck.slide(wording.text("keyFigures.title"));
    List<String> names = new ArrayList<>();
    for (String key :
        List.of("attraction", "peak", "end", "impact", "expressiveness", "attention")) {
      names.add(wording.text("figure." + key));
    }
    chart(slide, names)
        .with(first, report.facts().palette().positive(), shares(report.first().headlines()))
        .with(second, report.facts().palette().negative(), shares(report.second().headlines()))
        .bars(ChartScale.SHARES);
  }

  private static List<Double> shares(KeyFigures figures) {
    List<Double> shares = new ArrayList<>();
    shares.add(figures.attraction());
    shares.add(figures.peak());
    shares.add(figures.end());
    shares.add(figures.impact());
    shares.add(figures.expressiveness());
    shares.add(figures.attention());
    return shares;
  }

  private void seconds() {
    long different =
        report.comparison().seconds().stream().filter(one -> one.isDifferent()).count();
    XSLFSlide slide =
        deck.slide(
            wording.text(
                "comparison.seconds",
                wording.integer(different),
                wording.integer(report.comparison().seconds().size())));
    int length = Math.min(report.first().curve().size(), report.second().curve().size());
    chart(slide, CreativeSlides.clocks(report.first().curve().subList(0, length), wording))
        .with(first, report.facts().palette().positive(), eei(report.first(), length))
        .with(second, report.facts().palette().negative(), eei(report.second(), length))
        .lines(ChartScale.POINTS);
  }

  private static List<Double> eei(GroupFigures group, int length) {
    return CreativeSlides.column(group.curve().subList(0, length), second -> second.eei());
  }

  private SlideChart chart(XSLFSlide slide, List<String> categories) {
    return SlideChart.on(deck, slide, SlideDeck.BODY, categories);
  }
}
