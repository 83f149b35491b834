package org.otklik.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.metric.Headlines;
import org.otklik.metric.IndexInterval;
import org.otklik.report.drawing.IntervalScale;
import org.otklik.report.drawing.NpsChart;
import org.otklik.report.drawing.OutcomeBar;
import org.otklik.report.drawing.OutcomeBar.Part;
import org.otklik.report.drawing.Palette;
import org.otklik.report.wording.ReportWording;
import org.otklik.timeline.Moment;

/** The first page: what a director reads alone. */
final class SummarySection {

  private static final int MOMENTS = 3;

  /** Below this, the page says that there are few. */
  private static final int FEW = 5;

  private final Pages pages;
  private final CampaignReport report;
  private final ReportWording wording;
  private final Map<String, Object> parameters = new HashMap<>();

  private SummarySection(Pages pages) {
    this.pages = pages;
    this.report = pages.report();
    this.wording = pages.wording();
  }

  static Section of(Pages pages) {
    SummarySection summary = new SummarySection(pages);
    summary.putTitle();
    summary.putFacts();
    summary.putIndex();
    summary.putNps();
    summary.putHeadlines();
    return new Section("summary", summary.parameters, summary.strongestMoments());
  }

  private void putTitle() {
    parameters.put("campaignName", Pages.printable(report.campaignName()));
    parameters.put(
        "creativeLine",
        wording.text(
            "creativeLine",
            Pages.printable(report.clientName()),
            Pages.printable(report.creative().name())));
    parameters.put("synthetic", report.viewersSynthetic());
  }

  private void putFacts() {
    parameters.put("made", wording.date(report.madeAt(), report.zone()));
    parameters.put("madeTime", time(report.madeAt()));
    parameters.put("asOf", wording.date(report.dataAsOf(), report.zone()));
    parameters.put("asOfTime", time(report.dataAsOf()));
    parameters.put("length", wording.duration(report.creative().durationMs()));
    parameters.put("used", wording.integer(report.countedViewings()));
    parameters.put("excluded", wording.integer(report.excludedViewings()));
  }

  private String time(Instant instant) {
    return wording.text("zone", wording.time(instant, report.zone()), report.zone().getId());
  }

  private void putIndex() {
    if (report.index().isEmpty()) {
      parameters.put("indexValue", ReportWording.ABSENT);
      parameters.put("indexUnit", wording.text("index.absent"));
      return;
    }
    IndexInterval index = report.index().get();
    parameters.put("indexValue", wording.signed(index.value()));
    parameters.put("indexUnit", wording.text("index.unit", wording.count("ofViewing", index.n())));
    parameters.put("indexInterval", interval(index.low(), index.high()));
    parameters.put(
        "indexScale", new IntervalScale(index.value(), index.low(), index.high(), wording));
    parameters.put("indexCaution", index.n() < FEW ? wording.text("index.few") : null);
    parameters.put(
        "indexBar",
        new OutcomeBar(
            List.of(
                new Part(wording.text("bar.positive"), index.positive(), Palette.POSITIVE),
                new Part(wording.text("bar.neutral"), index.neutral(), Palette.NEUTRAL),
                new Part(wording.text("bar.negative"), index.negative(), Palette.NEGATIVE))));
  }

  private void putNps() {
    if (report.nps().isEmpty()) {
      parameters.put("npsValue", ReportWording.ABSENT);
      parameters.put("npsUnit", wording.text("nps.absent"));
      return;
    }
    NpsRange nps = report.nps().get();
    NpsRange.Point chosen = nps.chosen();
    parameters.put("npsValue", wording.signed(chosen.value()));
    parameters.put(
        "npsUnit",
        wording.text(
            "nps.unit", wording.decimal(chosen.k(), 1, 1), wording.count("ofViewer", nps.n())));
    parameters.put("npsInterval", interval(chosen.low(), chosen.high()));
    parameters.put(
        "npsBar",
        new OutcomeBar(
            List.of(
                new Part(wording.text("bar.engaged"), nps.engaged(), Palette.POSITIVE),
                new Part(wording.text("bar.silent"), nps.silent(), Palette.NEUTRAL),
                new Part(wording.text("bar.critical"), nps.critical(), Palette.NEGATIVE))));
    parameters.put(
        "npsChart",
        new NpsChart(
            nps.points().stream()
                .map(p -> new NpsChart.Point(p.k(), p.value(), p.low(), p.high()))
                .toList(),
            nps.points().indexOf(chosen),
            wording));
  }

  private String interval(double low, double high) {
    return wording.text("interval", wording.signed(low), wording.signed(high));
  }

  private void putHeadlines() {
    Headlines headlines = report.headlines();
    parameters.put("attraction", wording.percent(headlines.attraction()));
    parameters.put("peak", wording.percent(headlines.peak()));
    parameters.put("end", wording.percent(headlines.end()));
    parameters.put("impact", wording.percent(headlines.impact()));
    parameters.put("expressiveness", wording.percent(headlines.expressiveness()));
    parameters.put("attention", wording.percent(headlines.attention()));
  }

  private List<Map<String, ?>> strongestMoments() {
    List<Moment> strongest =
        report.moments().stream()
            .sorted(Comparator.comparingDouble(Moment::rise).reversed())
            .limit(MOMENTS)
            .sorted(Comparator.comparingInt(Moment::startSecond))
            .toList();
    if (strongest.isEmpty()) {
      parameters.put("noMoments", wording.text(whyNoMoments()));
    }
    MomentCards cards = new MomentCards(pages);
    return strongest.stream().<Map<String, ?>>map(cards::card).toList();
  }

  private String whyNoMoments() {
    if (report.viewings().isEmpty()) {
      return "viewings.none";
    }
    boolean nothing = report.curve().stream().allMatch(second -> second.n() == 0);
    return nothing ? "summary.nothing" : "summary.noMoments";
  }
}
