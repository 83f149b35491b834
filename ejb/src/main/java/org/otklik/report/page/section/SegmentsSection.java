package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.metric.IndexInterval;
import org.otklik.report.drawing.IntervalScale;
import org.otklik.report.figures.SegmentFigures;
import org.otklik.report.wording.ReportWording;

/** Viewers by their attributes. */
public final class SegmentsSection {

  /** More values of one attribute are no groups any more; the table file has them all. */
  static final int MAX_VALUES = 12;

  private final ReportWording wording;
  private final List<Map<String, ?>> rows = new ArrayList<>();
  private String attribute;
  private int values;

  private SegmentsSection(ReportWording wording) {
    this.wording = wording;
  }

  public static Section of(Pages pages, List<SegmentFigures> segments) {
    SegmentsSection section = new SegmentsSection(pages.wording());
    segments.forEach(section::add);
    Map<String, Object> parameters =
        Map.of("title", pages.wording().text("thing.SEGMENTS"), "none", section.rows.isEmpty());
    return new Section("segments", parameters, section.rows);
  }

  private void add(SegmentFigures segment) {
    boolean another = !segment.attribute().equals(attribute);
    values = another ? 1 : values + 1;
    if (values > MAX_VALUES) {
      return;
    }
    Map<String, Object> row = new HashMap<>();
    row.put("attribute", another ? Pages.printable(segment.attribute()) : null);
    row.put("value", Pages.printable(segment.value()));
    row.put("viewers", wording.integer(segment.viewers()));
    segment.index().ifPresentOrElse(index -> put(index, segment, row), () -> putTooFew(row));
    rows.add(row);
    attribute = segment.attribute();
  }

  private void put(IndexInterval index, SegmentFigures segment, Map<String, Object> row) {
    row.put("index", wording.signed(index.value()));
    row.put("interval", wording.interval(index.low(), index.high()));
    row.put("scale", IntervalScale.of(index, wording));
    row.put(
        "nps", segment.nps().map(nps -> wording.signed(nps.value())).orElse(ReportWording.ABSENT));
    row.put("bar", KeyFiguresSection.shortBar(index, wording));
  }

  private void putTooFew(Map<String, Object> row) {
    row.put("note", wording.text("segments.tooFew"));
  }
}
