package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;
import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScore;
import org.otklik.report.drawing.IntervalScale;
import org.otklik.report.figures.CampaignReport;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.wording.ReportWording;
import org.otklik.survey.SurveyScores;

/** A campaign's page that a director reads alone. */
public final class OverviewSection {

  private OverviewSection() {}

  public static Section of(Pages pages, CampaignReport report, List<CreativePages> creatives) {
    ReportWording wording = pages.wording();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("kind", wording.text("summary.kind"));
    parameters.put("name", Pages.printable(report.facts().campaignName()));
    parameters.put("bookmark", wording.text("summary.kind"));
    parameters.put("line", pages.soFar(line(report, wording)));
    parameters.put("answers", answers(report.answers(), wording));
    parameters.put("synthetic", report.facts().viewersSynthetic());
    parameters.put("none", creatives.isEmpty());
    List<Map<String, ?>> rows =
        creatives.stream().<Map<String, ?>>map(OverviewSection::row).toList();
    return new Section(
        "overview",
        parameters,
        rows,
        Map.of(
            "keyFigures",
            KeyFiguresSection.of(
                pages,
                report.index(),
                report.nps(),
                report.creatives().stream().mapToInt(CreativeFigures::countedViewings).sum())));
  }

  private static String line(CampaignReport report, ReportWording wording) {
    int counted = report.creatives().stream().mapToInt(CreativeFigures::countedViewings).sum();
    int excluded = report.creatives().stream().mapToInt(CreativeFigures::excludedViewings).sum();
    return wording.text(
        "overview.line",
        Pages.printable(report.facts().clientName()),
        wording.integer(report.creatives().size()),
        wording.integer(counted),
        wording.integer(excluded));
  }

  /** Null where nobody was asked, or too few answered. */
  private static String answers(SurveyScores scores, ReportWording wording) {
    List<String> told = new ArrayList<>();
    if (scores.nps() != null) {
      told.add(
          answer(
              "nps",
              wording.signed(scores.nps().value()),
              scores.nps(),
              scores.npsCorrelation(),
              wording));
    }
    if (scores.csat() != null) {
      told.add(
          answer(
              "csat",
              wording.percent(scores.csat().value() / 100),
              scores.csat(),
              scores.csatCorrelation(),
              wording));
    }
    return told.isEmpty() ? null : wording.text("answers", String.join(";  ", told));
  }

  private static String answer(
      String which,
      String value,
      AnswerScore score,
      AnswerCorrelation correlation,
      ReportWording wording) {
    String text = wording.text("answers." + which, value, wording.integer(score.n()));
    if (correlation == null) {
      return text;
    }
    return correlation.low() == null
        ? wording.text("answers.correlation", text, wording.signed(correlation.r(), 2))
        : wording.text(
            "answers.correlation.interval",
            text,
            wording.signed(correlation.r(), 2),
            wording.signed(correlation.low(), 2),
            wording.signed(correlation.high(), 2),
            wording.integer(correlation.n()));
  }

  private static Map<String, Object> row(CreativePages pages) {
    CreativeFigures creative = pages.creative();
    ReportWording wording = pages.wording();
    Map<String, Object> row = new HashMap<>();
    row.put("creative", Pages.printable(creative.name()));
    row.put(
        "facts",
        wording.text(
            "overview.facts",
            wording.duration(creative.durationMs()),
            wording.count("viewing", creative.countedViewings())));
    row.put("index", ReportWording.ABSENT);
    creative
        .index()
        .ifPresent(
            index -> {
              row.put("index", wording.signed(index.value()));
              row.put("interval", wording.interval(index.low(), index.high()));
              row.put("scale", IntervalScale.of(index, wording));
            });
    row.put(
        "nps",
        creative
            .nps()
            .map(nps -> wording.signed(nps.chosen().value()))
            .orElse(ReportWording.ABSENT));
    put("best", strongest(creative, MomentKind.POSITIVE), pages, row);
    put("worst", strongest(creative, MomentKind.NEGATIVE), pages, row);
    return row;
  }

  private static Optional<Moment> strongest(CreativeFigures creative, MomentKind kind) {
    return creative.moments().stream()
        .filter(moment -> moment.kind() == kind)
        .max(Comparator.comparingDouble(Moment::rise));
  }

  private static void put(
      String which, Optional<Moment> moment, CreativePages pages, Map<String, Object> row) {
    ReportWording wording = pages.wording();
    row.put(which, ReportWording.ABSENT);
    moment.ifPresent(
        found -> {
          row.put(which + "Picture", pages.picture(found.peakSecond()));
          row.put(
              which,
              wording.text(
                  "overview.moment",
                  wording.clock(found.peakSecond()),
                  wording.percent(found.peakShare()),
                  wording.points(found.rise())));
        });
  }
}
