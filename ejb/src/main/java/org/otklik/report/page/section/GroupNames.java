package org.otklik.report.page.section;

import java.util.List;
import java.util.stream.Collectors;
import org.otklik.analysis.group.SegmentName;
import org.otklik.report.figures.GroupFigures;
import org.otklik.report.wording.ReportWording;

/** What the groups of a comparison are called. */
public final class GroupNames {

  private GroupNames() {}

  /** By creative and attributes; “all viewers” where it is limited by none. */
  public static String of(GroupFigures group, ReportWording wording) {
    String segment = SegmentName.of(group.segment(), wording.locale());
    String creative =
        group.creativeName() == null ? "" : wording.text("group.creative", group.creativeName());
    String name =
        List.of(creative, segment).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return Pages.printable(name.isEmpty() ? wording.text("group.everybody") : name);
  }
}
