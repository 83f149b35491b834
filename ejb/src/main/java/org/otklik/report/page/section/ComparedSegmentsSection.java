package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.analysis.group.SegmentName;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.metric.SegmentDifference;
import org.otklik.report.wording.ReportWording;
import org.otklik.statistics.Difference;

/** Where two groups differ, by what is known of their viewers. */
public final class ComparedSegmentsSection {

  private ComparedSegmentsSection() {}

  public static Section of(Pages pages, List<SegmentDifference> segments) {
    ReportWording wording = pages.wording();
    List<Map<String, ?>> rows = new ArrayList<>();
    String attribute = null;
    int values = 0;
    for (SegmentDifference segment : segments) {
      values = segment.attribute().equals(attribute) ? values + 1 : 1;
      attribute = segment.attribute();
      if (values <= SegmentsSection.MAX_VALUES) {
        rows.add(row(segment, wording));
      }
    }
    return new Section(
        "differences",
        Map.of(
            "title", wording.text("comparedSegments.title"),
            "intro", wording.text("comparedSegments.intro")),
        rows);
  }

  private static Map<String, Object> row(SegmentDifference segment, ReportWording wording) {
    ViewerSegment viewersOf =
        new ViewerSegment(Map.of(segment.attribute(), List.of(segment.value())), false);
    String name = Pages.printable(SegmentName.of(viewersOf, wording.locale()));
    String viewers =
        wording.text(
            "comparedSegments.viewers",
            wording.count("viewer", segment.firstN()),
            wording.count("viewer", segment.secondN()));
    SegmentDifference.Figures figures = segment.figures();
    return figures == null ? tooFew(name, viewers, wording) : told(name, viewers, figures, wording);
  }

  private static Map<String, Object> tooFew(String name, String viewers, ReportWording wording) {
    Map<String, Object> row = new HashMap<>();
    row.put("figure", name);
    row.put("note", viewers);
    List.of("first", "second", "difference", "p")
        .forEach(field -> row.put(field, ReportWording.ABSENT));
    row.put("told", wording.text("segments.tooFew"));
    return row;
  }

  private static Map<String, Object> told(
      String name, String viewers, SegmentDifference.Figures figures, ReportWording wording) {
    Difference difference = figures.difference();
    return DifferenceRow.of(
        name,
        viewers,
        new String[] {wording.signed(figures.first()), wording.signed(figures.second())},
        new Difference(
            difference.value(),
            difference.low(),
            difference.high(),
            figures.corrected(),
            difference.firstN(),
            difference.secondN()),
        ComparisonSection.POINTS,
        wording::signed,
        wording);
  }
}
