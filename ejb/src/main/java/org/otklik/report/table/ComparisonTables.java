package org.otklik.report.table;

import java.util.ArrayList;
import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.metric.Comparison.SecondDifference;
import org.otklik.metric.SegmentDifference;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.GroupFigures;
import org.otklik.statistics.Difference;

/** The tables of a comparison. */
final class ComparisonTables {

  private final ComparisonReport report;

  ComparisonTables(ComparisonReport report) {
    this.report = report;
  }

  Table groups() {
    return new Table(
        "groups",
        new Columns()
            .text("group", "creative", "segment")
            .whole("viewers", "viewings", "excluded_viewings")
            .points("eei", "eei_low", "eei_high", "emo_nps", "emo_nps_low", "emo_nps_high")
            .decimal("mean_valence")
            .all(),
        List.of(
            group("first", report.first(), report.comparison().index().firstN()),
            group("second", report.second(), report.comparison().index().secondN())));
  }

  private static List<Object> group(String which, GroupFigures group, int viewers) {
    int excluded = group.excludedViewings();
    return Table.row(
        new Word("group.", which),
        group.creativeName(),
        new SegmentWords(group.segment()),
        viewers,
        group.viewings().size() - excluded,
        excluded,
        group.index().orElseThrow().value(),
        group.index().orElseThrow().low(),
        group.index().orElseThrow().high(),
        group.nps().orElseThrow().chosen().value(),
        group.nps().orElseThrow().chosen().low(),
        group.nps().orElseThrow().chosen().high(),
        group.meanValence());
  }

  Table differences() {
    List<List<Object>> rows =
        new ArrayList<>(
            List.of(
                difference("eei", report.comparison().index()),
                difference("emo_nps", report.comparison().emotionalNps()),
                difference("mean_valence", report.comparison().meanValence())));
    report
        .comparison()
        .headlines()
        .forEach((headline, difference) -> rows.add(difference(Names.key(headline), difference)));
    return new Table(
        "differences",
        new Columns()
            .text("figure")
            .decimal("difference", "difference_low", "difference_high", "p")
            .all(),
        rows);
  }

  private static List<Object> difference(String figure, Difference difference) {
    return Table.row(
        new Word("figure.", figure),
        difference.value(),
        finite(difference.low()),
        finite(difference.high()),
        difference.p());
  }

  Table seconds() {
    List<List<Object>> rows = new ArrayList<>();
    for (SecondDifference second : report.comparison().seconds()) {
      rows.add(second(second));
    }
    return new Table(
        "compared_seconds",
        new Columns()
            .whole("second")
            .points("first_eei")
            .whole("first_n")
            .points("second_eei")
            .whole("second_n")
            .decimal("difference", "difference_low", "difference_high", "p", "p_corrected")
            .text("is_different")
            .all(),
        rows);
  }

  private List<Object> second(SecondDifference second) {
    CreativeSecond first = report.first().curve().get(second.second());
    CreativeSecond other = report.second().curve().get(second.second());
    return Table.row(
        second.second(),
        first.eei(),
        first.n(),
        other.eei(),
        other.n(),
        finite(second.difference().value()),
        finite(second.difference().low()),
        finite(second.difference().high()),
        second.difference().p(),
        second.corrected(),
        second.isDifferent());
  }

  Table segments() {
    List<List<Object>> rows = new ArrayList<>();
    for (SegmentDifference segment : report.segments()) {
      rows.add(segment(segment));
    }
    return new Table(
        "compared_segments",
        new Columns()
            .text("attribute", "attribute_value")
            .whole("first_n")
            .points("first_eei")
            .whole("second_n")
            .points("second_eei")
            .decimal("difference", "difference_low", "difference_high", "p", "p_corrected")
            .text("is_different")
            .all(),
        rows);
  }

  private static List<Object> segment(SegmentDifference segment) {
    SegmentDifference.Figures figures = segment.figures();
    Difference difference = figures == null ? null : figures.difference();
    return Table.row(
        segment.attribute(),
        segment.value(),
        segment.firstN(),
        figures == null ? null : figures.first(),
        segment.secondN(),
        figures == null ? null : figures.second(),
        difference == null ? null : difference.value(),
        difference == null ? null : finite(difference.low()),
        difference == null ? null : finite(difference.high()),
        difference == null ? null : difference.p(),
        figures == null ? null : figures.corrected(),
        figures == null ? null : figures.isDifferent());
  }

  /** Null for what cannot be told. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
