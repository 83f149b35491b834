package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.otklik.metric.ComparedKeyFigure;
import org.otklik.metric.KeyFigures;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.wording.ReportWording;

/** The headlines of two groups side by side. */
public final class KeyFigureDifferencesSection {

  private KeyFigureDifferencesSection() {}

  public static Section of(Pages pages, ComparisonReport report) {
    ReportWording wording = pages.wording();
    List<Map<String, ?>> rows = new ArrayList<>();
    report
        .comparison()
        .headlines()
        .forEach(
            (headline, difference) -> {
              Double first = value(headline, report.first().headlines());
              Double second = value(headline, report.second().headlines());
              String key = "figure." + headline.name().toLowerCase(Locale.ROOT);
              rows.add(
                  DifferenceRow.of(
                      wording.text(key),
                      wording.text(key + ".note"),
                      new String[] {wording.percent(first), wording.percent(second)},
                      difference,
                      1,
                      share -> wording.signed(100 * share),
                      wording));
            });
    return new Section(
        "differences",
        Map.of(
            "title", wording.text("keyFigures.title"), "intro", wording.text("keyFigures.intro")),
        rows);
  }

  private static Double value(ComparedKeyFigure headline, KeyFigures of) {
    return switch (headline) {
      case ATTRACTION -> of.attraction();
      case PEAK -> of.peak();
      case END -> of.end();
      case IMPACT -> of.impact();
      case EXPRESSIVENESS -> of.expressiveness();
      case ATTENTION -> of.attention();
    };
  }
}
