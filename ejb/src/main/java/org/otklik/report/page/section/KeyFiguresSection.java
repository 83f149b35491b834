package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.IndexInterval;
import org.otklik.report.drawing.IntervalScale;
import org.otklik.report.drawing.NpsChart;
import org.otklik.report.drawing.OutcomeBar;
import org.otklik.report.drawing.OutcomeBar.Part;
import org.otklik.report.figures.NpsRange;
import org.otklik.report.wording.ReportWording;

/** EEI and EmoNPS beside each other. */
final class KeyFiguresSection {

  /** Below this, the page says that there are few. */
  private static final int FEW = 5;

  private final ReportWording wording;
  private final Map<String, Object> parameters = new HashMap<>();

  private KeyFiguresSection(ReportWording wording) {
    this.wording = wording;
  }

  /**
   * @param counted viewings that count; where there are some and no index, there are too few
   */
  static Section of(
      Pages pages, Optional<IndexInterval> index, Optional<NpsRange> nps, int counted) {
    KeyFiguresSection figures = new KeyFiguresSection(pages.wording());
    String few =
        counted == 0
            ? null
            : pages
                .wording()
                .text("index.withheld", pages.wording().integer(pages.facts().minGroupSize()));
    index.ifPresentOrElse(figures::putIndex, () -> figures.putNoIndex(few));
    nps.ifPresentOrElse(figures::putNps, () -> figures.putNoNps(few));
    return new Section("key-figures", figures.parameters, List.of());
  }

  private void putNoIndex(String few) {
    parameters.put("indexValue", ReportWording.ABSENT);
    parameters.put("indexUnit", few == null ? wording.text("index.absent") : few);
  }

  private void putIndex(IndexInterval index) {
    parameters.put("indexValue", wording.signed(index.value()));
    parameters.put("indexUnit", wording.text("index.unit", wording.count("ofViewing", index.n())));
    parameters.put("indexInterval", wording.interval(index.low(), index.high()));
    parameters.put("indexScale", IntervalScale.of(index, wording));
    parameters.put("indexCaution", index.n() < FEW ? wording.text("index.few") : null);
    parameters.put("indexBar", bar(index, wording));
  }

  /** The traces that an index is made of. */
  static OutcomeBar bar(IndexInterval index, ReportWording wording) {
    return new OutcomeBar(
        List.of(
            new Part(wording.name(EmotionGroup.POSITIVE), index.positive(), EmotionGroup.POSITIVE),
            new Part(wording.name(EmotionGroup.NEUTRAL), index.neutral(), EmotionGroup.NEUTRAL),
            new Part(
                wording.name(EmotionGroup.NEGATIVE), index.negative(), EmotionGroup.NEGATIVE)));
  }

  /** The same where there is little room. */
  static OutcomeBar shortBar(IndexInterval index, ReportWording wording) {
    return new OutcomeBar(
        List.of(
            new Part(wording.text("bar.positive.short"), index.positive(), EmotionGroup.POSITIVE),
            new Part(wording.text("bar.neutral.short"), index.neutral(), EmotionGroup.NEUTRAL),
            new Part(wording.text("bar.negative.short"), index.negative(), EmotionGroup.NEGATIVE)));
  }

  private void putNoNps(String few) {
    parameters.put("npsValue", ReportWording.ABSENT);
    parameters.put("npsUnit", few == null ? wording.text("nps.absent") : few);
  }

  private void putNps(NpsRange nps) {
    NpsRange.Point chosen = nps.chosen();
    parameters.put("npsValue", wording.signed(chosen.value()));
    parameters.put(
        "npsUnit",
        wording.text(
            "nps.unit",
            wording.decimal(chosen.k(), 1, NpsChart.K_DIGITS),
            wording.count("ofViewer", nps.n())));
    parameters.put("npsInterval", wording.interval(chosen.low(), chosen.high()));
    parameters.put(
        "npsBar",
        new OutcomeBar(
            List.of(
                new Part(wording.text("viewers.ENGAGED"), nps.engaged(), EmotionGroup.POSITIVE),
                new Part(wording.text("viewers.SILENT"), nps.silent(), EmotionGroup.NEUTRAL),
                new Part(
                    wording.text("viewers.CRITICAL"), nps.critical(), EmotionGroup.NEGATIVE))));
    parameters.put(
        "npsChart",
        new NpsChart(
            nps.points().stream()
                .map(p -> new NpsChart.Point(p.k(), p.value(), p.low(), p.high()))
                .toList(),
            nps.points().indexOf(chosen),
            wording));
  }
}
