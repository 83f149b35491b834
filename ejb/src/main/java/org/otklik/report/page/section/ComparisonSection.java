package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.otklik.report.drawing.OutcomeBar;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.GroupFigures;
import org.otklik.report.wording.ReportWording;
import org.otklik.statistics.Difference;

/** Two groups side by side: the page that a director reads alone. */
public final class ComparisonSection {

  /** Differences of figures from -100 to 100. */
  static final double POINTS = 200;

  /** Differences of valence, from -1 to 1. */
  private static final double VALENCE = 2;

  private final ComparisonReport report;
  private final ReportWording wording;
  private final List<Map<String, ?>> rows = new ArrayList<>();

  private ComparisonSection(ComparisonReport report, ReportWording wording) {
    this.report = report;
    this.wording = wording;
  }

  public static Section of(Pages pages, ComparisonReport report) {
    ComparisonSection section = new ComparisonSection(report, pages.wording());
    section.addFigures();
    return new Section("comparison", section.parameters(), section.rows);
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("kind", wording.text("summary.kind"));
    parameters.put("bookmark", wording.text("summary.kind"));
    parameters.put("synthetic", report.facts().viewersSynthetic());
    parameters.put("verdict", verdict(report, wording));
    put("first", report.first(), report.comparison().index().firstN(), parameters);
    put("second", report.second(), report.comparison().index().secondN(), parameters);
    parameters.put("seconds", seconds());
    return parameters;
  }

  private void put(String which, GroupFigures group, int viewers, Map<String, Object> parameters) {
    int excluded = group.excludedViewings();
    parameters.put(which, GroupNames.of(group, wording));
    parameters.put(
        which + "Facts",
        wording.text(
            "comparison.facts",
            wording.count("viewer", viewers),
            wording.count("viewing", group.viewings().size() - excluded),
            wording.integer(excluded)));
    OutcomeBar bar =
        group.index().map(index -> KeyFiguresSection.bar(index, wording)).orElseThrow();
    parameters.put(which + "Bar", bar);
  }

  /** One sentence on EEI: which group is higher, if that can be told at all. */
  public static String verdict(ComparisonReport report, ReportWording wording) {
    Difference index = report.comparison().index();
    if (!DifferenceRow.isTold(index)) {
      return wording.text("comparison.verdict.none");
    }
    return wording.text(
        index.value() > 0 ? "comparison.verdict.first" : "comparison.verdict.second",
        wording.integer(Math.round(Math.abs(index.value()))));
  }

  private void addFigures() {
    GroupFigures first = report.first();
    GroupFigures second = report.second();
    add(
        "eei",
        first.index().orElseThrow().value(),
        second.index().orElseThrow().value(),
        report.comparison().index(),
        POINTS,
        wording::signed);
    add(
        "emo_nps",
        first.nps().orElseThrow().chosen().value(),
        second.nps().orElseThrow().chosen().value(),
        report.comparison().emotionalNps(),
        POINTS,
        wording::signed);
    add(
        "mean_valence",
        first.meanValence(),
        second.meanValence(),
        report.comparison().meanValence(),
        VALENCE,
        value -> wording.signed(value, 2));
  }

  private void add(
      String key,
      double first,
      double second,
      Difference difference,
      double limit,
      DoubleFunction<String> form) {
    String[] values = {form.apply(first), form.apply(second)};
    rows.add(
        DifferenceRow.of(
            wording.text("figure." + key),
            wording.text("figure." + key + ".note"),
            values,
            difference,
            limit,
            form,
            wording));
  }

  private String seconds() {
    int compared = report.comparison().seconds().size();
    if (compared == 0) {
      return wording.text("comparison.seconds.apart");
    }
    long different =
        report.comparison().seconds().stream().filter(second -> second.isDifferent()).count();
    return wording.text(
        "comparison.seconds", wording.integer(different), wording.integer(compared));
  }
}
