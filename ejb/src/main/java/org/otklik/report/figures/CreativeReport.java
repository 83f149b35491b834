package org.otklik.report.figures;

import java.util.List;

/**
 * A report about one creative.
 *
 * @param segments of its viewers, an attribute's values one after another
 */
public record CreativeReport(
    ReportFacts facts, CreativeFigures creative, List<SegmentFigures> segments)
    implements ReportContents {

  public CreativeReport {
    segments = List.copyOf(segments);
  }
}
