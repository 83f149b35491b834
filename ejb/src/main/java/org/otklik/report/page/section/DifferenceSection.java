package org.otklik.report.page.section;

import java.util.List;
import java.util.Map;
import org.otklik.report.drawing.DifferenceDrawing;
import org.otklik.report.drawing.FrameImages;
import org.otklik.report.figures.ComparisonReport;

/** Both groups over the time of the ad. */
public final class DifferenceSection {

  private DifferenceSection() {}

  public static Section of(Pages pages, ComparisonReport report) {
    FrameImages first = new FrameImages(report.first().frames());
    FrameImages second = report.sameAd() ? null : new FrameImages(report.second().frames());
    DifferenceDrawing curve =
        new DifferenceDrawing(
            new DifferenceDrawing.Group(
                GroupNames.of(report.first(), pages.wording()), report.first().curve(), first),
            new DifferenceDrawing.Group(
                GroupNames.of(report.second(), pages.wording()), report.second().curve(), second),
            Math.min(report.first().curve().size(), report.second().curve().size()),
            report.comparison().seconds(),
            pages.wording());
    return new Section(
        "difference",
        Map.of("title", pages.wording().text("difference.title"), "curve", curve),
        List.of());
  }
}
