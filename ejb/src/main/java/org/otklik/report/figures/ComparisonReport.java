package org.otklik.report.figures;

import java.util.List;
import org.otklik.metric.Comparison;
import org.otklik.metric.SegmentDifference;

/**
 * A report about two groups of a campaign's viewings.
 *
 * @param sameAd whether both saw one and the same creative
 * @param comparison every difference is the first's figure minus the second's
 * @param segments by attribute and value
 */
public record ComparisonReport(
    ReportFacts facts,
    boolean sameAd,
    GroupFigures first,
    GroupFigures second,
    Comparison comparison,
    List<SegmentDifference> segments)
    implements ReportContents {

  public ComparisonReport {
    segments = List.copyOf(segments);
  }
}
