package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.curve.CreativeSecond;
import org.otklik.metric.Comparison.SecondDifference;
import org.otklik.report.drawing.FrameImages;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.GroupFigures;
import org.otklik.report.wording.ReportWording;

/** Adjacent seconds in which the groups differ the same way round, with the frames they saw. */
public final class StretchesSection {

  private final ComparisonReport report;
  private final ReportWording wording;
  private final FrameImages firstPictures;
  private final FrameImages secondPictures;

  private StretchesSection(ComparisonReport report, ReportWording wording) {
    this.report = report;
    this.wording = wording;
    this.firstPictures = new FrameImages(report.first().frames());
    this.secondPictures = new FrameImages(report.second().frames());
  }

  public static Section of(Pages pages, ComparisonReport report) {
    StretchesSection section = new StretchesSection(report, pages.wording());
    List<Map<String, ?>> rows =
        stretches(report.comparison().seconds()).stream()
            .<Map<String, ?>>map(section::row)
            .toList();
    return new Section(
        "stretches",
        Map.of("title", pages.wording().text("stretches.title"), "none", rows.isEmpty()),
        rows);
  }

  /**
   * @param seconds in order; without those in which a group was not observed, which end a stretch
   */
  public static List<List<SecondDifference>> stretches(List<SecondDifference> seconds) {
    List<List<SecondDifference>> stretches = new ArrayList<>();
    SecondDifference before = null;
    for (SecondDifference second : seconds) {
      if (second.isDifferent()) {
        if (before == null || !goesOn(before, second)) {
          stretches.add(new ArrayList<>());
        }
        stretches.get(stretches.size() - 1).add(second);
      }
      before = second.isDifferent() ? second : null;
    }
    return stretches;
  }

  private static boolean goesOn(SecondDifference before, SecondDifference second) {
    return second.second() == before.second() + 1
        && Math.signum(before.difference().value()) == Math.signum(second.difference().value());
  }

  private Map<String, Object> row(List<SecondDifference> stretch) {
    SecondDifference peak =
        stretch.stream()
            .max(Comparator.comparingDouble(second -> Math.abs(second.difference().value())))
            .orElseThrow();
    int end = stretch.get(stretch.size() - 1).second() + 1;
    Map<String, Object> row = new HashMap<>();
    row.put(
        "span",
        wording.text("moment.span", wording.clock(stretch.get(0).second()), wording.clock(end)));
    row.put(
        "told",
        wording.text(
            peak.difference().value() > 0 ? "stretches.first" : "stretches.second",
            wording.clock(peak.second())));
    row.put("first", group("comparison.first", report.first(), peak.second()));
    row.put("second", group("comparison.second", report.second(), peak.second()));
    row.put(
        "difference",
        wording.text("stretches.difference", wording.signed(peak.difference().value())));
    row.put("p", wording.text("stretches.p", wording.equation("p", peak.corrected())));
    String alt = wording.text("frame.alt", wording.clock(peak.second()));
    row.put("firstAlt", alt);
    row.put("secondAlt", alt);
    row.put("firstPicture", firstPictures.at(peak.second()));
    row.put("secondPicture", secondPictures.at(peak.second()));
    return row;
  }

  private String group(String key, GroupFigures group, int second) {
    CreativeSecond seen = group.curve().get(second);
    return wording.text(
        "stretches.group",
        wording.text(key),
        seen.n() == 0 ? ReportWording.ABSENT : wording.signed(seen.eei()),
        wording.integer(seen.n()));
  }
}
