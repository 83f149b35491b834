package org.otklik.report.table;

import java.util.Locale;
import org.otklik.analysis.group.SegmentName;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.report.wording.ReportWording;

/** What a segment is called. */
record SegmentWords(ViewerSegment segment) implements Worded {

  @Override
  public String in(ReportWording wording) {
    return SegmentName.of(segment, wording.locale());
  }

  /** For machines. */
  @Override
  public String toString() {
    return SegmentName.of(segment, Locale.ENGLISH);
  }
}
